"""The days: the year, this week, the sessions, and the one looked at."""
