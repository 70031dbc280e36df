"""The programme graph: ids resolved, back-links computed, whole-graph rules checked. Immutable once resolved."""
