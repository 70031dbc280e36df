"""What other programs may know of the portal, as data."""
