"""A family's own exercises: the folder, the form, the preview."""
