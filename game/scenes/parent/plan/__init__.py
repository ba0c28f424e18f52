"""What comes: eight weeks, which days are planned, what the therapist ordered."""
