"""How the game fits the family: sound, look, keys, files, copies, reminders."""
