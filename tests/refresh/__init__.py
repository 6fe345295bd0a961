"""Refreshes, against a host that plays the official ones."""
