"""What one site of a legal person tells holds for all of its sites.

The SIREN names the person (INSEE), and so does FINESS's number of the managing legal entity. A
form read on one row is given to the rows of the same SIREN that tell none, with the rule written
beside the field; two different forms settle nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.organisation import FieldFact, Organisation, SectorClaim
from territorial_map.domain.pooling.facts import trades_of
from territorial_map.domain.vocabulary import LegalFamily, Sector, SectorOrigin


def share_legal_persons(organisations: Iterable[Organisation]) -> list[Organisation]:
    """The same organisations, those without a form completed from sites of their SIREN."""
    rows = list(organisations)
    told: dict[str, list[Organisation]] = defaultdict(list)
    for row in rows:
        if row.siren and row.status.legal_family is not LegalFamily.UNKNOWN:
            told[row.siren].append(row)
    return [_completed(row, told.get(row.siren or "", [])) for row in rows]


def share_managers(organisations: Iterable[Organisation]) -> list[Organisation]:
    """The same organisations; one without SIREN takes that of its manager's other sites.

    Only where these sites all tell the same SIREN; the rule is written beside the field.
    """
    rows = list(organisations)
    sirens: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.manager_id and row.siren:
            sirens[row.manager_id].add(row.siren)
    return [_with_siren(row, sirens.get(row.manager_id or "", set())) for row in rows]


# What a site cares for or teaches says nothing of what another site makes.
_OF_THE_SITE = frozenset({Sector.SOCIAL_CARE, Sector.HEALTH, Sector.EDUCATION_TRAINING})


def told_by_naf(row: Organisation) -> frozenset[Sector]:
    """The trades that the NAF code of a site tells, and that its person may have elsewhere."""
    told = {claim.sector for claim in row.sectors if claim.origin is SectorOrigin.NAF}
    return frozenset(told & trades_of(row) - _OF_THE_SITE)


def with_trades_of(row: Organisation, teller: Organisation) -> Organisation:
    """The organisation with the trades that the NAF code of another site of its person tells."""
    trades = told_by_naf(teller)
    claims = tuple(
        SectorClaim(
            claim.sector,
            SectorOrigin.PERSON_NAF,
            f"D’après un autre site de la même personne (SIREN{NBSP}{row.siren}, {teller.id}). "
            f"{claim.evidence}",
        )
        for claim in teller.sectors
        if claim.origin is SectorOrigin.NAF and claim.sector in trades
    )
    return replace(row, sectors=(*row.sectors, *claims))


def _with_siren(row: Organisation, sirens: set[str]) -> Organisation:
    if row.siren is not None or len(sirens) != 1:
        return row
    rule = f"SIREN lu sur un autre établissement du même gestionnaire ({row.manager_id})."
    fact = FieldFact("siren", row.source.source, row.source.vintage, rule)
    return replace(row, siren=next(iter(sirens)), field_facts=(*row.field_facts, fact))


def _completed(row: Organisation, tellers: list[Organisation]) -> Organisation:
    if row.status.legal_family is not LegalFamily.UNKNOWN or not tellers:
        return row
    if len({teller.status.legal_form for teller in tellers}) > 1:
        return row
    teller = min(tellers, key=lambda organisation: organisation.id)
    shared = f"Lu sur une autre fiche de la même personne (SIREN{NBSP}{row.siren}, {teller.id})"
    status = replace(
        teller.status,
        legal_form_evidence=f"{shared}. {teller.status.legal_form_evidence}",
    )
    facts = tuple(
        FieldFact(field, teller.source.source, teller.source.vintage, f"{shared}.")
        for field in ("legal_form", "ess_status")
    )
    return replace(row, status=status, field_facts=(*row.field_facts, *facts))
