"""Pages and their frame as HTML, with style sheets and scripts."""
