"""The one door to what the product knows beside the directory: data files to a ``Knowledge``."""
