"""What may be asked of a child, day by day: doses, quests, gaps, pain, operation, stars."""
