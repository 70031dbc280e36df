"""Files beside the text: which may lie in the content folder, what proves that they are it, what is published."""
