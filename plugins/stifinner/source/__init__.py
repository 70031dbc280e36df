"""Files as they were written: facts with line and column, a body in sections. What they mean is read in ``model/``."""
