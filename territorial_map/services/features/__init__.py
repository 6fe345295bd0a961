"""The directory as geographic features: collections, pages of them, one of them."""
