"""Are we doing it: the figures, what waits, one exercise over time."""
