"""Rules about gatherings: their dates, clocks, plans and numbers."""
