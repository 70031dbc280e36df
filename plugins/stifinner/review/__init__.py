"""The content read once more, as a careful reader would: what no single file gets wrong, and what a reader stumbles on.

Rules see source text and items, never pages. To add one: a function in the module of its family, a line in
``rules.py``, an entry under ``problems`` in the catalogues, and one in ``phrases/examples.yml``.
"""
