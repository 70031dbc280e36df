"""What other programs read: the portal as JSON with its schema, and what a page is about in schema.org's words."""
