"""Pointers of a folder of editions: small files, each with the name of one edition."""

import os
import re
from contextlib import suppress
from pathlib import Path

from territorial_map.domain.errors import EditionError

CURRENT = "current"
_PREVIOUS = "previous"
_MOST_CHARACTERS = 256
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")


def current_id(folder: Path) -> str | None:
    """The id of the edition to serve, or ``None`` when the folder has none.

    Raises:
        EditionError: the pointer names no edition, or cannot be read.
    """
    return _pointed_to(folder / CURRENT)


def previous_id(folder: Path) -> str | None:
    """The id of the edition that was current before the present one, or ``None``.

    Raises:
        EditionError: as ``current_id``.
    """
    return _pointed_to(folder / _PREVIOUS)


def point_to(folder: Path, edition_id: str) -> None:
    """Make an edition of the folder the current one, in one step; the one before is noted."""
    replaced = None
    with suppress(EditionError):  # a pointer that names nothing is what this mends
        replaced = current_id(folder)
    if replaced and replaced != edition_id:
        _point(folder / _PREVIOUS, replaced)
    _point(folder / CURRENT, edition_id)


def _pointed_to(pointer: Path) -> str | None:
    try:
        with pointer.open(encoding="utf-8") as file:
            told = file.read(_MOST_CHARACTERS).strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _names_nothing(pointer) from error
    if told and not _NAME.fullmatch(told):
        raise _names_nothing(pointer)
    return told or None


def _names_nothing(pointer: Path) -> EditionError:
    return EditionError(
        f"Le pointeur « {pointer} » ne nomme aucune édition : une ligne de texte est attendue. "
        "Désignez-en une avec « territorial-map editions use »."
    )


def _point(pointer: Path, edition_id: str) -> None:
    beside = pointer.with_name(f".{pointer.name}-{os.getpid()}")
    beside.write_text(f"{edition_id}\n", encoding="utf-8")
    beside.replace(pointer)
