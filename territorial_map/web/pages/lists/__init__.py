"""The page « Mes listes »."""
