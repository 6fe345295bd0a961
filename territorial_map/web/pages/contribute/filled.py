"""A form as somebody filled it: what it says, thing by thing, and what is wrong beside a field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.contributions.receiving import prepared
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base.said_fields import Filled, as_sentence

CONFIRM = "toujours_exact"
DECLARED = (ContributionKind.NEED, ContributionKind.OFFER)
OF_PAGE = (
    ContributionKind.CLOSED,
    ContributionKind.SAME,
    ContributionKind.DIFFERENT,
    ContributionKind.WITHDRAWAL,
)
NAMES = (
    "organisation",
    CONFIRM,
    *CorrectedField.codes(),
    *(f"{kind}{end}" for kind in DECLARED for end in ("", "_pooling", "_until")),
    "page",
    "other",
    "teller",
    "reason",
    "source",
    "site_bis",
)
"""Every field of the form."""

_COMMON = ("organisation", "teller", "reason", "source", "site_bis")


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What a form says, ready to be kept, and the form with its faults where it has any."""

    proposals: tuple[Proposal, ...]
    filled: Filled


def read_form(values: Mapping[str, str], edition: OpenEdition, now: datetime) -> ReadForm:
    """Read everything that a form says; nothing of it is kept while one thing is wrong."""
    kept = {name: values.get(name, "").strip() for name in NAMES}
    proposals: list[Proposal] = []
    faults: dict[str, str] = {}
    for name, said in _said(kept):
        try:
            proposals.append(prepared(said, edition, now))
        except BadParameter as error:
            faults.setdefault(_at_fault(name, error.parameter), as_sentence(error.problem))
        except NotFound:
            faults.setdefault("other", "Aucune fiche de cet annuaire n’a cette adresse.")
    if not proposals and not faults:
        faults["form"] = "Rien n’a été dit : remplissez au moins un champ."
    told = tuple((name, value) for name, value in kept.items() if value)
    return ReadForm(tuple(proposals), Filled(told, tuple(faults.items())))


def _said(kept: Mapping[str, str]) -> list[tuple[str, dict[str, str]]]:
    """Each thing that is said, by the field that says it."""
    common = {name: kept[name] for name in _COMMON}
    if kept[CONFIRM]:
        return [(CONFIRM, common | {"kind": ContributionKind.CONFIRMATION.value})]
    said = [
        (field.value, common | {"kind": "field", "field": field.value, "value": kept[field.value]})
        for field in CorrectedField
        if kept[field.value]
    ]
    said += [
        (kind.value, common | _declared(kind, kept))
        for kind in DECLARED
        if kept[kind.value] or kept[f"{kind.value}_pooling"]
    ]
    if kept["page"]:
        said.append(("page", common | {"kind": kept["page"], "other": _id_in(kept["other"])}))
    return said


def _declared(kind: ContributionKind, kept: Mapping[str, str]) -> dict[str, str]:
    """A need or an offer; without words, those of its category."""
    pooling = kept[f"{kind.value}_pooling"]
    words = kept[kind.value]
    if not words and pooling in PoolingCategory.codes():
        words = PoolingCategory(pooling).label
    until = kept[f"{kind.value}_until"]
    return {"kind": kind.value, "pooling": pooling, "value": words, "until": until}


def _id_in(told: str) -> str:
    """The id that an address of a page holds, or what was typed."""
    rest = told.partition("?")[0].strip("/ ")
    if "/o/" not in f"/{rest}":
        return rest
    return f"/{rest}".rpartition("/o/")[2].partition("/")[0]


def _at_fault(name: str, parameter: str) -> str:
    if parameter in {"pooling", "until"}:
        return f"{name}_{parameter}"
    return parameter if parameter in {"other", "reason", "source"} else name
