"""Two records of one organisation made one: the first keeps its id and words, nothing is lost."""

from dataclasses import replace
from typing import Any, TypeVar

from territorial_map.domain.organisation import (
    FieldFact,
    NetworkTie,
    Organisation,
    SectorClaim,
    SourceMention,
)
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import LegalFamily, LegalForm, Located, SizeBand

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
_PLACE_FIELDS = frozenset(("address", "commune"))
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
    moved = _precision(second) > _precision(first) and not _has_moved(first, second)
    if moved:
        taken |= {"place": second.place, "zonings": second.zonings, "qpv": second.qpv}
        facts.append(_taken("place", source, rule))
    kept = _kept(first, second, moved=moved)
    return replace(
        first,
        **taken,
        sources=(*first.sources, *second.sources),
        devices=_union(first.devices, second.devices),
        place_types=_union(first.place_types, second.place_types),
        sectors=_sectors(first, second),
        notes=_union(first.notes, second.notes),
        memberships=_union(first.memberships, second.memberships),
        networks=_networks(first, second),
        needs=_union(first.needs, second.needs),
        offers=_union(first.offers, second.offers),
        perhaps_same=_union(first.perhaps_same, second.perhaps_same),
        field_facts=(*first.field_facts, *second.field_facts, *facts, *kept),
    )


def _is_of_another_siren(first: Organisation, taken: dict[str, Any]) -> bool:
    siret = taken.get("siret")
    return isinstance(siret, str) and bool(first.siren) and siret[:9] != first.siren


def _tells_more(first: Organisation, second: Organisation) -> bool:
    unknown = LegalFamily.UNKNOWN
    return first.status.legal_family is unknown and second.status.legal_family is not unknown


def _taken(field: str, source: SourceMention, rule: str) -> FieldFact:
    return FieldFact(field, source.source, source.vintage, f"Complété par fusion. {rule}")


def _kept(first: Organisation, second: Organisation, *, moved: bool) -> tuple[FieldFact, ...]:
    """Where both tell and disagree: the value kept, its source, and the other one's.

    The first's value stays, but for the place, when that of the second is more precise
    (``moved``).
    """
    told = zip(_told(first), _told(second), strict=True)
    return tuple(
        _disagreement(field, second, first, own)
        if moved and field in _PLACE_FIELDS
        else _disagreement(field, first, second, other)
        for (field, own), (_, other) in told
        if own and other and fold(own) != fold(other)
    )


def _told(o: Organisation) -> tuple[tuple[str, str | None], ...]:
    """What two sources may tell differently; a value of no source is ``None``."""
    form = o.status.legal_form
    return (
        ("name", o.source_name),
        ("website", o.website),
        ("phone", o.phone),
        ("address", o.place.address),
        ("commune", o.place.commune),
        ("legal_form", None if form is LegalForm.UNKNOWN else form.label),
        ("kind", o.kind.label),
    )


def _disagreement(
    field: str, kept: Organisation, other: Organisation, value: str | None
) -> FieldFact:
    source, vintage = teller_of(kept, field)
    other_source, other_vintage = teller_of(other, field)
    reason = (
        "elle situe l’organisation plus précisément"
        if field in _PLACE_FIELDS and _precision(kept) > _precision(other)
        else "elle vient avant dans l’ordre de confiance des sources"
    )
    rule = f"Les deux sources diffèrent : celle de {source} est gardée, {reason}."
    return FieldFact(field, source, vintage, rule, value, other_source, other_vintage)


def teller_of(o: Organisation, field: str) -> tuple[str, str]:
    """The source and vintage of a field: those of an earlier merge, else the record's own."""
    names = {field, "place"} if field in _PLACE_FIELDS else {field}
    for fact in reversed(o.field_facts):
        if fact.field in names and fact.other_value is None:
            return fact.source, fact.vintage
    return o.source.source, o.source.vintage


def _has_moved(first: Organisation, second: Organisation) -> bool:
    """True when the first, told later, is in another commune: the older address is the former."""
    told, former = first.place.commune_code, second.place.commune_code
    is_newer = first.source.vintage[:4] > second.source.vintage[:4]
    return is_newer and None not in {told, former} and told != former


def _precision(o: Organisation) -> int:
    return _PRECISION.get(o.place.located, 0)


def _union(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _networks(first: Organisation, second: Organisation) -> tuple[NetworkTie, ...]:
    told = {tie.code for tie in first.networks}
    return (*first.networks, *(tie for tie in second.networks if tie.code not in told))


def _sectors(first: Organisation, second: Organisation) -> tuple[SectorClaim, ...]:
    told = {claim.sector for claim in first.sectors}
    return (*first.sectors, *(claim for claim in second.sectors if claim.sector not in told))
