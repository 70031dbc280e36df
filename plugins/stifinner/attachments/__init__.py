"""Files beside the pages: which may lie in the content folder, what proves that they are it, what they are called."""
