"""The page « Réseau »."""
