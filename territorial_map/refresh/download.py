"""Fetching a file: only if it is new, within its limits, and from where it was cut.

What has come lies in ``<name>.part`` beside ``<name>.part.json``, which tells what it is a part
of; both stay when the connection is cut, for this run or the next one.
"""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import httpx2
from pydantic import BaseModel, ConfigDict, ValidationError

from territorial_map.domain.errors import SourceError
from territorial_map.domain.language.writing import megabytes
from territorial_map.domain.refresh import FileSeen
from territorial_map.ingest.progress import Progress, silent
from territorial_map.refresh.resolve import Resolved
from territorial_map.refresh.web import Answered, Question, TryAgain, Web, refuse

DOWNLOADING = "Téléchargement"
_SPARE = 1.2
_LEAST_FREE = 200 << 20
_NOT_MODIFIED, _PARTIAL, _BEYOND = 304, 206, 416

Again = Callable[[], Resolved]


class _Beginning(BaseModel):
    """What a part is a part of."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    address: str
    etag: str = ""
    http_date: str = ""
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that has come, or none when it is the one we have (``path`` is ``None``).

    ``resumed`` counts the bytes that were there already; ``resolved`` is what was fetched in the
    end: its address may have changed on the way.
    """

    resolved: Resolved
    path: Path | None
    etag: str = ""
    http_date: str = ""
    size: int = 0
    resumed: int = 0
    hops: tuple[str, ...] = ()


