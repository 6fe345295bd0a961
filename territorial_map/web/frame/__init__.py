"""What stands around every page: shell, header, routes, robots."""
