"""What the search index has of a page: its headings and text, and the days of a gathering."""
