"""Routines as files: what comes in is looked at first, and what goes out overwrites nothing."""
