"""A reflection sheet as it is shown: on the screen, in lists, on each of its papers."""
