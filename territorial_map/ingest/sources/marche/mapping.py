"""Suppliers of the Marché de l'inclusion, from the JSON pages of its API."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.facts_tables.categories import KINDS
from territorial_map.ingest.sources.about import SourceAbout
from territorial_map.ingest.sources.cell_cleaning import postcode_of, siret_of, text
from territorial_map.ingest.sources.file_beginning import Glimpse
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Importer, Rows
from territorial_map.ingest.sources.marche import constants as c
from territorial_map.ingest.sources.problems import LeftOut, Rejected
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.readers import read_json

ABOUT = SourceAbout(
    code="marche-inclusion",
    title="Le Marché de l’inclusion",
    publisher="Plateforme de l’inclusion",
    page="https://lemarche.inclusion.beta.gouv.fr/api/docs/",
    licence="Licence Ouverte 2.0 : à confirmer",
    refresh="chaque jour",
    formats="pages JSON de l’API /api/siae",
    table="marche_inclusion.csv",
    register="le Marché de l’inclusion",
)


def rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Suppliers of every page, in order; the « line » of a row is its rank in its page.

    Raises:
        SourceError: a file that is no page of this API.
    """
    del choices
    for path in files:
        intake.file = path.name
        for rank, item in enumerate(_results(path), 1):
            intake.count()
            cells = _cells(item, rank, intake)
            if cells is not None:
                yield rank, cells
        intake.done()


def _results(path: Path) -> Iterator[Mapping[str, Any]]:
    document = read_json(path)
    results = document.get(c.RESULTS) if isinstance(document, dict) else document
    if not isinstance(results, list) or not all(isinstance(each, dict) for each in results):
        raise SourceError(
            f"{path.name} : ce n’est pas une page de l’API du Marché (« {c.RESULTS} » absent)."
        )
    if results:
        missing = [name for name in c.REQUIRED if name not in results[0]]
        if missing:
            raise SourceError(f"{path.name} : champ absent : « {missing[0]} ».")
    yield from results


def _cells(item: Mapping[str, Any], rank: int, intake: Intake) -> OrganisationCells | None:
    kind = _text(item, "kind").upper()
    if kind == c.PRISON:
        intake.leave_out(LeftOut.IN_PRISON, rank)
        return None
    if item.get("is_active") is False:
        intake.leave_out(LeftOut.INACTIVE, rank)
        return None
    category = c.CATEGORIES.get(kind)
    if category is None:
        intake.reject(Rejected.UNKNOWN_CATEGORY, rank, "kind", kind)
        return None
    siret = siret_of(_text(item, "siret"), intake, rank)
    own = _text(item, "id") or siret
    return OrganisationCells(
        id=f"marche:{own}" if own else "",
        kind=KINDS[category].value,
        category=category,
        name=_text(item, "brand") or _text(item, "name"),
        siren=siret[:9] if len(siret) == 14 else "",
        siret=siret,
        address=_text(item, "address"),
        postcode=postcode_of(_text(item, "post_code")),
        commune=_text(item, "city"),
        website=_text(item, "contact_website"),
        sectors=";".join(_names(item.get("sectors"))),
        source_ref=_text(item, "slug") or own,
    )


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return text(str(value)) if value is not None else ""


def _names(listed: object) -> list[str]:
    """Names of a list of sectors, each a text or an object with a name; commas stay inside."""
    if not isinstance(listed, list):
        return []
    names = [each.get("name") if isinstance(each, dict) else each for each in listed]
    return [text(str(name)).replace(";", ",") for name in names if name]


def _recognises(seen: Glimpse) -> bool:
    return c.RESULTS in seen.keys


MARCHE = Importer(ABOUT, rows, _recognises)
