"""Every file of an edition's open data, in a folder: whole, or not at all."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.licences import Licence
from territorial_map.domain.organisation import Organisation
from territorial_map.open_data import inclusion, mediation, tables
from territorial_map.open_data.alone import alone
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.open_data.catalogue_record import catalogue_record
from territorial_map.services.open_data.columns import BY_KEY
from territorial_map.services.open_data.descriptor import Written, descriptor_of, table_schema
from territorial_map.services.open_data.files import (
    ATTRIBUTION,
    CATALOGUE,
    CHECKSUMS,
    DESCRIPTOR,
    README,
)
from territorial_map.services.open_data.leaving import Leaving
from territorial_map.services.open_data.texts import attribution_text, readme_text

_PIECE = 1 << 20
_ORGANISATIONS = "organisations"


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes, and at which address."""

    publisher: str
    public_url: str


def write_open_data(
    edition: OpenEdition, folder: Path, publication: Publication, *, everything: bool = False
) -> Leaving:
    """Write the files; ``everything`` keeps rows whose licence nobody states.

    They are made beside the folder, which takes its place when all are there.

    Raises:
        BadParameter: there is something else at the folder's place already.
    """
    target = folder.absolute()
    _check_free(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with alone(target.with_name(f"{target.name}.lock")) as waited:
        if waited and (made := _made_meanwhile(target, edition.edition.id, everything)):
            return made
        return _made(edition, target, publication, Leaving(everything))


def _made_meanwhile(target: Path, edition_id: str, everything: bool) -> Leaving | None:  # noqa: FBT001 - told by its caller
    """What another process made while this one waited for it, if it is what is wanted."""
    if not (target / DESCRIPTOR).is_file():
        return None
    told = orjson.loads((target / DESCRIPTOR).read_bytes())
    if (told["version"], told["everything"]) != (edition_id, everything):
        return None
    return Leaving(everything, told["keptBack"], told["factsTakenOut"])


def _made(
    edition: OpenEdition, target: Path, publication: Publication, leaving: Leaving
) -> Leaving:
    made = target.with_name(f"{target.name}.being-made")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    try:
        _fill(edition, made, publication, leaving)
        shutil.rmtree(target, ignore_errors=True)
        made.rename(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return leaving


def _check_free(target: Path) -> None:
    ours = (target / DESCRIPTOR).is_file()
    if target.exists() and not ours and (not target.is_dir() or any(target.iterdir())):
        problem = "il y a déjà autre chose à cet endroit : donnez un dossier neuf ou vide."
        raise BadParameter("DIR", str(target), problem)


def _fill(edition: OpenEdition, folder: Path, publication: Publication, leaving: Leaving) -> None:
    rows = tuple(leaving.rows_of(edition))
    about = edition.edition
    attribution = attribution_text(about, rows, everything=leaving.everything)
    files = [*_organisations(edition, folder, rows, attribution), *_schemas(folder, rows)]
    descriptor = descriptor_of(about, files, leaving)
    record = catalogue_record(descriptor, publication.publisher, publication.public_url)
    for name, told in ((DESCRIPTOR, descriptor), (CATALOGUE, record)):
        (folder / name).write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))
    (folder / ATTRIBUTION).write_text(attribution, encoding="utf-8")
    (folder / README).write_text(readme_text(about, files, leaving), encoding="utf-8")
    others = sorted(path for path in folder.iterdir())
    sums = "".join(f"{_digest(path)}  {path.name}\n" for path in others)
    (folder / CHECKSUMS).write_text(sums, encoding="utf-8")


def _organisations(
    edition: OpenEdition, folder: Path, rows: Sequence[Organisation], attribution: str
) -> list[Written]:
    frame = tables.frame_of(rows)
    about = {
        "description": f"Édition {edition.edition.id}, construite le {edition.edition.built_on}",
        "content_hash": edition.edition.content_hash,
        "attribution": attribution,
    }
    formats: tuple[tuple[str, str, str, Callable[[Path], None]], ...] = (
        (
            "csv",
            "text/csv",
            "Table pour tout logiciel : virgules, UTF-8.",
            lambda path: tables.write_csv(frame, path),
        ),
        (
            "parquet",
            "application/vnd.apache.parquet",
            "GeoParquet 1.1, pour l’analyse (DuckDB, GeoPandas, R).",
            lambda path: tables.write_parquet(frame, path),
        ),
        (
            "gpkg",
            "application/geopackage+sqlite3",
            "GeoPackage, pour QGIS et les systèmes d’information géographique.",
            lambda path: tables.write_geopackage(frame, path, about),
        ),
    )
    found = []
    for extension, media_type, description, write in formats:
        path = folder / f"{_ORGANISATIONS}.{extension}"
        write(path)
        name = f"{_ORGANISATIONS}-{extension}"
        title = f"Organisations ({extension.upper()})"
        schema = table_schema() if extension == "csv" else None
        told = _FileTold(name, title, description, media_type)
        found.append(_written(path, told, rows, len(rows), schema))
    return found


def _schemas(folder: Path, rows: Sequence[Organisation]) -> list[Written]:
    """The two national schemas, each with the rows that fit it."""
    structures = inclusion.structures_of(rows)
    path = folder / "structures-data-inclusion.json"
    path.write_bytes(orjson.dumps(structures, option=orjson.OPT_INDENT_2))
    ids = {told["id"].partition("--")[2] for told in structures}
    told = _FileTold(
        "structures-data-inclusion",
        "Structures d’insertion (data·inclusion)",
        "Structures d’insertion, adaptées et protégées au schéma data·inclusion v1.",
        "application/json",
    )
    first = _written(path, told, [one for one in rows if one.id in ids], len(structures))
    places = mediation.places_of(rows)
    path = folder / "lieux-mediation-numerique.csv"
    tables.write_texts(mediation.FIELDS, places, path)
    ids = {place["id"] for place in places}
    told = _FileTold(
        "lieux-mediation-numerique",
        "Lieux de médiation numérique",
        "Lieux que nomment Aidants Connect et les Conseillers numériques, au schéma national.",
        "text/csv",
    )
    return [first, _written(path, told, [one for one in rows if one.id in ids], len(places))]


@dataclass(frozen=True, slots=True)
class _FileTold:
    name: str
    title: str
    description: str
    media_type: str


def _written(
    path: Path, told: _FileTold, rows: Iterable[Organisation], count: int, schema: object = None
) -> Written:
    """A file with its bytes and digest, and the licences of the rows that it holds."""
    read = BY_KEY["licence"].read
    counts: Counter[str] = Counter()
    for one in rows:
        counts.update(read(one) or ())  # type: ignore[arg-type]  # a column of lists
    return Written(
        told.name,
        path.name,
        told.title,
        told.description,
        told.media_type,
        path.stat().st_size,
        _digest(path),
        count,
        {licence: counts[licence.value] for licence in Licence if counts[licence.value]},
        schema,  # type: ignore[arg-type]  # as ``table_schema`` gives it
    )


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        while piece := handle.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
