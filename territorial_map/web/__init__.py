"""The Dash app: pages over the services, on the same server as the API."""

from territorial_map.web.app import add_pages, create_app

__all__ = ["add_pages", "create_app"]
