"""Who walks the trail: added, changed, put away, erased."""
