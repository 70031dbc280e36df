"""The review: rules about what is written rather than how, in one file or in several that contradict each other.

Rules see source text and items, never pages. To add one: a function in the module of its family, a line in
``registry.py``, an entry under ``problems`` in the catalogues, and one in ``phrases/examples``.
"""
