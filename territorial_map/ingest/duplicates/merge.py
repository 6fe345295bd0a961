"""Two records of one organisation made one: the first keeps its id and words, nothing is lost."""

from dataclasses import replace
from typing import Any, TypeVar

from territorial_map.domain.organisation import FieldFact, Organisation, SectorClaim, SourceMention
from territorial_map.domain.vocabulary import LegalFamily, Located, SizeBand

_T = TypeVar("_T")

_FILLED = (
    "acronym",
    "siren",
    "siret",
    "finess",
    "naf",
    "manager_id",
    "website",
    "phone",
    "opened_on",
    "partner_type",
)
_PRECISION = {Located.ADDRESS: 2, Located.COMMUNE: 1}


def merged(first: Organisation, second: Organisation, rule: str) -> Organisation:
    """The first record, completed by the second; each field taken says its source and rule."""
    source = second.source
    taken: dict[str, Any] = {
        field: getattr(second, field)
        for field in _FILLED
        if getattr(first, field) is None and getattr(second, field) is not None
    }
    if _is_of_another_siren(first, taken):
        taken.pop("siret")
    facts = [_taken(field, source, rule) for field in taken]
    if first.size is SizeBand.UNKNOWN and second.size is not SizeBand.UNKNOWN:
        taken |= {"size": second.size, "headcount_band": second.headcount_band}
        facts.append(_taken("size", source, rule))
    if _tells_more(first, second):
        taken["status"] = second.status
        facts += [_taken(field, source, rule) for field in ("legal_form", "ess_status")]
    if _PRECISION.get(second.place.located, 0) > _PRECISION.get(first.place.located, 0):
        taken["place"] = second.place
        facts.append(_taken("place", source, rule))
    return replace(
        first,
        **taken,
        sources=(*first.sources, *second.sources),
        devices=_union(first.devices, second.devices),
        place_types=_union(first.place_types, second.place_types),
        sectors=_sectors(first, second),
        notes=_union(first.notes, second.notes),
        memberships=_union(first.memberships, second.memberships),
        perhaps_same=_union(first.perhaps_same, second.perhaps_same),
        field_facts=(*first.field_facts, *second.field_facts, *facts, *_kept(first, second)),
    )


def _is_of_another_siren(first: Organisation, taken: dict[str, Any]) -> bool:
    siret = taken.get("siret")
    return isinstance(siret, str) and bool(first.siren) and siret[:9] != first.siren


def _tells_more(first: Organisation, second: Organisation) -> bool:
    unknown = LegalFamily.UNKNOWN
    return first.status.legal_family is unknown and second.status.legal_family is not unknown


def _taken(field: str, source: SourceMention, rule: str) -> FieldFact:
    return FieldFact(field, source.source, source.vintage, f"Complété par fusion. {rule}")


def _kept(first: Organisation, second: Organisation) -> tuple[FieldFact, ...]:
    """Where both tell and disagree: the first's value stays, the other is written down."""
    source = first.source
    pairs = (
        ("name", first.source_name, second.source_name),
        ("website", first.website, second.website),
        ("phone", first.phone, second.phone),
        ("address", first.place.address, second.place.address),
        ("kind", first.kind.label, second.kind.label),
    )
    return tuple(
        FieldFact(
            field,
            source.source,
            source.vintage,
            f"Les deux sources diffèrent : celle de {source.source} est gardée.",
            other,
        )
        for field, own, other in pairs
        if own is not None and other is not None and own != other
    )


def _union(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _sectors(first: Organisation, second: Organisation) -> tuple[SectorClaim, ...]:
    told = {claim.sector for claim in first.sectors}
    return (*first.sectors, *(claim for claim in second.sectors if claim.sector not in told))
