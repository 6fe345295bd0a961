"""Names as registers write them, turned into names as people write them."""
