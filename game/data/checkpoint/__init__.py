"""What the last session left for the next start: a cache beside the diary, deleted, stale or damaged at no loss."""
