"""Organisations that may be one: what is left to review, side by side, and what was decided."""
