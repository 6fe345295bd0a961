"""Small servers of tests, on what the product runs on, in a thread and on a free port."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import uvicorn
from fastapi import FastAPI

from territorial_map.hosting.running import server_options
from tests.serving import port_of

LOCAL = "127.0.0.1"
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
