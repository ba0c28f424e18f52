"""What the diary tells: events folded into the family, as they stand after every taking back."""
