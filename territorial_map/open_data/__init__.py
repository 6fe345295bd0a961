"""Writing an edition as open data: data frames, so a program of its own, never a visitor's wait."""
