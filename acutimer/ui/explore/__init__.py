"""Explore: from the body to an area, to a point, to what one can read about it."""
