"""Fonts and how text is set and measured."""
