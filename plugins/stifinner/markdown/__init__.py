"""Markdown as GitHub reads it.

A file is parsed once; the same tokens are read, shown on pages and printed on papers.
"""
