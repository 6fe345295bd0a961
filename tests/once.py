"""What costs much and never changes is made once for all the processes of one run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

PATIENCE_SECONDS = 600


def folder_of_the_run(factory: pytest.TempPathFactory, worker: str) -> Path:
    """The temporary folder that the processes of one run share; ``worker`` is ``worker_id``."""
    own = factory.getbasetemp()
    return own if worker == "master" else own.parent


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, filled by whoever asks first; the others wait until it is whole.

    Only for what is read and never written afterwards. A failure leaves it unfinished, and the next
    to ask tries again in a folder that is empty.

    Raises:
        Timeout: it is not made in ``PATIENCE_SECONDS``.
    """
    whole = folder / "made"
    with FileLock(folder.with_suffix(".lock"), timeout=PATIENCE_SECONDS):
        if not whole.is_dir():
            attempt = folder / "attempt"
            _emptied(attempt)
            make(attempt)
            attempt.rename(whole)
    return whole


def _emptied(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.mkdir(parents=True, exist_ok=True)
