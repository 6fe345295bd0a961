"""Clients cut in the middle of a file leave nothing behind in the process that served them."""

import socket
import struct
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx2 as httpx
import psutil
import pytest

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.store.writer import write_edition
from tests.hosting.servers import server_process
from tests.synthetic import PLACES, organisation

CUT = 200
ROWS = 4_000
_NAME = "Organisation synthétique au nom fort long " * 40
FILES = ("csv", "geojson", "kml")
WHOLE = ("xlsx", "ods", "gpkg")
"""Formats that are made whole before their first byte leaves."""

_TOGETHER = 40
_MORE_MIB = 48
_FEW = 4
_MIB = 2**20
_PATIENCE_S = 120
_LITTLE = 4_096
# A socket that is closed so says at once that nobody is there any more (RST).
_AT_ONCE = struct.pack("ii", 1, 0)


@pytest.fixture(scope="module")
def long_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough synthetic organisations that no file of them passes in what the network holds."""
    folder = tmp_path_factory.mktemp("long")
    kept = [organisation(f"synthetic:{n:05}", name=f"{_NAME}{n}") for n in range(ROWS)]
    count = SourceCount("synthetic.csv", "Table synthétique", "2026-01", "CC0", ROWS, ROWS, 0, 0)
    write_edition(kept, PLACES, EditionReport((count,)), folder, built_on="2026-11-22")
    return folder


class Reader:
    """A client that begins to read a file, through a window too small to hold it."""

    def __init__(self, address: str, number: int, code: str) -> None:
        parts = urlsplit(address)
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _LITTLE)
        self.socket.settimeout(_PATIENCE_S)
        self.socket.connect((str(parts.hostname), int(parts.port or 80)))
        asked = f"GET /api/v1/export.{code} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        asked += f"X-Client: {named(number)}\r\n\r\n"
        self.socket.sendall(asked.encode())

    def begin(self) -> None:
        """Read the first bytes, which tell that the file is under way."""
        assert self.socket.recv(_LITTLE).startswith(b"HTTP/1.1 200 ")

    def cut(self, *, at_once: bool) -> None:
        """Leave: with a word, or without."""
        if at_once:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        self.socket.close()


def named(number: int) -> str:
    """A client of its own: one may have one file under way."""
    return f"10.0.{number // 250}.{number % 250}"


def status_for(address: str, number: int) -> int:
    """What the same client gets when it asks for a small file."""
    headers = {"X-Client": named(number)}
    asked = f"{address}/api/v1/export.csv?q=absent"
    return httpx.get(asked, headers=headers, timeout=_PATIENCE_S).status_code


def cut_many(address: str, clients: int) -> None:
    """So many clients, some at a time, each cut in the middle of its file."""
    for first in range(0, clients, _TOGETHER):
        numbers = range(first, first + _TOGETHER)
        readers = [Reader(address, n, FILES[n % len(FILES)]) for n in numbers]
        if not first:
            readers += [Reader(address, CUT + n, code) for n, code in enumerate(WHOLE)]
        for reader in readers:
            reader.begin()
        assert status_for(address, first) == 429, "the file is under way"
        listed = httpx.get(f"{address}/api/v1/organisations?q=absent", timeout=_PATIENCE_S)
        assert listed.status_code == 200, "files that are read slowly hold nobody else"
        for n, reader in enumerate(readers):
            reader.cut(at_once=n % 2 == 0)


def wait_for(so: Callable[[], bool]) -> None:
    """Until something is so.

    Raises:
        TimeoutError: it never was.
    """
    limit = time.monotonic() + _PATIENCE_S
    while not so():
        if time.monotonic() > limit:
            raise TimeoutError("what clients left behind is still there")
        time.sleep(0.2)


def test_clients_cut_in_the_middle_of_a_file_leave_nothing_behind(
    long_edition: Path, tmp_path: Path
) -> None:
    settings = {
        "client_header": "X-Client",
        "exports_at_once": "1",
        "exports_per_minute": "10000",
    }
    with server_process(long_edition, tmp_path, **settings) as (address, running):
        process = psutil.Process(running.pid)
        for code in FILES + WHOLE:  # what is opened once is open after this
            httpx.get(f"{address}/api/v1/export.{code}?q=absent", timeout=_PATIENCE_S)
        files, threads = process.num_fds(), process.num_threads()
        cut_many(address, 2 * _TOGETHER)
        wait_for(lambda: is_alone(process))
        memory = process.memory_info().rss

        cut_many(address, CUT)

        wait_for(lambda: is_alone(process))
        freed = {status_for(address, number) for number in range(0, CUT, 10)}
        grown = process.memory_info().rss - memory
        wait_for(lambda: process.num_fds() <= files + _FEW)
        wait_for(lambda: threads_left(address, process) <= threads + _FEW)

    assert freed == {200}
    assert grown < _MORE_MIB * _MIB


def threads_left(address: str, process: psutil.Process) -> int:
    """Threads after one more answer from a thread, with which those that were idle for long end."""
    httpx.get(f"{address}/api/v1/health", timeout=_PATIENCE_S)
    return process.num_threads()


def is_alone(process: psutil.Process) -> bool:
    """Whether no client is connected any more."""
    return all(each.status != psutil.CONN_ESTABLISHED for each in process.net_connections())
