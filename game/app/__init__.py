"""The window and the one loop, and what puts the parts of a running game together."""
