"""Editions side by side: which there are, going back, and what changed between two."""
