"""Feeds, for programs that tell their readers what is new."""
