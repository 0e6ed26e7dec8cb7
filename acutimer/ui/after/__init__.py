"""After a session: what was done, and how it feels."""
