"""The timeline of a programme: which lane, row and column each step has, and the path drawn between them."""
