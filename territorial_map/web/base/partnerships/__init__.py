"""Partnerships as every page tells them: cards, groups, what was dismissed."""
