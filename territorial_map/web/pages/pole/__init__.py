"""The page « Constituer un PTCE »."""
