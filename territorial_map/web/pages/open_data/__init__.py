"""The page of open data: its files, how to read the directory live, texts to copy."""
