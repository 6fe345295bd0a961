"""How many small faults put into the heart of the product make a test fail: ``make mutants``."""
