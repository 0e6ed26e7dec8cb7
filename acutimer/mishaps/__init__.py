"""What is done about faults of our own, with a window and without one. Nothing of it leaves the computer.

notebook     the log file: private, rotated, and never the cause of another fault
fault        one fault: the whole of it for the notebook, and what of it may be shown to others
sharing      which of an error's words may be shown to others: ours, never the user's
hooks        where Python hands over what nobody caught
going_on     lets what follows a fault happen all the same
deadly       what is left by a process that a signal ended
last_words   the one line on stderr, and the exit code
"""
