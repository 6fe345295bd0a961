"""Older editions of the folder, asked for one thing: who an id was that nobody answers to now."""

import threading
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from territorial_map.domain.errors import EditionError
from territorial_map.domain.organisation import Organisation
from territorial_map.queries import lists
from territorial_map.store.editions import EditionFile, edition_ids
from territorial_map.store.records import organisation_of

_MOST_EDITIONS = 5


class Archive:
    """The latest older editions of a folder, each opened at the first question and kept open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._files: dict[str, EditionFile | None] = {}

    @property
    def holds_several(self) -> bool:
        """Whether there are two editions, for one to be new beside the other."""
        return len(edition_ids(self.folder)) > 1

    def last_known(self, any_id: str, current: str) -> tuple[Organisation, str] | None:
        """The organisation as the latest older edition knew it, and that edition's date."""
        older = [one for one in edition_ids(self.folder) if one != current]
        for edition_id in reversed(older[-_MOST_EDITIONS:]):
            file = self._file(edition_id)
            found = _record(file, any_id) if file is not None else None
            if found is not None and file is not None:
                return found, file.edition.built_on
        return None

    def _file(self, edition_id: str) -> EditionFile | None:
        with self._lock:
            if edition_id not in self._files:
                try:
                    self._files[edition_id] = EditionFile(self.folder, edition_id)
                except EditionError:  # written by another version: it cannot help
                    self._files[edition_id] = None
            return self._files[edition_id]


def _record(file: EditionFile, any_id: str) -> Organisation | None:
    try:
        with file.connect() as connection:
            row = connection.execute(lists.record(any_id)).first()
    except SQLAlchemyError:  # taken away while it was open
        return None
    return organisation_of(row[0]) if row else None
