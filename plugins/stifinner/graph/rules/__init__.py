"""Rules that the whole graph keeps; each breach is a problem."""
