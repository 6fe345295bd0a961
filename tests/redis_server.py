"""A Redis of a test's own, on a free port, without a file; stopped on leaving."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.programs import program

PATIENCE_SECONDS = 20


@contextmanager
def redis_server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Its address, and the process, which a test may stop earlier.

    Raises:
        TimeoutError: it does not answer in ``PATIENCE_SECONDS``.
    """
    executable = program("redis-server", "redis-server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen([executable, *options], stdout=subprocess.DEVNULL)  # noqa: S603 - a program of the system, on a port of this machine
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0", process
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"redis did not start in {PATIENCE_SECONDS} s")
