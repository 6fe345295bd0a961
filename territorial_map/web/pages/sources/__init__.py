"""The page « Sources et couverture »."""
