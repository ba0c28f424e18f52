"""Shipped files and the family's: art, folders, documents, the clock."""
