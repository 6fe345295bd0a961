"""What every page and every answer is told from; made once, where the program is put together."""

from dataclasses import dataclass, field

from territorial_map.domain.edition import EditionReport
from territorial_map.domain.errors import EditionError
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.publisher import Publisher
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.older_editions import Archive
from territorial_map.services.open_data.shelf import OpenDataShelf
from territorial_map.services.script_modules import ScriptModules


@dataclass(frozen=True, slots=True)
class Site:
    """The directory, what operators decided, our address, our script, and who publishes.

    ``operating`` says that operator mode is open: without it, its pages do not exist.
    ``contributing`` says that visitors may say what they know.
    """

    directory: Directory
    archive: Archive
    ledger: Ledger
    public_url: str
    script: ScriptModules = field(repr=False)
    open_data: OpenDataShelf
    publisher: Publisher = field(default_factory=Publisher)
    operating: bool = False
    contributing: bool = False

    @property
    def cog(self) -> str:
        """The Code officiel géographique of the edition served, or « COG » alone."""
        try:
            return self.directory.current().cog
        except EditionError:
            return EditionReport(()).cog_named

    @property
    def knowledge(self) -> Knowledge:
        """What the product knows beside its editions."""
        return self.directory.knowledge
