"""What every page is answered from; made once, when the app is put together."""

from dataclasses import dataclass

from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.older_editions import Archive


@dataclass(frozen=True, slots=True)
class Site:
    """The directory, its older editions, what operators dismissed, and the address we go by."""

    directory: Directory
    archive: Archive
    ledger: Ledger
    public_url: str
