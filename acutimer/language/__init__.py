"""The languages the program speaks: one catalogue of words for the window, the terminal and the commands."""
