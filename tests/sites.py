"""A site over a folder of editions, as ``bootstrap`` makes it."""

from pathlib import Path

from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.older_editions import Archive
from territorial_map.services.open_data.shelf import OpenDataShelf
from territorial_map.services.site import Site
from tests.known import KNOWLEDGE, SCRIPT


def site_of(
    editions: Path,
    ledger: Ledger,
    public_url: str = "https://annuaire.example",
    *,
    contributing: bool = False,
) -> Site:
    """The site of a folder, with the project's own knowledge."""
    directory = Directory(editions, KNOWLEDGE)
    return Site(
        directory,
        Archive(editions),
        ledger,
        public_url,
        SCRIPT,
        OpenDataShelf(editions, {}),
        operating=True,
        contributing=contributing,
    )
