"""Feeds that readers follow with a program of their own."""
