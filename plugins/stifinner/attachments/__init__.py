"""Files beside the text: what is published of them."""
