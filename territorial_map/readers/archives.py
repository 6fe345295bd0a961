"""The files of an archive, one at a time on disk, within bounds."""

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from territorial_map.domain.errors import SourceError, SourceTooLarge
from territorial_map.domain.language.writing import megabytes

MAX_FILES = 500
_MAX_INFLATED = 16 * 2**30
_MAX_RATIO = 200


def is_archive_of_several(path: Path) -> bool:
    """True for a ``.zip`` that holds more than one file."""
    if path.suffix.lower() != ".zip" or not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return sum(not each.is_dir() for each in archive.infolist()) > 1


def names_in_archive(path: Path) -> tuple[str, ...]:
    """The names of the files of a ``.zip``, at most ``MAX_FILES``; none where it is no archive."""
    if not zipfile.is_zipfile(path):
        return ()
    with zipfile.ZipFile(path) as archive:
        return tuple(each for each in archive.namelist()[:MAX_FILES] if not each.endswith("/"))


@contextmanager
def unpacked_files(path: Path, suffix: str) -> Iterator[Iterator[Path]]:
    """The files of a ``.zip`` that end so, by name; each is gone when the next one is asked for.

    Raises:
        SourceError: no such file in it, too many, an unsafe name, a damaged archive.
        SourceTooLarge: it swells beyond what is read.
    """
    try:
        with zipfile.ZipFile(path) as archive, TemporaryDirectory() as folder:
            members = _members(path, archive, suffix)
            yield _one_by_one(archive, members, Path(folder))
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise _damaged(path, error) from error


@contextmanager
def unpacked_folder(path: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """A passing folder with the files of a ``.zip`` that end so, side by side under their names.

    Raises:
        SourceError: as ``unpacked_files``, or two files of one name.
        SourceTooLarge: it swells beyond what is read.
    """
    try:
        with zipfile.ZipFile(path) as archive, TemporaryDirectory() as folder:
            for member in _members(path, archive, suffixes):
                target = Path(folder) / PurePosixPath(member.filename).name
                if target.exists():
                    raise SourceError(f"{path.name} : deux fichiers « {target.name} ».")
                with archive.open(member) as packed, target.open("wb") as file:
                    shutil.copyfileobj(packed, file)
            yield Path(folder)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> SourceError:
    return SourceError(
        f"{path.name} : archive abîmée ou incomplète ({error}). Téléchargez-la de nouveau."
    )


def _members(
    path: Path, archive: zipfile.ZipFile, suffix: str | tuple[str, ...]
) -> list[zipfile.ZipInfo]:
    found = [
        each
        for each in archive.infolist()
        if not each.is_dir() and each.filename.lower().endswith(suffix)
    ]
    told = suffix if isinstance(suffix, str) else ", ".join(suffix)
    if not found or len(found) > MAX_FILES:
        raise SourceError(
            f"{path.name} : {len(found)} fichiers « {told} » dans l’archive, de 1 à {MAX_FILES} "
            "attendus."
        )
    for each in found:
        name = PurePosixPath(each.filename)
        if name.is_absolute() or ".." in name.parts:
            raise SourceError(f"{path.name} : nom de fichier refusé, « {each.filename} ».")
        if each.flag_bits & 1:
            raise SourceError(f"{path.name} : l’archive est protégée par un mot de passe.")
    inflated, packed = sum(e.file_size for e in found), sum(e.compress_size for e in found)
    if inflated > _MAX_INFLATED or (inflated > 2**24 and inflated > _MAX_RATIO * max(1, packed)):
        raise SourceTooLarge(
            f"{path.name} : l’archive annonce {megabytes(inflated)} pour "
            f"{megabytes(packed, 3)} compressés. C’est démesuré : elle n’est pas ouverte."
        )
    return sorted(found, key=lambda each: each.filename)


def _one_by_one(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: Path
) -> Iterator[Path]:
    for member in members:
        path = folder / PurePosixPath(member.filename).name
        with archive.open(member) as packed, path.open("wb") as file:
            shutil.copyfileobj(packed, file)
        yield path
        path.unlink()
