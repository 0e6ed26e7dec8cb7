"""The files we ship, read into core's types: a light door for every start, a strict one for tests and users' files."""
