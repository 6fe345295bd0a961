"""Running the application: one process or several on one port, ended within seconds."""

import math
import tempfile
from dataclasses import replace
from pathlib import Path

import uvicorn

from territorial_map.hosting.connections import PatientProtocol
from territorial_map.settings import Settings, hand_down

APPLICATION = "territorial_map.bootstrap:application"
STOP_S = 7
"""Seconds that answers under way have to end after the signal to stop."""

KEEP_S = 20
"""Seconds that a connection stays open between requests: longer than proxies keep theirs
(``deploy/nginx.conf``), for a request must not meet its end."""

_MOST_WAITING = 2_048
_START_S = 60  # a worker that opens an edition answers its supervisor late


def server_options() -> dict[str, object]:
    """What every server of ours is run with, in tests as in service."""
    return {
        "http": PatientProtocol,
        "ws": "none",
        "log_config": None,
        "server_header": False,
        "timeout_keep_alive": KEEP_S,
        "timeout_graceful_shutdown": STOP_S,
        "backlog": _MOST_WAITING,
        "timeout_worker_healthcheck": _START_S,
    }


def run(settings: Settings, workers: int = 1) -> None:
    """Serve until the signal to stop; each worker makes the application from the same settings."""
    hand_down(_shared(settings, workers) if workers > 1 else settings)
    if settings.metrics is not None:
        settings.metrics.mkdir(parents=True, exist_ok=True)
        for left in settings.metrics.glob("*.db"):  # figures of processes that have ended
            left.unlink()
    uvicorn.run(
        APPLICATION,
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers,
        **server_options(),  # type: ignore[arg-type]  # options of several types
    )


def share_at_once(at_once: int, workers: int) -> int:
    """How many costly requests of one client each worker lets in at once, of ``at_once`` in all.

    >>> share_at_once(4, 2), share_at_once(4, 3), share_at_once(1, 8)
    (2, 2, 1)
    """
    return max(1, math.ceil(at_once / workers))


def _shared(settings: Settings, workers: int) -> Settings:
    """The settings of each worker: its share at once, and where they count together."""
    share = share_at_once(settings.exports_at_once, workers)
    told = replace(settings, exports_at_once=share)
    if told.gate_store:
        return told
    folder = tempfile.mkdtemp(prefix="territorial-map-")
    return replace(told, gate_store=str(Path(folder) / "gate.sqlite"))
