"""Callbacks: each module has one ``register``; what they do lives in functions beside it."""

from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.settings import Settings
from territorial_map.web.callbacks import (
    changes,
    exploring,
    groups,
    mapping,
    navigation,
    network,
    panel,
    partner_list,
    partners,
    places,
    pole,
    practices,
    practices_panel,
)
from territorial_map.web.registry import Registry


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
