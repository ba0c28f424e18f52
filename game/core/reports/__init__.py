"""What a parent reads: progress, records, what waits for a decision."""
