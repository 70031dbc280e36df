"""Files as they were written: facts with a line and column each, a body in sections, nothing understood yet."""
