"""Copies of the diary: made, brought back, saved from damage, joined, erased."""
