"""The words and rules of the field: no file, no network, no framework."""
