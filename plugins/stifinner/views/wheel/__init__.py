"""The year as a wheel: its view, where everything stands in it, and the pages that have one."""
