"""One organisation: the panel over the map."""
