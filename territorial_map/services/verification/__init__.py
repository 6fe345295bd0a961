"""Exported files read back, and compared with the current edition; above every format and list."""
