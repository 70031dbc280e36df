"""The drawing of who supports whom."""
