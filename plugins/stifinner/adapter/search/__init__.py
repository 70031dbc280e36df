"""What the search reads of a page."""
