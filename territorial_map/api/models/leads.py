"""Lists of leads: of one organisation and of a selection, one line per pair, page by page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from typing_extensions import TypedDict

from territorial_map.api.models.base import BothLanguages, Count, sentence
from territorial_map.api.models.partnerships import (
    LeadFrame,
    PartnershipParty,
    Scored,
    TieAnswer,
    frames_of,
    person,
    scored,
    tie_answer,
)
from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.partner_lists.leads import FoundLeads
from territorial_map.services.partner_lists.territory_leads import TerritoryLeads
from territorial_map.services.partner_lists.why_empty import WhyEmpty
from territorial_map.services.partnerships.group_partnerships import Bond
from territorial_map.services.partnerships.partners import Existing

MOST_EXISTING = 5


class AlsoPossible(TypedDict):
    """Another category of a pair, with its word and its best reason."""

    pooling: PoolingCategory
    tier: Tier
    tier_label: str
    best_reason: BothLanguages


class OneLead(Scored):
    """A lead under its best category: one best reason, what is known, what is supposed.

    ``also`` is its second category; ``other_poolings`` name the rest.
    """

    best_reason: BothLanguages
    known: list[BothLanguages]
    supposed: list[BothLanguages]
    also: list[AlsoPossible]
    other_poolings: list[PoolingCategory]


class Partner(PartnershipParty, OneLead):
    """A possible partner, why, and how to reach it; null is not known from our sources."""

    commune: str | None
    phone: str | None
    website: str | None


class ExistingPartner(PartnershipParty):
    """Someone the organisation already cooperates with, and how."""

    ties: list[TieAnswer]


class EmptyList(BothLanguages):
    """Why nobody is listed."""

    code: WhyEmpty


class LeadPage(TypedDict):
    """``page`` of ``pages``: ``listed`` leads are given page by page, of ``total`` found.

    ``frames`` say once per category what to ask and which law decides.
    """

    page: Count
    pages: Count
    listed: Count
    total: Count
    frames: list[LeadFrame]
    why_empty: EmptyList | None


class OrganisationPartners(LeadPage):
    """``partners`` by word, then by worth of the pair, each legal person once.

    ``existing`` are the nearest of the ``existing_total`` who are together already.
    """

    organisation: PartnershipParty
    partners: list[Partner]
    existing: list[ExistingPartner]
    existing_total: Count


class Pair(OneLead):
    """Two organisations that could cooperate, and why."""

    a: PartnershipParty
    b: PartnershipParty


class ExistingPair(TypedDict):
    """Two organisations that are together already, and how."""

    a: PartnershipParty
    b: PartnershipParty
    ties: list[TieAnswer]


class Partnerships(LeadPage):
    """Leads of a selection; ``sites`` of ``total_sites`` located sites were compared."""

    sites: Count
    total_sites: Count
    partnerships: list[Pair]
    existing: list[ExistingPair]
    existing_total: Count


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Which page, and how many leads of it."""

    page: int = 1
    limit: int = 10

    def of(self, several: Sequence[object]) -> slice:
        """Where the page stands in a list; beyond its end, nothing."""
        start = (self.page - 1) * self.limit
        return slice(start, min(start + self.limit, len(several)))

    def pages(self, n: int) -> int:
        """How many pages a list of ``n`` has."""
        return -(-n // self.limit)


def organisation_partners(
    found: FoundLeads, listed: Mapping[str, Listed], rulebook: Rulebook, asked: PageAsked
) -> OrganisationPartners:
    """A page of the partners of an organisation, those it has already apart."""
    leads = found.leads[asked.of(found.leads)]
    tied = found.tied_asked
    existing = found.existing[asked.of(found.existing) if tied else slice(MOST_EXISTING)]
    return {
        "organisation": person(found.centre.facts),
        "partners": [_partner(lead, listed, rulebook) for lead in leads],
        "existing": list(map(_existing, existing)),
        "existing_total": len(found.existing),
        **_page(leads, len(found.existing if tied else found.leads), asked, rulebook),
        "total": found.total,
        "why_empty": _why(found.why_empty),
    }


def territory_partnerships(
    found: TerritoryLeads, rulebook: Rulebook, asked: PageAsked
) -> Partnerships:
    """A page of the leads of a selection, who is together already apart."""
    leads = found.leads[asked.of(found.leads)]
    tied = found.tied_asked
    bonds = found.bonds[asked.of(found.bonds) if tied else slice(MOST_EXISTING)]
    return {
        "sites": found.sites,
        "total_sites": found.total_sites,
        "partnerships": [
            {"a": person(lead.main.a), "b": person(lead.main.b), **_lead(lead, rulebook)}
            for lead in leads
        ],
        "existing": list(map(_bond, bonds)),
        "existing_total": len(found.bonds),
        **_page(leads, len(found.bonds if tied else found.leads), asked, rulebook),
        "total": len(found.leads),
        "why_empty": _why(found.why_empty),
    }


def _page(leads: Iterable[Lead], n: int, asked: PageAsked, rulebook: Rulebook) -> LeadPage:
    shown = (p.category for lead in leads for p in (lead.main, lead.second) if p is not None)
    return {
        "page": asked.page,
        "pages": asked.pages(n),
        "listed": n,
        "total": n,
        "frames": frames_of(shown, rulebook),
        "why_empty": None,
    }


def _why(why: WhyEmpty | None) -> EmptyList | None:
    return None if why is None else {"code": why, **sentence(why.sentence)}


def _partner(lead: Lead, listed: Mapping[str, Listed], rulebook: Rulebook) -> Partner:
    item = listed.get(lead.main.b.id)
    return {
        **person(lead.main.b),
        **_lead(lead, rulebook),
        "commune": item.commune if item else None,
        "phone": item.phone if item else None,
        "website": item.website if item else None,
    }


def _lead(lead: Lead, rulebook: Rulebook) -> OneLead:
    told = lead_reason(lead.main)
    return {
        **scored(lead.main, rulebook),
        "best_reason": sentence(told.best),
        "known": list(map(sentence, told.known)),
        "supposed": list(map(sentence, told.supposed)),
        "also": [_also(lead.second)] if lead.second else [],
        "other_poolings": [p.category for p in lead.others if p is not lead.second],
    }


def _also(other: Partnership) -> AlsoPossible:
    return {
        "pooling": other.category,
        "tier": other.tier,
        "tier_label": other.tier.label,
        "best_reason": sentence(lead_reason(other).best),
    }


def _existing(existing: Existing) -> ExistingPartner:
    return {**person(existing.facts), "ties": list(map(tie_answer, existing.ties))}


def _bond(bond: Bond) -> ExistingPair:
    return {"a": person(bond.a), "b": person(bond.b), "ties": list(map(tie_answer, bond.ties))}
