"""One folder to read made of two: what the product comes with, and one's own files over it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def overlaid(packaged: Path, own: Path) -> Iterator[Path]:
    """A folder to read both as one; neither is written, and the folder is gone afterwards.

    A file of one's own takes the place of the packaged one of its path, and of its sidecar (the
    same name with another extension).
    """
    if own == packaged or not own.is_dir():
        yield packaged
        return
    with tempfile.TemporaryDirectory(prefix="territorial-map-") as passing:
        mine = sorted(_files_of(own))
        taken = {path.with_suffix("") for path in mine}
        _lend(own, mine, Path(passing))
        theirs = (path for path in _files_of(packaged) if path.with_suffix("") not in taken)
        _lend(packaged, sorted(theirs), Path(passing))
        yield Path(passing)


def _files_of(folder: Path) -> Iterator[Path]:
    """Files by their paths inside a folder, but for those that are being written."""
    for path in folder.rglob("*"):
        if path.is_file() and path.name[0] != "." and "__pycache__" not in path.parts:
            yield path.relative_to(folder)


def _lend(folder: Path, paths: list[Path], passing: Path) -> None:
    """Links where the system makes them, else copies."""
    for path in paths:
        place = passing / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            place.symlink_to((folder / path).resolve())
        except OSError:
            shutil.copyfile(folder / path, place)
