"""Behind the PIN: confirming, progress, settings, children."""
