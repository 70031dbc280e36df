"""Files beside the text: which may lie in the content folder, how bytes prove what they are, what is published."""
