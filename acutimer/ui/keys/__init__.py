"""All keys, told wherever one is."""
