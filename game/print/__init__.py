"""PURE paper: what stands on a printed page, where it stands, and the bytes a printer or a browser reads."""
