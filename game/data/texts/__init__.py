"""Words: the catalogue, plural forms, languages, and the names words may use."""
