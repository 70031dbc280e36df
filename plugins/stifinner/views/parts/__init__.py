"""Pieces that pages share, and the composer that makes them from the graph."""
