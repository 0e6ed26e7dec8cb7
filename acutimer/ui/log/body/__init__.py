"""Where one pressed in the last days: two figures, warm there, and left beside right in a list."""
