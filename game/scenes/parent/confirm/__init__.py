"""The grown-up's word: on each exercise, on pain, on a walk."""
