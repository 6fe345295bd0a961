"""The page « Mode opérateur »."""
