"""The edition as open data: its columns, and what may leave under a licence."""
