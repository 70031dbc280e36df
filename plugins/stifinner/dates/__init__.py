"""Dates, clock times and durations: as values, as they are read, and as they are shown."""
