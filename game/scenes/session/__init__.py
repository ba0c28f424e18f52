"""One session, from shoes off to its end."""
