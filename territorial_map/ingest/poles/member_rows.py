"""A row of the members table turned into an organisation tied to its PTCE."""

from territorial_map.domain.organisation import Membership, Organisation, Place
from territorial_map.domain.text import fold
from territorial_map.ingest.facts_tables.places import place_cells
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.names.typography import tidy
from territorial_map.ingest.poles.member_types import MEMBER_TYPES, nature_of
from territorial_map.ingest.poles.sole_traders import is_sole_trader
from territorial_map.ingest.row_context import Reading, optional, plain, several
from territorial_map.ingest.sectors import SectorClues
from territorial_map.places import place_of
from territorial_map.readers import Row

_PREFIX = "ptce:"


def member_of(
    row: Row, reading: Reading, seen: set[str], poles: dict[str, Organisation]
) -> Organisation | None:
    """The member of a row, with its membership; ``None`` when the row is left out.

    ``poles`` maps the id of every PTCE read to it.
    """
    cells = row.values
    name = plain(cells["member_name"])
    pole = poles.get(cells["ptce_id"])
    if not _acceptable(row, reading, name, pole) or pole is None:
        return None
    identity = f"member:{pole.id.removeprefix(_PREFIX)}:{_slug(name)}"
    if identity in seen:
        reading.reject(row, "member_name", f"{quoted(name)} est déjà nommé pour ce PTCE.")
        return None
    seen.add(identity)
    return _built(row, reading, identity, pole)


def _acceptable(row: Row, reading: Reading, name: str, pole: Organisation | None) -> bool:
    cells = row.values
    if pole is None:
        reading.reject(row, "ptce_id", f"{quoted(cells['ptce_id'])} n’est pas un PTCE de ptce.csv.")
    elif not _slug(name):
        reading.reject(row, "member_name", "Le nom est vide.")
    elif is_sole_trader(name):
        reading.reject(
            row,
            "member_name",
            "Nom d’une personne en entreprise individuelle : non publié.",
            hide=True,
        )
    elif cells["member_type"] not in MEMBER_TYPES:
        known = ", ".join(sorted(MEMBER_TYPES))
        reading.reject(row, "member_type", f"Type inconnu ; types admis : {known}.")
    else:
        return True
    return False


def _built(row: Row, reading: Reading, identity: str, pole: Organisation) -> Organisation:
    cells = row.values
    name = plain(cells["member_name"])
    place = _place(row, reading)
    reading.note_place(identity, place)
    nature = nature_of(name, cells["member_type"])
    to_confirm = "commune" in several(cells["unseen_fields"]) and place.commune is not None
    notes = (nature.note, _COMMUNE_TO_CONFIRM if to_confirm else None)
    return Organisation(
        id=identity,
        kind=nature.kind,
        name=tidy(name),
        source_name=name,
        sources=(reading.mention(identity, row),),
        status=nature.status,
        place=place,
        devices=nature.devices,
        partner_type=nature.partner_type,
        sectors=reading.sectors(
            SectorClues(
                name,
                devices=nature.devices,
                partner_type=nature.partner_type,
                commune=place.commune or "",
            )
        ),
        notes=tuple(note for note in notes if note),
        zonings=reading.reference.zonings.of(place),
        qpv=reading.reference.zonings.priority(place),
        memberships=(
            Membership(
                ptce_id=pole.id,
                ptce_name=pole.name,
                source_url=plain(cells["source_url"]),
                confidence=plain(cells["confidence"]) or "seen",
            ),
        ),
    )


_COMMUNE_TO_CONFIRM = "Commune à confirmer : la page qui cite le PTCE ne la montre pas."


def _place(row: Row, reading: Reading) -> Place:
    """The commune where told; never that of the PTCE: a member may be elsewhere."""
    if optional(row.values["commune"]) is None and optional(row.values["commune_code"]) is None:
        return Place(missing_reason="La page qui cite le PTCE ne dit pas la commune.")
    return place_of(place_cells(row), reading.reference.reader)


def _slug(name: str) -> str:
    return fold(name).replace(" ", "-")
