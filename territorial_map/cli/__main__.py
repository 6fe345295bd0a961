"""``python -m territorial_map.cli``."""

from territorial_map.cli import main

main()
