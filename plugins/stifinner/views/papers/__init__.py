"""What is printed of gatherings and roles: handouts, packs, pages for printing."""
