"""Acutimer guides self-acupressure and gentle knee, back and balance exercise."""

__version__ = "0.1.0"  # a constant: importlib.metadata costs 20 ms at start
