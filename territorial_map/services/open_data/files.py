"""The files of open data as their descriptor tells them: read back for the page and downloads."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from territorial_map.domain.errors import EditionError

DESCRIPTOR = "datapackage.json"
CATALOGUE = "dcat.jsonld"
README = "LISEZMOI.md"
ATTRIBUTION = "ATTRIBUTION.txt"
CHECKSUMS = "SHA256SUMS"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LicenceTold:
    """A licence of a file: its label, and the address of its text where there is one."""

    name: str
    title: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One file: ``rows`` is ``None`` where it is no table; ``bytes`` and ``sha256`` are its own."""

    name: str
    title: str
    media_type: str
    bytes: int
    sha256: str
    rows: int | None
    licences: tuple[LicenceTold, ...]


@dataclass(frozen=True, slots=True)
class ColumnTold:
    """A column as the descriptor documents it."""

    name: str
    title: str
    description: str
    type: str


@dataclass(frozen=True, slots=True)
class OpenDataSet:
    """What the folder of an edition holds; ``kept_back`` rows have no stated licence."""

    folder: Path
    edition: str
    created: str
    rows: int
    kept_back: int
    files: tuple[OpenFile, ...]
    columns: tuple[ColumnTold, ...]
    attribution: str
    descriptor: Json

    def path_of(self, name: str) -> Path | None:
        """The path of a file that a visitor may have, by its name; ``None`` for any other."""
        others = {DESCRIPTOR, README, ATTRIBUTION, CHECKSUMS}
        known = {one.name for one in self.files} | others
        return self.folder / name if name in known else None


def read_data_set(folder: Path) -> OpenDataSet:
    """What a folder holds, by its descriptor.

    Raises:
        EditionError: it has none, or one that cannot be read.
    """
    try:
        told: Json = orjson.loads((folder / DESCRIPTOR).read_bytes())
        attribution = (folder / ATTRIBUTION).read_text(encoding="utf-8")
        main = told["resources"][0]
        return OpenDataSet(
            folder,
            told["version"],
            told["created"][:10],
            main["organisations"],
            told["keptBack"],
            tuple(map(_file, told["resources"])),
            tuple(map(_column, main["schema"]["fields"])),
            attribution,
            told,
        )
    except (OSError, orjson.JSONDecodeError, KeyError, IndexError, TypeError) as error:
        raise EditionError(
            f"« {folder} » ne contient pas de données ouvertes lisibles : {error}",
            public="Les données ouvertes de cette édition ne peuvent pas être lues.",
        ) from error


def _file(told: Json) -> OpenFile:
    licences = tuple(
        LicenceTold(one["name"], one["title"], one.get("path", ""))
        for one in told.get("licenses", ())
    )
    return OpenFile(
        told["path"],
        told["title"],
        told["mediatype"],
        told["bytes"],
        told["hash"].removeprefix("sha256:"),
        told.get("organisations"),
        licences,
    )


def _column(told: Json) -> ColumnTold:
    return ColumnTold(told["name"], told["title"], told["description"], told["type"])
