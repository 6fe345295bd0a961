"""Files are made at their own pace and read at their readers': who reads slowly holds nobody."""

import asyncio
import errno
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Message

from territorial_map.api import sent_files
from territorial_map.api.gate import Gate
from territorial_map.api.sent_files import FileResponse, Spool
from territorial_map.domain.errors import TooMany
from territorial_map.store.editions import MOST_FILES

pytestmark = pytest.mark.anyio
DEADLINE_S = 120
CHUNKS = [bytes([n]) * 100_000 for n in range(10)]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Made:
    """The chunks of a file; tells how many were made, and that it was closed."""

    def __init__(self, *, fails: bool = False) -> None:
        self.count, self.closed, self._fails = 0, False, fails

    def chunks(self) -> Iterator[bytes]:
        try:
            for chunk in CHUNKS:
                self.count += 1
                yield chunk
            if self._fails:
                raise OSError("synthetic")
        finally:
            self.closed = True


async def never() -> Message:
    await asyncio.sleep(DEADLINE_S)
    return {"type": "http.disconnect"}


async def reading_nothing(message: Message) -> None:
    if message["type"] == "http.response.body":
        await asyncio.sleep(DEADLINE_S)


SCOPE: dict[str, Any] = {"type": "http", "asgi": {"spec_version": "2.4"}}


async def until(so: Any) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while not so():  # noqa: ASYNC110 - what is waited for knows no event
            await asyncio.sleep(0.01)


async def test_files_that_nobody_reads_on_keep_no_one_from_having_one_made() -> None:
    gate, made = Gate(per_minute=10**6, at_once=1), []
    tasks = []
    for number in range(MOST_FILES + 6):
        file = Made()
        turn = gate.admit(f"client {number}")
        answer = FileResponse(file.chunks(), "synthetic.csv", "text/csv", turn)
        tasks.append(asyncio.create_task(answer(SCOPE, never, reading_nothing)))
        made.append(file)
        await until(lambda file=file: file.closed or file.count == len(CHUNKS))
        await until(lambda turn=turn: not turn.is_making)

    gate.admit("another client").leave()
    with pytest.raises(TooMany, match="déjà en cours"):
        gate.admit("client 0")
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    gate.admit("client 0").leave()

    assert len(tasks) > MOST_FILES
    assert all(file.closed for file in made)


async def test_what_is_read_is_what_was_made() -> None:
    spool, file = Spool(), Made()
    filling = asyncio.create_task(spool.fill(file.chunks()))
    taken = b"".join([piece async for piece in spool.taken()])
    await filling
    spool.close()

    assert taken == b"".join(CHUNKS)


async def test_a_file_that_fails_in_the_middle_is_no_whole_file() -> None:
    spool, read = Spool(), bytearray()
    filling = asyncio.create_task(spool.fill(Made(fails=True).chunks()))

    async def read_all() -> None:
        async for piece in spool.taken():
            read.extend(piece)

    with pytest.raises(OSError, match="synthetic"):
        await read_all()
    await filling
    spool.close()

    assert read == b"".join(CHUNKS)


async def test_a_long_file_waits_for_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent_files, "_AHEAD", 250_000)
    spool, file = Spool(), Made()
    filling = asyncio.create_task(spool.fill(file.chunks()))
    await until(lambda: file.count == 3)
    await asyncio.sleep(0.05)
    before = file.count
    taken = b"".join([piece async for piece in spool.taken()])
    await filling
    spool.close()

    assert before == 3
    assert taken == b"".join(CHUNKS)


async def test_a_reader_who_leaves_ends_the_making() -> None:
    gate, file = Gate(at_once=1), Made()

    async def gone(message: Message) -> None:
        if message["type"] == "http.response.body":
            raise OSError("gone")

    answer = FileResponse(file.chunks(), "synthetic.csv", "text/csv", gate.admit("one"))
    with pytest.raises(ClientDisconnect):
        await answer(SCOPE, never, gone)

    gate.admit("one").leave()
    assert file.closed


async def test_a_reader_who_leaves_while_a_chunk_is_made_ends_the_making_after_it() -> None:
    gate, begun, go, ended = Gate(at_once=1), threading.Event(), threading.Event(), []

    def chunks() -> Iterator[bytes]:
        try:
            while True:
                yield CHUNKS[0]
                begun.set()
                go.wait(DEADLINE_S)
        finally:
            ended.append(True)

    async def gone(message: Message) -> None:
        if message["type"] == "http.response.body":
            await until(begun.is_set)
            raise OSError("gone")

    answer = FileResponse(chunks(), "synthetic.csv", "text/csv", gate.admit("one"))
    sending = asyncio.create_task(answer(SCOPE, never, gone))
    await until(begun.is_set)
    await asyncio.sleep(0.1)
    go.set()
    with pytest.raises(ClientDisconnect):
        await sending

    assert ended == [True]
    gate.admit("one").leave()


async def test_a_file_whose_first_piece_cannot_be_made_sends_no_headers() -> None:
    def nothing() -> Iterator[bytes]:
        for number in (errno.ENOSPC,):
            raise OSError(number, "synthetic")
        yield b""

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    gate = Gate()
    with pytest.raises(OSError, match="synthetic"):
        await FileResponse(nothing(), "a.csv", "text/csv", gate.admit("one"))(SCOPE, never, send)

    assert sent == []
