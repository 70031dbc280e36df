"""What stands in calendars, as views: entries, and the files that they lie in."""
