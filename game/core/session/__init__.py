"""How a session runs: its beat, its words, the path and the story."""
