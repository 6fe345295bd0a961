"""What visitors and organisations say of the directory, and what reviewers decide of it."""
