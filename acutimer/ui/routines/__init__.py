"""Routines: the list, what one consists of, how much time there is for it, and its start."""
