"""What stands around every page: the portal's frame and the page's own."""
