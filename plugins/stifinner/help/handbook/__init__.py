"""The handbook for editors: its chapters as they are written, and what of it is made from the model."""
