"""When something is wrong: calm cards, one way on."""
