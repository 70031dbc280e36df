"""What each page shows, as frozen data: nothing of how it looks, nothing of where it came from."""
