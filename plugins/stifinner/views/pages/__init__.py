"""One module a page: its dataclass, and the function that composes it."""
