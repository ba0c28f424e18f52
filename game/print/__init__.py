"""PURE paper: what stands on a printed page and where, the bytes a printer or a browser reads, a calendar's file."""
