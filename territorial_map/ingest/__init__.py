"""From source tables to a directory: read, normalise, locate, deduplicate, report."""
