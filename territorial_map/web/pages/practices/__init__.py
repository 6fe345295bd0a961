"""The pages of good practices."""
