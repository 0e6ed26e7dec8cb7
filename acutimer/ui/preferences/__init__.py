"""Settings: what the user can choose, applied at once."""
