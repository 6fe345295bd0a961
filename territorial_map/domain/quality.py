"""The quality of a record, never of the organisation: small criteria, each met, not met or moot.

The score is the share of the criteria that apply which are met; a criterion that does not apply
never counts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Kind, Located, SectorOrigin

FRESH_MONTHS = 24
_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")


class QualityCriterion(Term):
    """What a record should tell; the description says how to complete it."""

    LOCATED = (
        "located",
        "Position à l’adresse",
        "Demander l’adresse exacte, ou la lire sur le site de l’organisation.",
    )
    IDENTIFIED = (
        "identified",
        "Numéro SIREN, SIRET, FINESS ou RNA",
        "Le chercher par le nom dans l’Annuaire des entreprises ou au registre des associations.",
    )
    ACTIVITY = (
        "activity",
        "Activité connue",
        "Demander à l’organisation ce qu’elle fait.",
    )
    CONTACT = (
        "contact",
        "Téléphone ou site web",
        "Chercher un numéro de standard ou un site ; jamais le contact d’une personne.",
    )
    FRESH = (
        "fresh",
        "Source de moins de deux ans",
        "Vérifier la fiche auprès de l’organisation, ou importer une source plus récente.",
    )


class QualityLevel(Term):
    """How complete a record is, in words: a filter, not a rank."""

    COMPLETE = "complete", "Complète"
    NEARLY = "nearly", "Un élément à compléter"
    PARTIAL = "partial", "Plusieurs éléments à compléter"


@dataclass(frozen=True, slots=True)
class Quality:
    """Each criterion in order, ``None`` where it does not apply."""

    parts: tuple[tuple[QualityCriterion, bool | None], ...]

    @property
    def met(self) -> int:
        """How many criteria are met."""
        return sum(value is True for _, value in self.parts)

    @property
    def applied(self) -> int:
        """How many criteria apply."""
        return sum(value is not None for _, value in self.parts)

    @property
    def score(self) -> float | None:
        """The share of the applying criteria that are met, in [0, 1]; ``None`` if none applies."""
        return self.met / self.applied if self.applied else None

    @property
    def missing(self) -> tuple[QualityCriterion, ...]:
        """The criteria that apply and are not met."""
        return tuple([criterion for criterion, value in self.parts if value is False])

    @property
    def level(self) -> QualityLevel:
        """Complete, nearly, or several things missing."""
        n = len(self.missing)
        return _LEVELS[n] if n < len(_LEVELS) else QualityLevel.PARTIAL


_LEVELS = (QualityLevel.COMPLETE, QualityLevel.NEARLY)


def quality_of(organisation: Organisation, measured_on: str) -> Quality:
    """The quality of a record, its freshness measured on an ISO date (that of the edition)."""
    return Quality(tuple([(c, test(organisation, measured_on)) for c, test in _TESTS]))


def _located(o: Organisation, _: str) -> bool | None:
    """A PTCE covers a territory: an address is its coordinator's, not its own."""
    return None if o.kind is Kind.PTCE else o.place.located is Located.ADDRESS


def _identified(o: Organisation, _: str) -> bool | None:
    """A PTCE is a group, not a legal person (law 2014-856, article 9): it has no number."""
    if o.kind is Kind.PTCE:
        return None
    if o.siren or o.siret or o.finess:
        return True
    return any(mention.id.startswith("rna:") for mention in o.sources)


def _activity(o: Organisation, _: str) -> bool:
    """What a public programme pays for tells no trade."""
    told = any(claim.origin is not SectorOrigin.PROGRAMME for claim in o.sectors)
    return told or bool(o.pole and o.pole.activities)


def _contact(o: Organisation, _: str) -> bool:
    return bool(o.phone or o.website)


def _fresh(o: Organisation, measured_on: str) -> bool:
    told = (*(mention.vintage for mention in o.sources), o.verified_on or "")
    return any(is_fresh(vintage, measured_on) for vintage in told)


_TESTS: tuple[tuple[QualityCriterion, Callable[[Organisation, str], bool | None]], ...] = (
    (QualityCriterion.LOCATED, _located),
    (QualityCriterion.IDENTIFIED, _identified),
    (QualityCriterion.ACTIVITY, _activity),
    (QualityCriterion.CONTACT, _contact),
    (QualityCriterion.FRESH, _fresh),
)


@lru_cache(4096)
def is_fresh(vintage: str, measured_on: str) -> bool:
    """Whether a vintage is surely less than two years older than a date.

    A year or a month counts from its first day, a span of years from its beginning; what cannot
    be read is not fresh.

    >>> is_fresh("2025-06", "2026-11-22"), is_fresh("2024", "2026-11-22")
    (True, False)
    >>> is_fresh("2009-2025", "2026-11-22"), is_fresh("", "2026-11-22")
    (False, False)
    """
    start, day = beginning(vintage), beginning(measured_on)
    if start is None or day is None:
        return False
    months = (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)
    return months < FRESH_MONTHS


def beginning(vintage: str) -> date | None:
    """The first day of an ISO date, month or year, or of a span of years; ``None`` if unreadable.

    >>> beginning("2021-22"), beginning("2009-2025"), beginning("vers 2010")
    (datetime.date(2021, 1, 1), datetime.date(2009, 1, 1), None)
    """
    whole = _ISO.fullmatch(vintage)
    year, month, day = whole.groups() if whole else (vintage[:4], None, None)
    if not whole and not re.fullmatch(r"\d{4}\s*(-|à)\s*\d{2,4}", vintage):
        return None
    try:
        return date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
