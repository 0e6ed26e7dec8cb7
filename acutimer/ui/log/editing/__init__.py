"""Correcting a session, or adding one that was not measured."""
