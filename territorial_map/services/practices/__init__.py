"""Practices of the guide: load them, link them to a profile or an organisation, show them."""
