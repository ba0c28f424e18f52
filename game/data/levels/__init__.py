"""Level files: read, checked, told as problems with their place, as schemas for editors."""
