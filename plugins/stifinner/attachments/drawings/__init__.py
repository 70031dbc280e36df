"""SVG drawings: read, judged, cleaned."""
