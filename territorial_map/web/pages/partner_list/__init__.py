"""The page « Partenaires »."""
