"""What every page and every answer is told from; made once, where the program is put together."""

from dataclasses import dataclass

from territorial_map.domain.knowledge import Knowledge
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.older_editions import Archive


@dataclass(frozen=True, slots=True)
class Site:
    """The directory, its older editions, what operators decided, and the address we go by."""

    directory: Directory
    archive: Archive
    ledger: Ledger
    public_url: str

    @property
    def knowledge(self) -> Knowledge:
        """What the product knows beside its editions."""
        return self.directory.knowledge
