"""Accepted contributions as a source of an edition: fields with their evidence, pages that go."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from territorial_map.domain.contributions.accepted import AcceptedContribution
from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField, Teller
from territorial_map.domain.declared import Declared
from territorial_map.domain.duplicate_verdicts import (
    DuplicateDecision,
    DuplicateVerdict,
    decision_of,
)
from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import FieldFact, Organisation, SectorClaim
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import (
    Located,
    Sector,
    SectorOrigin,
    SizeBand,
)
from territorial_map.domain.zoning_terms import PriorityPlace
from territorial_map.ingest.duplicates.merge import teller_of

ROLES = {
    Teller.ORGANISATION: "une personne qui y travaille, d’après elle",
    Teller.PARTNER: "une organisation qui travaille avec elle, d’après elle",
    Teller.VISITOR: "une visiteuse ou un visiteur",
}
_GONE = {
    ContributionKind.WITHDRAWAL: "Retirée à la demande de l’organisation.",
    ContributionKind.CLOSED: "Fermée",
}
CentreOf = Callable[[str], Point | None]


def gone_ids(accepted: Iterable[AcceptedContribution]) -> dict[str, str]:
    """Why some records leave the directory, by each id and SIRET that they answer to."""
    return {
        identity: _GONE[one.contribution.kind]
        if one.contribution.kind is ContributionKind.WITHDRAWAL
        else f"{_GONE[one.contribution.kind]} : {one.evidence}."
        for one in accepted
        if one.contribution.kind in _GONE
        for identity in one.identities
    }


def pair_decisions(
    accepted: Iterable[AcceptedContribution], decided: Collection[DuplicateDecision]
) -> tuple[DuplicateDecision, ...]:
    """What was accepted of pairs, after what was decided: a verdict of the file stands."""
    pairs = {decision.pair: decision for decision in decided}
    found: dict[tuple[str, str], DuplicateDecision] = {}
    for one in accepted:
        said = one.contribution
        if said.kind.is_of_pair:
            same = said.kind is ContributionKind.SAME
            verdict = DuplicateVerdict.SAME if same else DuplicateVerdict.DIFFERENT
            made = decision_of(said.organisation, said.other, verdict.value, one.reviewed_on)
            found[made.pair] = made
    return (*decided, *(made for pair, made in sorted(found.items()) if pair not in pairs))


def with_contributions(
    organisation: Organisation, accepted: Iterable[AcceptedContribution], centre: CentreOf
) -> Organisation:
    """An organisation with what was accepted of it, in the order of the decisions.

    ``centre`` is the point of a commune, by code: an address that changes leaves the old point.
    """
    for one in accepted:
        organisation = _followed(organisation, one, centre)
    return organisation


def _followed(o: Organisation, one: AcceptedContribution, centre: CentreOf) -> Organisation:
    said = one.contribution
    if said.kind is ContributionKind.CONFIRMATION:
        if one.told_on <= (o.verified_on or ""):
            return o
        return replace(o, verified_on=one.told_on, verified_by_role=ROLES[said.teller])
    if said.kind.is_declared:
        return _declaring(o, one)
    if said.field is None:
        return o
    return _FIELDS[said.field](o, one, centre)


def _declaring(o: Organisation, one: AcceptedContribution) -> Organisation:
    said = one.contribution
    if said.pooling is None:
        return o
    told = Declared(said.value, (said.pooling,), one.source, one.told_on, said.until or None)
    if said.kind is ContributionKind.NEED:
        return replace(o, needs=tuple(dict.fromkeys((*o.needs, told))))
    return replace(o, offers=tuple(dict.fromkeys((*o.offers, told))))


def _is_older(o: Organisation, one: AcceptedContribution, value: str | None) -> bool:
    """True where a source tells something else since: newer, and not what stood before."""
    told_since = (value or "") not in {one.before, one.contribution.value}
    return told_since and o.source.vintage > one.told_on


def _phone(o: Organisation, one: AcceptedContribution, _: CentreOf) -> Organisation:
    if _is_older(o, one, o.phone):
        return o
    facts = _facts(o, one, "phone", o.phone)
    return replace(o, phone=one.contribution.value, field_facts=facts)


def _website(o: Organisation, one: AcceptedContribution, _: CentreOf) -> Organisation:
    if _is_older(o, one, o.website):
        return o
    facts = _facts(o, one, "website", o.website)
    return replace(o, website=one.contribution.value, field_facts=facts)


def _address(o: Organisation, one: AcceptedContribution, centre: CentreOf) -> Organisation:
    place, told = o.place, one.contribution.value
    if place.commune_code is None or _is_older(o, one, place.address):
        return o
    facts = _facts(o, one, "address", place.address)
    if place.located is not Located.ADDRESS or fold(place.address or "") == fold(told):
        return replace(o, place=replace(place, address=told), field_facts=facts)
    moved = replace(place, address=told, located=Located.COMMUNE, point=centre(place.commune_code))
    zonings = tuple(zone for zone in o.zonings if zone.basis is not Located.ADDRESS)
    return replace(o, place=moved, zonings=zonings, qpv=PriorityPlace.UNKNOWN, field_facts=facts)


def _trade(o: Organisation, one: AcceptedContribution, _: CentreOf) -> Organisation:
    sector = Sector(one.contribution.value)
    claim = SectorClaim(sector, SectorOrigin.DECLARED, one.evidence)
    return replace(o, sectors=(claim, *(c for c in o.sectors if c.sector is not sector)))


def _size(o: Organisation, one: AcceptedContribution, _: CentreOf) -> Organisation:
    known = o.size.label if o.size is not SizeBand.UNKNOWN else None
    facts = _facts(o, one, "size", known)
    size = SizeBand(one.contribution.value)
    return replace(o, size=size, headcount_band=None, field_facts=facts)


_FIELDS: dict[
    CorrectedField, Callable[[Organisation, AcceptedContribution, CentreOf], Organisation]
] = {
    CorrectedField.PHONE: _phone,
    CorrectedField.WEBSITE: _website,
    CorrectedField.ADDRESS: _address,
    CorrectedField.TRADE: _trade,
    CorrectedField.SIZE: _size,
}


def _facts(
    o: Organisation, one: AcceptedContribution, field: str, value: str | None
) -> tuple[FieldFact, ...]:
    """Where the field comes from now, and what its former source told, if it told anything else."""
    rule = f"{one.evidence[0].upper()}{one.evidence[1:]}."
    kept = tuple(fact for fact in o.field_facts if fact.field != field)
    if not value or fold(value) == fold(one.contribution.value):
        return (*kept, FieldFact(field, one.source, one.told_on, rule))
    source, vintage = teller_of(o, field)
    return (*kept, FieldFact(field, one.source, one.told_on, rule, value, source, vintage))
