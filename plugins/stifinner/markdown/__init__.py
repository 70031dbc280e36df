"""Markdown as GitHub reads it: parsed once, and the same tokens are read, rendered and printed."""
