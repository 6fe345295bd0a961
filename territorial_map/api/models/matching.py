"""Somebody's list matched: bodies asked, verdicts row by row, what the directory adds."""

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, cast

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import Count, EditionId, Kilometres, Named, Share
from territorial_map.api.models.lists import AskedBody, OrganisationId
from territorial_map.domain.cells.doubts import Doubt
from territorial_map.domain.listing import Listed
from territorial_map.domain.matching.terms import (
    Likelihood,
    MatchVerdict,
    Warned,
    Why,
    likelihood_of,
)
from territorial_map.domain.naf import NafNomenclature, naf_parts
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.answers import Matched
from territorial_map.services.matching.list_additions import Adds
from territorial_map.services.matching.list_files import GivenList
from territorial_map.services.matching.list_report import understanding

MOST_IDS = 2_000


class FoundAsked(AskedBody):
    """Identifiers of organisations that a list was found to hold."""

    ids: Annotated[
        list[OrganisationId],
        Field(
            min_length=1,
            max_length=MOST_IDS,
        ),
    ]


class DoubtfulCell(TypedDict):
    """A cell that was not taken as it stands."""

    line: Count
    value: str


class ColumnDoubt(TypedDict):
    """Something doubtful in a column: its sentence in French, how often, and where first."""

    column: str
    code: Doubt
    reason: str
    count: Count
    examples: list[DoubtfulCell]


class ListReport(TypedDict):
    """What was not taken as it stands: contacts left alone, doubts by column, rows set apart.

    ``persons`` are columns about people, which are never read; ``apart`` counts rows by why.
    """

    emails: Count
    mobiles: Count
    persons: list[str]
    apart: dict[Why, Count]
    notes: list[str]
    doubts: list[ColumnDoubt]


class Understanding(TypedDict):
    """The columns, and for each field understood the column that fills it.

    ``unknown`` columns were not understood: ``columns`` of the request says what they hold. A
    workbook tells the ``sheet`` that was read and all its ``sheets``.
    """

    columns: list[str]
    understood: dict[str, str]
    unknown: list[str]
    report: ListReport
    sheet: NotRequired[str]
    sheets: NotRequired[list[str]]


class ReadLine(TypedDict):
    """A line as read; ``apart`` says why one that is not ``whole`` is no organisation."""

    line: Count
    cells: list[str]
    whole: bool
    apart: Why | None


class ListRead(Understanding):
    """A list as read, nothing matched."""

    rows: list[ReadLine]


class RowWarning(TypedDict):
    """Something doubtful in a row, and its sentence in French."""

    code: Warned
    reason: str


class MatchCandidate(TypedDict):
    """An organisation that a row may mean, and how likely."""

    id: str
    name: str
    acronym: str | None
    kind: Kind
    devices: list[str]
    siret: str | None
    siren: str | None
    naf: str | None
    naf_nomenclature: NafNomenclature | None
    postcode: str | None
    commune: str | None
    department: str | None
    phone: str | None
    website: str | None
    source: str
    vintage: str
    score: Share
    likelihood: Likelihood


class CommuneOfTown(TypedDict):
    """A commune that the town of a row may mean."""

    code: str
    name: str
    department: str


class MatchedRow(TypedDict):
    """A verdict; ``id`` is there only when the row is found, ``candidates`` are never a rank.

    ``likelihood`` is the word of ``score``, the probability of the likeliest candidate.
    ``communes`` are those that an ambiguous town may mean: its code, told, chooses.
    """

    line: Count
    verdict: MatchVerdict
    id: str | None
    score: Share
    likelihood: Likelihood
    why: Why
    reason: str
    warnings: list[RowWarning]
    candidates: list[MatchCandidate]
    communes: list[CommuneOfTown]


class MatchedList(Understanding):
    """``rows`` with their verdicts, and how many of each."""

    edition: EditionId
    counts: dict[MatchVerdict, Count]
    rows: list[MatchedRow]


class PracticeOfList(TypedDict):
    """A practice, and how many organisations of the list it concerns."""

    id: str
    title: str
    organisations: Count


class NamedPair(TypedDict):
    """Two organisations of the list that cooperate already."""

    a: Named
    b: Named


class LeadOfList(NamedPair):
    """Two organisations of the list that could cooperate."""

    pooling: PoolingCategory
    pooling_label: str
    tier: Tier
    tier_label: str
    distance_km: Kilometres | None


class ListAdditions(TypedDict):
    """What the directory adds; pairs are among the first ``paired`` of ``total``."""

    total: Count
    paired: Count
    practices: list[PracticeOfList]
    partnerships: list[LeadOfList]
    existing: list[NamedPair]


Known = Literal["file", "sheet", "columns"]


def matched_list(edition: OpenEdition, given: GivenList, matched: Sequence[Matched]) -> MatchedList:
    """Every row with its verdict, and how columns were understood."""
    return {
        "edition": edition.edition.id,
        **_understanding(given),
        "counts": {
            verdict: sum(m.decision.verdict is verdict for m in matched) for verdict in MatchVerdict
        },
        "rows": list(map(_row, matched)),
    }


def list_additions(adds: Adds) -> ListAdditions:
    """Practices with how many they concern, and pairs with their word and category."""
    return {
        "total": adds.total,
        "paired": adds.paired,
        "practices": [
            {"id": p.id, "title": p.title, "organisations": p.organisations} for p in adds.practices
        ],
        "partnerships": list(map(_lead, adds.partnerships)),
        "existing": [
            {"a": {"id": b.a.id, "name": b.a.name}, "b": {"id": b.b.id, "name": b.b.name}}
            for b in adds.existing
        ],
    }


def _understanding(given: GivenList) -> Understanding:
    return cast("Understanding", understanding(given))


def _row(matched: Matched) -> MatchedRow:
    decision = matched.decision
    return {
        "line": matched.line.line,
        "verdict": decision.verdict,
        "id": decision.id,
        "score": round(decision.score, 2),
        "likelihood": likelihood_of(decision.score),
        "why": decision.why,
        "reason": decision.why.label,
        "warnings": [
            {"code": warning, "reason": warning.label} for warning in matched.given.warnings
        ],
        "candidates": [
            _candidate(matched.facts[each.id], each.score) for each in decision.candidates
        ],
        "communes": [
            {"code": each.code, "name": each.name, "department": each.department}
            for each in matched.communes
        ],
    }


def _candidate(item: Listed, score: float) -> MatchCandidate:
    naf, nomenclature = naf_parts(item.naf)
    return {
        "id": item.id,
        "name": item.name,
        "acronym": item.acronym,
        "kind": item.kind,
        "devices": [device.short for device in item.devices],
        "siret": item.siret,
        "siren": item.siren,
        "naf": naf,
        "naf_nomenclature": nomenclature,
        "postcode": item.postcode,
        "commune": item.commune,
        "department": item.department,
        "phone": item.phone,
        "website": item.website,
        "source": item.source,
        "vintage": item.vintage,
        "score": round(score, 2),
        "likelihood": likelihood_of(score),
    }


def _lead(p: Partnership) -> LeadOfList:
    distance = p.nearness.distance_km
    return {
        "a": {"id": p.a.id, "name": p.a.name},
        "b": {"id": p.b.id, "name": p.b.name},
        "pooling": p.category,
        "pooling_label": p.category.label,
        "tier": p.tier,
        "tier_label": p.tier.label,
        "distance_km": None if distance is None else round(distance, 1),
    }
