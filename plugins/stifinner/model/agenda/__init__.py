"""The day plan of a gathering as people write it: points, their times, what they say and who leads them."""
