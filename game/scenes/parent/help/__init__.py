"""Is this all right: the signs, tips, sources, every number of the rules."""
