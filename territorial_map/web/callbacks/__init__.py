"""Callbacks: each module has one ``register``; what they do lives in functions beside it."""

from territorial_map.services.directory import Directory
from territorial_map.web.callbacks import (
    exploring,
    mapping,
    navigation,
    panel,
    places,
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
