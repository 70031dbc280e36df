"""Rules that the whole graph has to keep. Whatever breaks one becomes a problem."""
