"""Sounds, tunes and the voice."""
