"""The editor: a routine of one's own, its steps in order, and what can be said of each."""
