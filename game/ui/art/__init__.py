"""Puppets, places and other pictures drawn from the art library."""
