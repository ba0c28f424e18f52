"""Two at once, or one after another: the two sessions, their screens, and the picture they fill."""
