"""A made-up family to look around in."""
