"""Stifinner: portals for competence programmes, made from Markdown that non-programmers write."""
