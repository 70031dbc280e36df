"""A module for each page: its dataclass, and the function that composes it."""
