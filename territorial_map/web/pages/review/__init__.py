"""The page « À relire » of operator mode."""
