"""The safety profile: where one fills it in, and where one reads what it changed."""
