"""What keeps the log: export and import, the report, backups and the way back to them."""
