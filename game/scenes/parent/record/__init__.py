"""What was: any day put right, the week from paper, pauses."""
