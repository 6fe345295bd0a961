"""The leads of a territory."""
