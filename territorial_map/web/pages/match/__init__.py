"""The page « Rapprocher ma liste »."""
