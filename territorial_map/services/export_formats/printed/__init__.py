"""A list as it is printed: its groups and entries, and the map beside them."""
