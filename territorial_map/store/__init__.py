"""Edition files: written once, opened read-only, swapped without a restart."""
