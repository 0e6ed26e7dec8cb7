"""The user's own files: the log of sessions and the settings."""
