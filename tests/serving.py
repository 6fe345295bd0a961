"""The app on a port of its own, in a thread, for tests that speak to it over the network."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from territorial_map.bootstrap import create_application
from territorial_map.hosting.running import server_options
from territorial_map.settings import Settings

START_SECONDS = 60


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The address of the app with these settings, stopped on leaving.

    Raises:
        TimeoutError: it has not started in ``START_SECONDS``.
    """
    application = create_application(settings)
    options: Any = server_options()
    config = uvicorn.Config(application, host="127.0.0.1", port=0, log_level="warning", **options)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port_of(server)}"
    finally:
        server.should_exit = True
        thread.join(START_SECONDS)


def port_of(server: uvicorn.Server) -> int:
    """The port of a server that is starting, once it has.

    Raises:
        TimeoutError: it has not started in ``START_SECONDS``.
    """
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        if time.monotonic() > deadline:
            raise TimeoutError(f"the app did not start in {START_SECONDS} s")
        time.sleep(0.05)
    return int(server.servers[0].sockets[0].getsockname()[1])
