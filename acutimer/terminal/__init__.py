"""The player in the terminal: the same engine and the same record as in the window."""
