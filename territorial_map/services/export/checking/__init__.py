"""Files checked later: what a list carries, read back and compared with the current edition."""
