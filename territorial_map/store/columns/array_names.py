"""Names of the arrays that both who makes columns and who reads them must know."""

NAMES, PINS, IDS = "names", "pins", "ids"