def fetch(
    web: Web,
    again: Again,
    into: Path,
    known: FileSeen | None,
    *,
    headers: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> Fetched:
    """Fetch the file that ``again`` resolves, afresh before each try, into a folder.

    ``known`` is the file of the last time: its validators make the host answer « the same ».

    Raises:
        SourceError: refused, too large, no room, or cut again and again; parts stay.
    """
    into.mkdir(parents=True, exist_ok=True)
    state = {"resolved": again()}
    first = [True]

    def once() -> Fetched:
        if not first[0]:
            state["resolved"] = again()
        first[0] = False
        return _Try(web, state["resolved"], into, known, progress).run(headers or {})

    return web.patiently(once, state["resolved"].address)


def check_room(folder: Path, size: int, most: int) -> None:
    """Look whether a file fits: within its limit, and on the disk with some room to spare.

    Raises:
        SourceError: it does not.
    """
    if size > most:
        raise SourceError(
            f"{megabytes(size)} annoncés, {megabytes(most)} au plus : ce n’est pas le fichier."
        )
    free = shutil.disk_usage(folder).free
    needed = int(size * _SPARE) + _LEAST_FREE
    if free < needed:
        raise SourceError(
            f"Pas assez de place : {megabytes(needed)} nécessaires, {megabytes(free)} libres. "
            "Rien n’est commencé."
        )


class _Try:
    """One try at one address."""

    def __init__(
        self, web: Web, resolved: Resolved, into: Path, known: FileSeen | None, tell: Progress
    ) -> None:
        self._web = web
        self._resolved = resolved
        self._into = into
        self._known = known
        self._tell = tell
        self._path = into / resolved.name
        self._part = into / f"{resolved.name}.part"
        self._beside = into / f"{resolved.name}.part.json"

    def run(self, headers: Mapping[str, str]) -> Fetched:
        """Ask, and take what comes; parts of other files that lie in the folder go."""
        for other in self._into.glob("*.part*"):
            if other not in {self._part, self._beside}:
                other.unlink(missing_ok=True)
        beginning = self._beginning()
        there = self._part.stat().st_size if beginning else 0
        own = {"User-Agent": self._resolved.wanted.user_agent} if self._agent() else {}
        asked = Question(
            self._resolved.address,
            {**own, **headers, **self._conditions(beginning, there)},
            self._resolved.wanted.hosts,
        )
        with self._web.open(asked) as answered:
            code = answered.response.status_code
            if code == _NOT_MODIFIED or (not there and self._is_known(answered)):
                return self._same(answered)
            if code == _BEYOND and beginning and self._ends_at(answered.response, there):
                return self._done(beginning, there, answered)
            if code == _BEYOND:
                self._forget()
                raise TryAgain("La reprise demandée va au-delà du fichier : il a changé")
            refuse(answered.response)
            resumed = there if beginning and self._continues(answered, beginning, there) else 0
            if code == _PARTIAL and not resumed:
                self._forget()
                raise TryAgain("La suite du fichier n’est pas celle de ce début : il a changé")
            return self._take(answered, resumed)

    def _agent(self) -> bool:
        return bool(self._resolved.wanted.user_agent)

    def _beginning(self) -> _Beginning | None:
        """What the part at hand is a part of, if it can be continued."""
        with suppress(FileNotFoundError, ValidationError):
            told = _Beginning.model_validate_json(self._beside.read_bytes())
            resumable = self._resolved.wanted.resumable and (
                told.http_date or _is_strong(told.etag)
            )
            if told.address == self._resolved.address and resumable and self._part.stat().st_size:
                return told
        self._forget()
        return None

    def _conditions(self, beginning: _Beginning | None, there: int) -> dict[str, str]:
        if beginning is not None:
            # A weak ETag may not stand in If-Range (RFC 9110, 13.1.5).
            condition = beginning.etag if _is_strong(beginning.etag) else beginning.http_date
            return {"Range": f"bytes={there}-", "If-Range": condition}
        told = {}
        if self._known is not None:
            if self._known.etag:
                told["If-None-Match"] = self._known.etag
            if self._known.http_date:
                told["If-Modified-Since"] = self._known.http_date
        return told

    def _is_known(self, answered: Answered) -> bool:
        """Whether a host that ignores conditions sends the file we have."""
        known, told = self._known, answered.response.headers
        if known is None or answered.response.status_code != 200:
            return False
        if known.etag:
            return bool(_plain(told.get("etag", "")) == _plain(known.etag))
        same_date = bool(known.http_date) and told.get("last-modified", "") == known.http_date
        return same_date and _length(answered.response) == known.size

    def _same(self, answered: Answered) -> Fetched:
        known = self._known or FileSeen("")
        return Fetched(
            self._resolved, None, known.etag, known.http_date, known.size or 0, 0, answered.hops
        )

    def _ends_at(self, response: httpx2.Response, there: int) -> bool:
        return bool(response.headers.get("content-range", "") == f"bytes */{there}")

    def _continues(self, answered: Answered, beginning: _Beginning, there: int) -> bool:
        """Whether an answer is the rest of the part at hand."""
        response = answered.response
        if response.status_code != _PARTIAL:
            return False
        told = response.headers
        unit, _, span = told.get("content-range", "").partition(" ")
        begins, _, total = span.partition("/")
        same_total = beginning.total is None or total in {"*", str(beginning.total)}
        same_tag = not beginning.etag or _plain(told.get("etag", "")) == _plain(beginning.etag)
        return unit == "bytes" and begins.startswith(f"{there}-") and same_total and same_tag

    def _take(self, answered: Answered, resumed: int) -> Fetched:
        response = answered.response
        announced = _length(response)
        total = None if announced is None else resumed + announced
        wanted = self._resolved.wanted
        check_room(self._into, total or self._resolved.most_likely_size, wanted.most_bytes)
        beginning = _Beginning(
            address=self._resolved.address,
            etag=response.headers.get("etag", ""),
            http_date=response.headers.get("last-modified", ""),
            total=total,
        )
        self._beside.write_text(beginning.model_dump_json(), encoding="utf-8")
        with self._part.open("ab" if resumed else "wb") as file:
            size = self._write(response, file, resumed, total)
        if total is not None and size != total:
            raise TryAgain(f"{response.url.host} : {size} octets reçus, {total} annoncés")
        return replace(self._done(beginning, size, answered), resumed=resumed)

    def _write(
        self, response: httpx2.Response, file: BinaryIO, size: int, total: int | None
    ) -> int:
        step = f"{DOWNLOADING} : {self._resolved.name}"
        expected = total or self._resolved.most_likely_size
        most = self._resolved.wanted.most_bytes
        # As they come: nothing waits in memory for a cut.
        for part in self._web.parts(response, packed=_is_packed(response)):
            size += len(part)
            if size > most:
                self._forget()
                raise SourceError(f"Plus de {megabytes(most)} reçus : ce n’est pas le fichier.")
            file.write(part)
            self._tell(step, size, max(expected, size))
        self._tell(step, size, size)
        return size

    def _done(self, beginning: _Beginning, size: int, answered: Answered) -> Fetched:
        self._part.replace(self._path)
        self._beside.unlink(missing_ok=True)
        return Fetched(
            self._resolved,
            self._path,
            beginning.etag,
            beginning.http_date,
            size,
            hops=answered.hops,
        )

    def _forget(self) -> None:
        self._part.unlink(missing_ok=True)
        self._beside.unlink(missing_ok=True)


def _is_packed(response: httpx2.Response) -> bool:
    """Whether a host packed the body on the way though we asked it not to."""
    return response.headers.get("content-encoding", "identity").lower() not in {"", "identity"}


def _length(response: httpx2.Response) -> int | None:
    told = response.headers.get("content-length", "")
    return int(told) if told.isdigit() and not _is_packed(response) else None


def _is_strong(etag: str) -> bool:
    return etag.startswith('"')


def _plain(etag: str) -> str:
    return etag.strip().removeprefix("W/")
