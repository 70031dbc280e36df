"""SVG drawings: parsed, checked, and rebuilt of what only draws."""
