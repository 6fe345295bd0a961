"""The good practices of the ESS guide, and which of them concern an organisation, and why."""
