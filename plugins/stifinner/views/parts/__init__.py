"""Views that several pages contain, and the composer that makes them from the graph."""
