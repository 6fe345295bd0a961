"""Reading a list in a process of its own: started, fed, listened to, and killed when it must be."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Self

import orjson

from territorial_map.domain.errors import SourceError, SourceTooLarge, TooMany
from territorial_map.services.matching.apart.wire import error_told, list_told
from territorial_map.services.matching.list_files import GivenList

_MODULE = "territorial_map.services.matching.apart.process"
_PIECE = 2**16
_HEAD = 2**16
_WAIT_S = 20.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What a reading may take: bytes of memory, seconds of work and of clock, bytes of answer."""

    memory: int = 768 * 2**20  # maps need 400 MiB, whatever their size
    cpu_s: int = 20
    clock_s: float = 40.0
    most_list: int = 6 * 2**20
    most_reading: int = 40 * 2**20
    at_once: int = 2


class ListReader:
    """Reads lists apart, a few at once; the others wait their turn for a while."""

    def __init__(self, limits: ReadingLimits = ReadingLimits()) -> None:
        self._limits = limits
        self._places = asyncio.Semaphore(limits.at_once)

    async def read_list(
        self, media_type: str, body: bytes, *, completing: bool = False
    ) -> GivenList:
        """The list of a body, as matching reads it: a form with a file, or JSON rows.

        Its lines have the cells that complete pages too where it is ``completing``.

        Raises:
            UserError: what the list has that cannot be read, in one sentence.
        """
        async with _Running(self._places, self._limits) as running:
            want = "completing" if completing else "list"
            asked = {"want": want, "telling": True, "most": self._limits.most_list}
            await running.ask(media_type, body, asked)
            return list_told(b"".join([piece async for piece in running.pieces()]))

    async def reading(self, media_type: str, body: bytes) -> AsyncIterator[bytes]:
        """The reading of a form's file as JSON, piece by piece: all columns and rows.

        The first piece comes when the whole list has been read; to be read to its end or closed.

        Raises:
            UserError: as ``read_list``, before the first piece.
        """
        async with _Running(self._places, self._limits) as running:
            asked = {"want": "reading", "telling": False, "most": self._limits.most_reading}
            await running.ask(media_type, body, asked)
            del body
            async for piece in running.pieces():
                yield piece


class _Running:
    """One process, from its start to its end."""

    def __init__(self, places: asyncio.Semaphore, limits: ReadingLimits) -> None:
        self._places = places
        self._limits = limits
        self._process: asyncio.subprocess.Process | None = None
        self._end: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> Self:
        try:
            async with asyncio.timeout(_WAIT_S):
                await self._places.acquire()
        except TimeoutError:
            message = "Plusieurs listes sont déjà en cours de lecture : réessayez dans un moment."
            raise TooMany(message, 10) from None
        try:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                _MODULE,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env={"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", "GDAL_NUM_THREADS": "1"},
                limit=_PIECE,
            )
        except OSError:
            self._places.release()
            raise
        loop = asyncio.get_running_loop()
        self._end = loop.call_later(2 * self._limits.clock_s, self._kill)
        return self

    def _kill(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill()

    async def __aexit__(self, *_: object) -> None:
        try:
            self._kill()
            if self._end is not None:
                self._end.cancel()
            if self._process is not None:
                await asyncio.shield(self._process.wait())
        finally:
            self._places.release()

    async def ask(self, media_type: str, body: bytes, asked: dict[str, object]) -> None:
        """Give the body, and wait until it is read.

        Raises:
            UserError: what is wrong with it, or that it asks for too much.
        """
        limits = self._limits
        told = asked | {"type": media_type, "memory": limits.memory, "cpu_s": limits.cpu_s}
        try:
            async with asyncio.timeout(limits.clock_s):
                await self._feed(orjson.dumps(told) + b"\n", body)
                head = await self._out.readline()
        except TimeoutError:
            raise self._too_much() from None
        if not head.endswith(b"\n"):
            raise await self._ended()
        answer = orjson.loads(head)
        if answer["kind"] != "ok":
            raise error_told(answer)

    async def pieces(self) -> AsyncIterator[bytes]:
        """What it answers, after the head."""
        while piece := await self._out.read(_PIECE):
            yield piece
        assert self._process is not None  # noqa: S101 - entered
        if await self._process.wait() != 0:
            raise self._too_much()

    @property
    def _out(self) -> asyncio.StreamReader:
        assert self._process is not None  # noqa: S101 - entered
        assert self._process.stdout is not None  # noqa: S101 - a pipe
        return self._process.stdout

    async def _feed(self, head: bytes, body: bytes) -> None:
        assert self._process is not None  # noqa: S101 - entered
        assert self._process.stdin is not None  # noqa: S101 - a pipe
        stdin = self._process.stdin
        try:
            stdin.write(head)
            for start in range(0, len(body), _PIECE):
                stdin.write(body[start : start + _PIECE])
                await stdin.drain()
            stdin.close()
            await stdin.wait_closed()
        except (BrokenPipeError, ConnectionResetError):
            return  # it ended: why is told by how

    async def _ended(self) -> SourceError:
        """Why it ended without an answer: a limit, or a fault of ours that the log tells."""
        assert self._process is not None  # noqa: S101 - entered
        code = await self._process.wait()
        if code < 0:
            return self._too_much()
        stderr = self._process.stderr
        trace = (await stderr.read(_HEAD)).decode("utf-8", "replace") if stderr else ""
        if "MemoryError" in trace:
            return self._too_much()
        where = [line.strip() for line in trace.splitlines() if line.lstrip().startswith("File ")]
        _log.error("a list could not be read apart (code %s): %s", code, " | ".join(where[-3:]))
        return SourceError(
            "Cette liste ne peut pas être lue. Enregistrez-la de nouveau, en .csv, et recommencez."
        )

    @staticmethod
    def _too_much() -> SourceTooLarge:
        return SourceTooLarge(
            "Cette liste demande plus de mémoire ou de temps que ce qui lui est accordé. "
            "Enregistrez-la en .csv, avec ses seules lignes et colonnes utiles, et recommencez."
        )
