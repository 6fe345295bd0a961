"""Files on their way: made at their own pace, read at their readers' pace."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import closing
from typing import cast

from anyio import CancelScope, to_thread
from fastapi.responses import StreamingResponse
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from territorial_map.api.gate import Admission
from territorial_map.api.head_requests import HEAD_ONLY
from territorial_map.api.mending import NOTICE, noticed
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.format import Format

CLOSED = {"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}
_PIECE = 2**16
_AHEAD = 16 * 2**20
"""Bytes that may be made before a reader has read them: whole files, but for the longest."""


class Spool:
    """Bytes that one thread puts and one reader takes, in a passing file without a name."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``close``
        self._size = 0
        self._ended = self._left = False
        self._error: BaseException | None = None
        self._more, self._room = asyncio.Event(), asyncio.Event()
        self._read = 0

    async def fill(self, chunks: Iterator[bytes]) -> None:
        """Put every chunk, each made in a thread, until the end or until the reader has left."""
        try:
            while await to_thread.run_sync(self._put, chunks):
                self._more.set()
                while not self._left and self._size - self._read > _AHEAD:
                    self._room.clear()
                    await self._room.wait()
        except Exception as error:  # noqa: BLE001 - told to the reader, who must not take it for an end
            self._error = error
        finally:
            self.end()

    def _put(self, chunks: Iterator[bytes]) -> bool:
        if self._left:
            return False
        for chunk in chunks:
            self.put(chunk)
            return True
        return False

    def put(self, chunk: bytes) -> None:
        """Put more; called by one at a time."""
        view = memoryview(chunk)
        while view:
            written = os.pwrite(self._file.fileno(), view, self._size)
            self._size, view = self._size + written, view[written:]

    def leave(self) -> None:
        """Nobody reads any more: the chunk being made is the last."""
        self._left = True
        self._room.set()

    def end(self) -> None:
        """Nothing more is put."""
        self._ended = True
        self._more.set()

    async def taken(self) -> AsyncIterator[bytes]:
        """What was put, piece by piece, to its end.

        Raises:
            Exception: what making it fell over.
        """
        while True:
            self._more.clear()
            ended = self._ended
            while piece := os.pread(self._file.fileno(), self._next, self._read):
                self._read += len(piece)
                self._room.set()
                yield piece
            if ended:
                break
            await self._more.wait()
        if self._error is not None:
            raise self._error

    @property
    def _next(self) -> int:
        return min(_PIECE, self._size - self._read)

    def close(self) -> None:
        """Forget it."""
        self._file.close()


async def _following(first: bytes, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in pieces:
        yield piece


class FileResponse(StreamingResponse):
    """A file that stops being made when the client leaves.

    Its place among those that are made is free once it is made, however slowly it is read; that of
    its client once it is read.
    """

    def __init__(
        self, chunks: Iterator[bytes], name: str, media_type: str, place: Admission
    ) -> None:
        self._chunks = cast("Generator[bytes]", chunks)
        self._place = place
        self._making: list[asyncio.Task[None]] = []
        headers = CLOSED | {"Content-Disposition": f'attachment; filename="{name}"'}
        super().__init__((), media_type=media_type, headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send; whatever happens, close the reading and free the place."""
        try:
            with closing(self._chunks), closing(Spool()) as spool:
                try:
                    self.body_iterator = await self._begun(spool, scope)
                    await self._send(scope, receive, send)
                finally:
                    spool.leave()
                    with CancelScope(shield=True):  # a thread may be at work on what is closed next
                        await asyncio.gather(*self._making)
        finally:
            self._place.leave()

    async def _begun(self, spool: Spool, scope: Scope) -> AsyncIterator[bytes]:
        """The body, its first piece made: what cannot even begin is refused with a status.

        HEAD wants none, and nothing is made for it.
        """
        if scope.get(HEAD_ONLY):
            return spool.taken()
        self._making.append(asyncio.create_task(self._make(spool)))
        pieces = spool.taken()
        return _following(await anext(pieces, b""), pieces)

    async def _make(self, spool: Spool) -> None:
        await spool.fill(self._chunks)
        self._place.made()

    async def _send(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._place.sending() as cut:
            await super().__call__(scope, receive, send)
        if cut.cancelled_caught:
            raise ClientDisconnect


class ExportResponse(FileResponse):
    """The file of a table; headers say how many rows it has, and what its notes tell.

    ``X-Notice`` is in UTF-8, percent-encoded: headers are ASCII.
    """

    def __init__(self, table: ExportTable, chosen: Format, place: Admission) -> None:
        chunks = chosen.chunks(table)
        super().__init__(chunks, chosen.file_name(table), chosen.media_type, place)
        self.headers["X-Rows"] = str(table.about.rows)
        if table.about.notes:
            self.headers[NOTICE] = noticed(" ".join(table.about.notes))
