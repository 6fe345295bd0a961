"""The directory as the app serves it: the current edition, swapped without a restart."""

import gc
import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from territorial_map.domain.errors import EditionError
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.selection import Selection
from territorial_map.services.costly_process import CostlyProcess, Opening
from territorial_map.services.explore.costly_answers import TIME_S
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.profiles import profile_index
from territorial_map.services.portrait.zones import zones_meant
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id

_LOG = logging.getLogger(__name__)
_LOOK_EVERY_SECONDS = 1.0
_FRANCE_ZOOM = 6
_NOBODYS_WORD = "zzzzzzzz"


class Directory:
    """Follows the ``current`` pointer of a folder of editions.

    A new edition is opened and warmed aside, in a thread of its own, and then replaces the old one:
    nobody waits for it, and requests that began on the old one end on it. One that cannot be opened
    is told once in the log and in ``trouble``; the old one goes on serving. ``reread`` reads
    ``knowledge`` again, in the process of its own that costly answers have. ``ahead`` has
    everything that visitors would wait for made before they come, that process too.
    """

    def __init__(
        self,
        editions: Path,
        knowledge: Knowledge,
        reread: Callable[[], Knowledge] | None = None,
        *,
        ahead: bool = False,
    ) -> None:
        self.folder = editions
        self.knowledge = knowledge
        self._reread, self._ahead = reread, ahead
        self._apart = False
        self._lock = threading.Lock()
        self._open: OpenEdition | None = None
        self._looked = 0.0
        self._making: threading.Thread | None = None
        self._refused: tuple[str, str] | None = None

    @property
    def trouble(self) -> str | None:
        """Why the edition that the pointer names is not the one served, in a sentence."""
        return self._refused[1] if self._refused else None

    def current(self) -> OpenEdition:
        """The edition being served.

        Raises:
            EditionError: the folder has no current edition, or one that cannot be read.
        """
        served = self._open
        if served is None:
            with self._lock:
                if self._open is None:
                    self._open = self._opened(self._wanted())
                return self._open
        if time.monotonic() - self._looked >= _LOOK_EVERY_SECONDS:
            self._look(served)
        return served

    def warm(self) -> None:
        """Ask the edition being served the first questions of any visitor: they are its slowest.

        Raises:
            EditionError: there is no edition to warm.
        """
        _warm(self.current())
        if self._ahead:
            _warm_search(self.current())
            _leave_alone()

    def begin(self) -> None:
        """Let costly answers be computed in a process of its own; ``end`` is to be called."""
        self._apart = self._reread is not None
        if self._open is not None:
            self._open.elsewhere = self._elsewhere(self._open.edition.id)

    def end(self) -> None:
        """No question comes any more: end the process of costly answers."""
        self._apart = False
        if self._open is not None:
            _no_more_elsewhere(self._open)

    def settle(self, timeout_s: float = 60.0) -> None:
        """Wait until no new edition is being opened aside."""
        making = self._making
        if making is not None:
            making.join(timeout_s)

    def _wanted(self) -> str:
        wanted = current_id(self.folder)
        if wanted is None:
            raise EditionError(
                f"Aucune édition dans « {self.folder} ». "
                "Construisez-en une avec « territorial-map build ».",
                public="Aucune édition n’est encore publiée ici.",
            )
        return wanted

    def _opened(self, edition_id: str) -> OpenEdition:
        file = EditionFile(self.folder, edition_id)
        fresh = OpenEdition(file, self.knowledge, self._elsewhere(edition_id))
        self._looked, self._refused = time.monotonic(), None
        return fresh

    def _look(self, served: OpenEdition) -> None:
        """Have the edition that the pointer names opened aside, unless it is being served."""
        if not self._lock.acquire(blocking=False):
            return  # another request is looking
        try:
            self._looked = time.monotonic()
            if self._making is not None and self._making.is_alive():
                return
            wanted = self._pointed()
            if wanted is None or wanted == served.edition.id:
                return
            if self._refused is None or self._refused[0] != wanted:
                self._making = threading.Thread(target=self._make, args=(wanted,), daemon=True)
                self._making.start()
        finally:
            self._lock.release()

    def _pointed(self) -> str | None:
        try:
            wanted = current_id(self.folder)
        except EditionError as error:
            self._refuse("", error)
            return None
        if self._refused is not None and wanted != self._refused[0]:
            self._refused = None  # it names another edition now: what was told is over
        return wanted

    def _make(self, edition_id: str) -> None:
        try:
            fresh = self._opened(edition_id)
        except EditionError as error:
            self._refuse(edition_id, error)
            return
        _warm(fresh)
        _warm_search(fresh)
        before, self._open = self._open, fresh
        _leave_alone()
        if before is not None:
            _no_more_elsewhere(before)

    def _elsewhere(self, edition_id: str) -> CostlyProcess | None:
        if not self._apart or self._reread is None:
            return None
        opening = Opening(_opened_apart, (self.folder, edition_id, self._reread))
        process = CostlyProcess(opening, TIME_S)
        if self._ahead:
            process.expect()
        return process

    def _refuse(self, edition_id: str, error: EditionError) -> None:
        if self._refused is None or self._refused[0] != edition_id:
            _LOG.error("the edition served stays: %s", error)
        self._refused = (edition_id, error.public)


def _no_more_elsewhere(edition: OpenEdition) -> None:
    """What is still asked of an edition that is leaving is computed here."""
    elsewhere, edition.elsewhere = edition.elsewhere, None
    if elsewhere is not None:
        elsewhere.close()


def _opened_apart(editions: Path, edition_id: str, reread: Callable[[], Knowledge]) -> OpenEdition:
    """The edition as the process for costly answers opens it, with what it computes with."""
    edition = OpenEdition(EditionFile(editions, edition_id), reread())
    profile_index(edition, edition.knowledge.pooling)
    return edition


def _warm(edition: OpenEdition) -> None:
    """Run the first questions of any visitor: the first query of a file is its slowest."""
    edition.make_ready()
    everything = Selection.of({})
    edition.totals(everything)
    edition.vocabulary.accepted("a")
    edition.facets(everything)
    edition.map_view(everything, _FRANCE_ZOOM)
    profile_index(edition, edition.knowledge.pooling)


def _leave_alone() -> None:
    """What is loaded by now stays: Python's passes over unused objects leave it out.

    A pass over half a million objects of a national edition took a third of a second of everybody.
    """
    gc.unfreeze()  # what an edition that left was made of
    gc.collect()
    gc.freeze()


def _warm_search(edition: OpenEdition) -> None:
    """Read every table that a search may look through: half a second of Python, once."""
    edition.understood(_NOBODYS_WORD)
    edition.gazetteer.find(_NOBODYS_WORD)
    zones_meant(edition, _NOBODYS_WORD, 1)
