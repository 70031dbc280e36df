"""The day plan of a gathering: how its lines are read into times, names and who leads."""
