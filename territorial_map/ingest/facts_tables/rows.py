"""A row of an organisation table turned into an organisation, or left out with its reason."""

from collections.abc import Iterator

from territorial_map.domain.cells import read_date
from territorial_map.domain.naf import compact_naf
from territorial_map.domain.organisation import FieldFact, NetworkTie, Organisation, Place
from territorial_map.domain.ptce.member import ESS_STATUSES
from territorial_map.domain.vocabulary import Kind, PartnerType, SectorOrigin
from territorial_map.ingest.checks import (
    Numbers,
    checked_numbers,
    checked_phone,
    checked_website,
)
from territorial_map.ingest.checks.contact import is_mobile
from territorial_map.ingest.corrections import REMOVED_NAME, name_corrections
from territorial_map.ingest.declared import declared_cells
from territorial_map.ingest.facts_tables.categories import KINDS, PARTNERS
from territorial_map.ingest.facts_tables.networks import network_name
from territorial_map.ingest.facts_tables.places import place_cells
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.journal import RemarkCode
from territorial_map.ingest.row_context import Reading, optional, plain, several
from territorial_map.ingest.sectors import SectorClues
from territorial_map.ingest.status import (
    Clues,
    devices_of,
    is_public_body,
    old_label_note,
    place_types_of,
    public_partner_type,
    size_of,
    status_of,
)
from territorial_map.ingest.status.natural_persons import is_natural_person
from territorial_map.places import place_of
from territorial_map.readers import Row


def organisation_of(row: Row, reading: Reading, seen: set[str]) -> Organisation | None:
    """The organisation of a row; ``None`` when the row is left out, the reason in the journal.

    ``seen`` holds the ids already read, and grows.
    """
    name = plain(row.values["name"])
    if not _acceptable(row, name, reading, seen):
        return None
    seen.add(row.values["id"])
    numbers = checked_numbers(row, reading.journal)
    place = place_of(place_cells(row), reading.reference.reader)
    reading.note_place(row.values["id"], place)
    return _built(row, name, reading, numbers, place)


def _acceptable(row: Row, name: str, reading: Reading, seen: set[str]) -> bool:
    cells = row.values
    category = cells["category"]
    if not cells["id"].strip():
        reading.reject(row, "id", "L’identifiant est vide.")
    elif cells["id"] in seen:
        reading.reject(row, "id", already_read(cells["id"]))
    elif not name:
        reading.reject(row, "name", "Le nom est vide.")
    elif name == REMOVED_NAME and cells["id"] not in name_corrections():
        reading.reject(row, "name", "La source donne le nom d’une personne.", hide=True)
    elif is_natural_person(cells["legal_category"]):
        reading.reject(row, "legal_category", "C’est une personne physique.", hide=True)
    elif category not in KINDS:
        known = ", ".join(sorted(KINDS))
        reading.reject(
            row, "category", f"{quoted(category)} n’est pas une catégorie connue ({known})."
        )
    else:
        return True
    return False


def already_read(identity: str) -> str:
    """Why a row is left out whose id another has."""
    return f"{quoted(identity)} est déjà l’identifiant d’une autre ligne."


