"""The directory as the app serves it: the current edition, swapped without a restart."""

import threading
import time
from pathlib import Path

from territorial_map.domain.errors import EditionError
from territorial_map.domain.selection import Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.services.partnerships.rule_files import rulebook
from territorial_map.store.editions import EditionFile, current_id

_LOOK_EVERY_SECONDS = 1.0
_FRANCE_ZOOM = 6


class Directory:
    """Follows the ``current`` pointer of a folder of editions.

    A new edition is opened and warmed before it replaces the old one; requests that began on the
    old one end on it, and those that come meanwhile do not wait.
    """

    def __init__(self, editions: Path) -> None:
        self.folder = editions
        self._lock = threading.Lock()
        self._open: OpenEdition | None = None
        self._looked = 0.0

    def current(self) -> OpenEdition:
        """The edition being served.

        Raises:
            EditionError: the folder has no current edition, or one that cannot be read.
        """
        now = time.monotonic()
        open_edition = self._open
        if open_edition is not None and now - self._looked < _LOOK_EVERY_SECONDS:
            return open_edition
        if open_edition is None:
            self._lock.acquire()
        elif not self._lock.acquire(blocking=False):
            return open_edition  # another request is opening the next one
        try:
            self._looked = now
            return self._refresh()
        finally:
            self._lock.release()

    def _refresh(self) -> OpenEdition:
        wanted = current_id(self.folder)
        if self._open is not None and wanted in {None, self._open.edition.id}:
            return self._open
        if wanted is None:
            raise EditionError(
                f"Aucune édition dans « {self.folder} ». "
                "Construisez-en une avec « territorial-map build »."
            )
        try:
            fresh = OpenEdition(EditionFile(self.folder, wanted))
        except EditionError:
            if self._open is None:
                raise
            return self._open
        _warm(fresh)
        self._open = fresh
        return fresh


def _warm(edition: OpenEdition) -> None:
    """Run the first questions of any visitor: the first query of a file is its slowest."""
    everything = Selection.of({})
    edition.totals(everything)
    edition.facets(everything)
    edition.map_view(everything, _FRANCE_ZOOM)
    profile_index(edition, rulebook())
