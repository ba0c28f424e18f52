"""The Barefoot Trail: a daily foot routine as a walk with animal friends."""

__version__ = "0.1.0"
