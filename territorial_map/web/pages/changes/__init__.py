"""The page « Nouveautés »."""
