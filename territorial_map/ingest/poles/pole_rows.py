"""A row of the PTCE table turned into an organisation with its pole facts."""

import re

from territorial_map.domain.organisation import Organisation, PoleFacts, Status
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Kind
from territorial_map.ingest.checks import checked_website
from territorial_map.ingest.facts_tables.places import place_cells
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.names.typography import tidy
from territorial_map.ingest.row_context import Reading, optional, plain, several
from territorial_map.ingest.sectors import SectorClues
from territorial_map.ingest.status import Clues, devices_of
from territorial_map.places import place_of
from territorial_map.readers import Row

_GROUP = (
    "Un PTCE est un regroupement (loi 2014-856, article 9), pas une forme juridique : c’est sa "
    "structure porteuse qui en a une."
)
_ENDED = re.compile(r"^ended (\d{4})$")
_ENDED_WORDS = {"liquidation announced": "liquidation annoncée"}


def pole_of(row: Row, reading: Reading, seen: set[str]) -> Organisation | None:
    """The PTCE of a row, or ``None`` when the row is left out."""
    cells = row.values
    name = plain(cells["name"])
    if not name:
        reading.reject(row, "name", "Le nom est vide.")
        return None
    if not cells["id"].startswith("ptce:") or cells["id"] in seen:
        reading.reject(
            row, "id", f"{quoted(cells['id'])} n’est pas un identifiant de PTCE nouveau."
        )
        return None
    seen.add(cells["id"])
    place = place_of(place_cells(row), reading.reference.reader)
    reading.note_place(cells["id"], place)
    activities = several(cells["activities"])
    return Organisation(
        id=cells["id"],
        kind=Kind.PTCE,
        name=tidy(name),
        source_name=name,
        sources=(reading.mention(cells["id"], row),),
        status=Status(ess_evidence=_GROUP),
        place=place,
        devices=devices_of(Clues(name)),
        sectors=reading.sectors(
            SectorClues(name, activities=activities, commune=place.commune or "")
        ),
        website=checked_website(cells["website"]),
        zonings=reading.reference.zonings.of(place),
        qpv=reading.reference.zonings.priority(place),
        pole=_facts(row, activities),
    )


def _facts(row: Row, activities: tuple[str, ...]) -> PoleFacts:
    cells = row.values
    return PoleFacts(
        coordinator=optional(cells["coordinator"]),
        coordinator_legal_form=optional(cells["coordinator_legal_form"]),
        activities=activities,
        pooled_resources=several(cells["pooled_resources"]),
        year=optional(cells["year"]),
        ended=_ended(cells["status"]),
        source_urls=several(cells["source_url"], " ; "),
        confidence=plain(cells["confidence"]) or "seen",
        to_confirm=several(cells["unseen_fields"]),
    )


def _ended(status: str) -> str | None:
    """What the source says of the end, in French; an unknown wording is kept as written."""
    written = plain(status)
    year = _ENDED.fullmatch(written)
    if year:
        return f"terminé en {year.group(1)}"
    return _ENDED_WORDS.get(fold(written), written) or None
