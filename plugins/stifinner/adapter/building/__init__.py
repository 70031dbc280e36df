"""A site built beside the old one, checked, and exchanged in one step."""
