"""What the practice is: points, the body, routines, the session, the history. Pure: no clock, no file, no Qt."""
