"""Reflection sheets as they are shown: on the screen, in lists, on each of their papers."""
