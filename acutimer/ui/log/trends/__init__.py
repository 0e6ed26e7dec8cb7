"""The log's trends: minutes, sides and discomfort as time goes by."""
