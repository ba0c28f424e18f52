"""Who is playing, the map, stickers, stars, and good night."""
