"""The timeline: its marks, lanes, layout, and one person's path."""
