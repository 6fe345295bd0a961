"""The page « Compléter ou corriger » of an organisation."""
