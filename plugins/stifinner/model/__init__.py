"""The kinds of things a programme is made of: one module a kind, none of which knows another."""
