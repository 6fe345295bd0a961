"""What has come is what was announced: its first bytes, its size, its digest, its archive whole."""

import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pyarrow as pa
import pyarrow.parquet as pq

from territorial_map.domain.errors import SourceError
from territorial_map.refresh.download import Fetched
from territorial_map.refresh.plan import Shape
from territorial_map.refresh.resolve import Resolved

_CHUNK = 1 << 20
_MOST_INFLATED = 64 * 2**30
_MOST_RATIO = 200
_MAGIC = {
    Shape.GZIP: (b"\x1f\x8b",),
    Shape.ZIP: (b"PK\x03\x04", b"PK\x05\x06"),
    Shape.PARQUET: (b"PAR1",),
    Shape.JSON: (b"{", b"["),
}
_PAGES = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<!--", b"<script", b"<meta")
_DIGESTS = {"sha1": "sha1", "sha256": "sha256", "sha2": "sha256", "md5": "md5"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that is what it should be; ``notes`` say what was accepted and why."""

    sha256: str
    notes: tuple[str, ...] = ()


def check(fetched: Fetched, again: Callable[[], Resolved]) -> Checked | None:
    """Check a file that has come; ``None`` when it must be fetched again.

    ``again`` asks the catalogue once more, where its digest is not that of the file: the file may
    have been replaced between the two, and then its address is another.

    Raises:
        SourceError: it is not what was announced, or it is damaged.
    """
    path = fetched.path
    if path is None:
        raise ValueError("nothing has come")
    shape = sniff(path, fetched.resolved.wanted.shapes)
    found = _digests(path)
    notes: tuple[str, ...] = ()
    if not _agrees(fetched.resolved, fetched.size, found):
        newer = again()
        if newer.address != fetched.resolved.address:
            return None
        if not _agrees(newer, fetched.size, found):
            notes = (_by_its_host(fetched, newer, found["md5"]),)
    _whole(path, shape)
    return Checked(found["sha256"], notes)


def sniff(path: Path, shapes: tuple[Shape, ...]) -> Shape:
    """Which of the expected shapes a file has, by its first bytes.

    Raises:
        SourceError: none of them.
    """
    with path.open("rb") as file:
        beginning = file.read(512)
    return shape_of(beginning, shapes, path.name)


def shape_of(beginning: bytes, shapes: tuple[Shape, ...], name: str) -> Shape:
    """``sniff``, of first bytes at hand."""
    if not beginning:
        raise SourceError(f"{name} : le fichier reçu est vide.")
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:16].lower().startswith(_PAGES):
        raise SourceError(
            f"{name} : une page web est venue à la place du fichier (« {_shown(text)} »). "
            "L’adresse a changé, ou l’hôte est en maintenance."
        )
    for shape in shapes:
        starts = _MAGIC.get(shape)
        if text.startswith(starts) if starts else _is_text(text):
            return shape
    expected = " ou ".join(shape.label for shape in shapes)
    raise SourceError(f"{name} : {expected} attendu, le fichier commence par « {_shown(text)} ».")


def _is_text(beginning: bytes) -> bool:
    packed = any(beginning.startswith(start) for shape in _MAGIC for start in _MAGIC[shape][:1])
    return b"\0" not in beginning and not packed


def _shown(beginning: bytes) -> str:
    told = beginning[:40].decode("latin-1")
    return "".join(c if c.isprintable() else "·" for c in told)


def _digests(path: Path) -> dict[str, str]:
    found = {name: hashlib.new(name, usedforsecurity=False) for name in ("md5", "sha1", "sha256")}
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            for digest in found.values():
                digest.update(chunk)
    return {name: digest.hexdigest() for name, digest in found.items()}


def _agrees(resolved: Resolved, size: int, found: dict[str, str]) -> bool:
    kind, value = resolved.digest
    known = _DIGESTS.get(kind)
    if resolved.size is not None and resolved.size != size:
        return False
    return known is None or not value or found[known] == value


def _by_its_host(fetched: Fetched, told: Resolved, md5: str) -> str:
    """Accept a file whose digest in the catalogue is stale, on the word of its host.

    Raises:
        SourceError: nobody's word stands for it.
    """
    name = told.name
    if told.size is not None and told.size != fetched.size:
        raise SourceError(
            f"{name} : {fetched.size} octets reçus, {told.size} annoncés par le catalogue, deux "
            "fois de suite. Rien n’est remplacé."
        )
    tag = fetched.etag.removeprefix("W/").strip('"').lower()
    if tag != md5:
        raise SourceError(
            f"{name} : l’empreinte n’est pas celle du catalogue ({told.digest[0]}), et l’hôte n’en "
            "donne pas d’autre qui la confirme. Rien n’est remplacé."
        )
    return (
        f"{name} : l’empreinte du catalogue est périmée ; celle de l’hôte (ETag) et la taille "
        "confirment le fichier."
    )


def _whole(path: Path, shape: Shape) -> None:
    looks = {Shape.GZIP: _whole_gzip, Shape.ZIP: _whole_zip, Shape.PARQUET: _whole_parquet}
    look = looks.get(shape)
    if look is None:
        return
    try:
        look(path)
    except (
        *(zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError),
        *(pa.ArrowException, NotImplementedError, RuntimeError),
    ) as error:
        raise SourceError(
            f"{path.name} : archive abîmée ou incomplète ({error}). Rien n’est remplacé."
        ) from error


def _whole_gzip(path: Path) -> None:
    size, most = 0, min(_MOST_INFLATED, max(1 << 24, _MOST_RATIO * path.stat().st_size))
    with gzip.open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise SourceError(f"{path.name} : l’archive enfle démesurément.")


def _whole_zip(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        inflated = sum(each.file_size for each in members)
        packed = sum(each.compress_size for each in members)
        if inflated > _MOST_INFLATED or (
            inflated > 1 << 24 and inflated > _MOST_RATIO * max(1, packed)
        ):
            raise SourceError(f"{path.name} : l’archive enfle démesurément.")
        for each in members:
            name = PurePosixPath(each.filename)
            if name.is_absolute() or ".." in name.parts:
                raise SourceError(f"{path.name} : nom de fichier refusé, « {each.filename} ».")
        broken = archive.testzip()
    if broken is not None:
        raise zipfile.BadZipFile(f"« {broken} » est abîmé")


def _whole_parquet(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(-4, 2)
        if file.read() != b"PAR1":
            raise EOFError("la fin du fichier manque")
    pq.read_metadata(path)