def _built(
    row: Row, written: str, reading: Reading, numbers: Numbers, place: Place
) -> Organisation:
    cells = row.values
    mention = reading.mention(cells["id"], row)
    clues = Clues(
        name=written,
        category=cells["category"],
        siren=numbers.siren,
        legal_category=cells["legal_category"].strip(),
        legal_family=cells["legal_family"].strip(),
        naf=_naf(row, reading),
        register=reading.table.register,
        commune=place.commune or "",
        family_told=reading.table.family_told,
        legal_form=(cells.get("legal_form") or "").strip(),
        from_register=reading.table.is_register,
    )
    kind, partner_type = _kind_of(clues)
    name, facts = _shown_name(row, written, reading)
    devices = devices_of(clues)
    told_on = read_date(cells.get("declared_on")).iso or mention.vintage
    dates = told_on, read_date(cells.get("declared_until")).iso
    return Organisation(
        id=cells["id"],
        kind=kind,
        name=name,
        source_name=name if facts else clues.name,
        sources=(mention,),
        status=status_of(clues),
        place=place,
        acronym=optional(cells["acronym"]),
        devices=devices,
        place_types=place_types_of(clues),
        partner_type=partner_type,
        sectors=reading.sectors(
            SectorClues(
                name=clues.name if not facts else name,
                naf=clues.naf,
                activities=several(cells["sectors"]) if reading.table.activities else (),
                devices=devices,
                partner_type=partner_type,
                commune=place.commune or "",
                activities_from=reading.table.activities or SectorOrigin.DECLARED,
            )
        ),
        size=size_of(cells["headcount_band"]),
        headcount_band=optional(cells["headcount_band"]),
        siren=numbers.siren,
        siret=numbers.siret,
        finess=numbers.finess,
        naf=clues.naf or None,
        manager_id=optional(cells["manager_id"]),
        website=_website(row, reading),
        phone=_phone(row, reading),
        opened_on=optional(cells["opened_on"]),
        notes=tuple(_notes(clues, several(cells["sectors"]), reading)),
        zonings=reading.reference.zonings.of(place),
        qpv=reading.reference.zonings.priority(place),
        networks=tuple(
            NetworkTie(code, network_name(code), mention.source, mention.vintage)
            for code in several(cells.get("networks") or "")
        ),
        needs=declared_cells(cells.get("needs"), mention.source, *dates),
        offers=declared_cells(cells.get("offers"), mention.source, *dates),
        field_facts=(*facts, *numbers.facts(mention.source, mention.vintage)),
    )


def _notes(clues: Clues, told: tuple[str, ...], reading: Reading) -> Iterator[str]:
    old_label = old_label_note(clues.name, clues.category)
    if old_label:
        yield old_label
    if reading.table.activities is None:
        for label in told:
            yield (
                f"Label ou programme : {label}. La liste nomme parfois le porteur ou un consortium "
                "plutôt que le lieu."
            )
    if any("en création" in activity for activity in told):
        yield "En création, d’après la source : à vérifier."


_UNTOLD = frozenset({PartnerType.OTHER, PartnerType.INITIATIVE})


def _kind_of(clues: Clues) -> tuple[Kind, PartnerType | None]:
    """The symbol, and which partner a public body is.

    A town hall's ACI is a territorial partner that holds the device; protected and adapted work
    keeps its symbol whoever runs it, and so does a place. An initiative is what its name or its
    numbers establish, where they do.
    """
    kind = KINDS[clues.category]
    told = PARTNERS.get(clues.category)
    if (kind is Kind.ESS_ACTOR or told in _UNTOLD) and is_public_body(clues):
        return Kind.TERRITORIAL_PARTNER, public_partner_type(clues)
    if told is PartnerType.INITIATIVE and status_of(clues).ess in ESS_STATUSES:
        return Kind.ESS_ACTOR, None
    return kind, told


def _shown_name(row: Row, written: str, reading: Reading) -> tuple[str, tuple[FieldFact, ...]]:
    identity = row.values["id"]
    correction = name_corrections().get(identity)
    if correction is None:
        return reading.shown(written), ()
    reading.journal.note(RemarkCode.NAME_CORRECTED, identity)
    mention = reading.mention(identity, row)
    fact = FieldFact("name", mention.source, mention.vintage, correction.rule)
    return correction.name, (fact,)


def _naf(row: Row, reading: Reading) -> str:
    written = plain(row.values["naf"])
    told = compact_naf(written)
    if written and not told:
        reading.journal.note(RemarkCode.NAF_REFUSED, row.values["id"])
    return told


def _website(row: Row, reading: Reading) -> str | None:
    written = plain(row.values["website"])
    if not written:
        return None
    website = checked_website(written)
    if website is None:
        reading.journal.note(RemarkCode.WEBSITE_REFUSED, row.values["id"])
    return website


def _phone(row: Row, reading: Reading) -> str | None:
    written = plain(row.values["phone"])
    if not written:
        return None
    phone = checked_phone(written)
    if phone is None:
        code = RemarkCode.MOBILE_DROPPED if is_mobile(written) else RemarkCode.PHONE_REFUSED
        reading.journal.note(code, row.values["id"])
    return phone
