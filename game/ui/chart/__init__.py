"""Charts of the grown-ups' pages."""
