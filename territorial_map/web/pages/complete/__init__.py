"""The page « Compléter après vos appels »."""
