"""The log: what was done, session by session."""
