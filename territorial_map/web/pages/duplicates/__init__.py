"""The page « Doublons possibles » of operator mode."""
