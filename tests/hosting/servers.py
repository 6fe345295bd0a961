"""Small servers of tests, on what the product runs on, on a free port, in a thread or apart."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import httpx2 as httpx
import uvicorn
from fastapi import FastAPI

from territorial_map.hosting.running import server_options
from tests.serving import port_of

LOCAL = "127.0.0.1"
START_S = 120
END_S = 30


@contextmanager
def running_application(application: FastAPI) -> Iterator[int]:
    """The port of an application that is served; it must end on leaving."""
    options: Any = server_options()
    running = uvicorn.Server(uvicorn.Config(application, host=LOCAL, port=0, **options))
    thread = Thread(target=running.run, daemon=True)
    thread.start()
    try:
        yield port_of(running)
    finally:
        running.should_exit = True
        thread.join(END_S)
        assert not thread.is_alive(), "it ends whatever is half-sent"


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return int(probe.getsockname()[1])


@contextmanager
def server_process(
    editions: Path, folder: Path, *options: str, **settings: str
) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The command ``serve`` in a process of its own, once it answers."""
    port = free_port()
    told = {f"TERRITORIAL_MAP_{name.upper()}": value for name, value in settings.items()}
    ledger = f"sqlite:///{folder / 'ledger.sqlite'}"
    environment = dict(os.environ) | told  # noqa: TID251 - a process of its own needs its settings
    environment |= {"TERRITORIAL_MAP_EDITIONS": str(editions), "TERRITORIAL_MAP_LEDGER": ledger}
    command = [sys.executable, "-m", "territorial_map.cli", "serve", "--port", str(port), *options]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stderr=log, text=True)  # noqa: S603 - our own command
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for_health(f"{address}/api/v1/health", process)
        yield address, process
    finally:
        process.kill()
        process.wait()


def wait_for_health(address: str, process: "subprocess.Popen[str]") -> None:
    limit = time.monotonic() + START_S
    while time.monotonic() < limit and process.poll() is None:
        try:
            if httpx.get(address, timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise TimeoutError(f"no answer in {START_S} s")
