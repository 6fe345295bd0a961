"""The open data of the editions served: made once for each, apart, beside the edition's file.

The first visitor who asks has them made, by the command line in a process of its own: data frames
hold the interpreter and memory that visitors need. One process makes them at a time, whoever asks.
"""

import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from territorial_map.domain.errors import EditionError, Unavailable
from territorial_map.services.open_data.files import DESCRIPTOR, OpenDataSet, read_data_set

_LOG = logging.getLogger(__name__)
_MODULE = "territorial_map.cli"
FOR_A_FILE_S = 25.0
FOR_A_PAGE_S = 5.0
_LONGEST_S = 3_600
_AGAIN_AFTER_S = 300.0
_WAITING = 2
SUFFIX = ".open-data"


class OpenDataShelf:
    """Finds the files of an edition, and has them made where there are none.

    ``settings`` are the environment of the process that makes them. Where the folder of editions
    cannot be written to, the files are in the system's temporary folder.
    """

    def __init__(self, editions: Path, settings: Mapping[str, str]) -> None:
        self._editions = editions.absolute()
        self._settings = dict(settings)
        self._lock = threading.Lock()
        self._waiting = threading.Semaphore(_WAITING)
        self._making: threading.Thread | None = None
        self._refused = float("-inf")
        self._read: OpenDataSet | None = None

    def folder_of(self, edition_id: str) -> Path:
        """Where the files of an edition are, made or not."""
        if os.access(self._editions, os.W_OK):
            return self._editions / f"{edition_id}{SUFFIX}"
        return Path(tempfile.gettempdir()) / "territorial-map" / f"{edition_id}{SUFFIX}"

    def ready(self, edition_id: str) -> OpenDataSet | None:
        """The files of an edition; ``None`` while they are not made."""
        folder, found = self.folder_of(edition_id), self._read
        if not (folder / DESCRIPTOR).is_file():
            return None
        if found is not None and found.edition == edition_id:
            return found
        try:
            self._read = read_data_set(folder)
        except EditionError as error:
            _LOG.warning("open data cannot be read: %s", error)
            return None
        return self._read

    def asked(self, edition_id: str, patience_s: float = FOR_A_PAGE_S) -> OpenDataSet | None:
        """The files of an edition, waited for a while; ``None`` where they still are being made.

        Two requests wait at most: the others are told at once.
        """
        found = self.ready(edition_id)
        if found is not None:
            return found
        making = self._start(edition_id)
        if making is None or not self._waiting.acquire(blocking=False):
            return None
        try:
            making.join(patience_s)
        finally:
            self._waiting.release()
        return self.ready(edition_id)

    def needed(self, edition_id: str, patience_s: float = FOR_A_FILE_S) -> OpenDataSet:
        """The files of an edition.

        Raises:
            Unavailable: they are being made, or could not be.
        """
        found = self.asked(edition_id, patience_s)
        if found is None:
            raise Unavailable(
                "Les données ouvertes de cette édition sont en préparation : réessayez dans un "
                "moment.",
                30,
            )
        return found

    def _start(self, edition_id: str) -> threading.Thread | None:
        """The thread that has files made; ``None`` where they could not be made just before."""
        with self._lock:
            if self._making is not None and self._making.is_alive():
                return self._making
            if time.monotonic() - self._refused < _AGAIN_AFTER_S:
                return None
            self._making = threading.Thread(target=self._make, args=(edition_id,), daemon=True)
            self._making.start()
            return self._making

    def _make(self, edition_id: str) -> None:
        target = self.folder_of(edition_id)
        command = [sys.executable, "-m", _MODULE, "export", "open-data", str(target)]
        environment = {
            "PYTHONUTF8": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "GDAL_NUM_THREADS": "1",
            "TERRITORIAL_MAP_EDITIONS": str(self._editions),
        }
        try:
            subprocess.run(  # noqa: S603 - our own program, told what we chose
                [*command, "--edition", edition_id],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=environment | self._settings,
                timeout=_LONGEST_S,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            self._refused = time.monotonic()
            _LOG.error("open data could not be made: %s", _why(error))


def _why(error: Exception) -> str:
    told = getattr(error, "stderr", None) or b""
    return told.decode("utf-8", "replace").strip()[-500:] or str(error)
