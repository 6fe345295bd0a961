"""Callbacks: each module has one ``register``; what they do lives in functions beside it."""

from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.settings import Settings
from territorial_map.web.base.registry import Registry
from territorial_map.web.frame import navigation
from territorial_map.web.pages.changes import callbacks as changes
from territorial_map.web.pages.explore import callbacks as exploring
from territorial_map.web.pages.explore import mapping, places
from territorial_map.web.pages.network import callbacks as network
from territorial_map.web.pages.organisation import callbacks as panel
from territorial_map.web.pages.partner_list import callbacks as partner_list
from territorial_map.web.pages.partners import callbacks as partners
from territorial_map.web.pages.partners import group_callbacks as groups
from territorial_map.web.pages.pole import callbacks as pole
from territorial_map.web.pages.practices import callbacks as practices
from territorial_map.web.pages.practices import panel_callbacks as practices_panel


def register_all(registry: Registry, directory: Directory) -> None:
    """Register every callback of the app."""
    navigation.register(registry, directory)
    exploring.register(registry, directory)
    mapping.register(registry, directory)
    panel.register(registry, directory)
    places.register(registry, directory)
    practices.register(registry, directory)
    practices_panel.register(registry, directory)
    changes.register(registry, directory)


def register_cooperation(registry: Registry, directory: Directory, settings: Settings) -> None:
    """Register what reads the ledger: partnerships, networks and the group of a PTCE."""
    ledger = Ledger(settings.ledger)
    partners.register(registry, directory, ledger)
    partner_list.register(registry, directory, ledger, settings.public_url)
    network.register(registry, directory, ledger)
    groups.register(registry, directory, ledger)
    pole.register(registry, directory, ledger, settings.public_url)
