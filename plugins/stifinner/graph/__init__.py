"""The programme graph: what ids and links mean, what points back, in which order, and the rules of the whole.

``resolve.py`` makes the graph of all items; it never changes afterwards.
"""
