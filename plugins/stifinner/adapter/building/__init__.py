"""Build a site beside the old one, check it, and exchange the two in one step."""
