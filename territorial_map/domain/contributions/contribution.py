"""One thing said of one organisation, checked: nothing of a person is in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField, Teller
from territorial_map.domain.contributions.values import field_value, said_text
from territorial_map.domain.declared import MOST_WORDS
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import PoolingCategory

_T = TypeVar("_T", bound=Term)
MOST_REASON = 500
MOST_SOURCE = 300
MOST_ID = 300
KEYS = (
    "organisation",
    "kind",
    "teller",
    "field",
    "value",
    "pooling",
    "until",
    "other",
    "reason",
    "source",
)
"""What can be told of a contribution."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What is said; texts are checked by ``read_contribution``, and empty where nothing is told.

    ``value`` is that of a ``field`` (a code for closed lists, of ``Sector`` or ``SizeBand``), or
    the words of a need or an offer of category ``pooling`` until the ISO day ``until``; ``other``
    is the id of the other organisation of a pair.
    """

    kind: ContributionKind
    organisation: str
    teller: Teller = Teller.VISITOR
    field: CorrectedField | None = None
    value: str = ""
    pooling: PoolingCategory | None = None
    until: str = ""
    other: str = ""
    reason: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if not self.organisation:
            raise ValueError("a contribution is about an organisation")
        if (self.field is not None) != (self.kind is ContributionKind.FIELD):
            raise ValueError("a field is told with the kind « field », and no other")
        if (self.pooling is not None) != self.kind.is_declared:
            raise ValueError("a category is told with a need or an offer, and nothing else")
        if bool(self.other) != self.kind.is_of_pair:
            raise ValueError("another organisation is told with a pair, and nothing else")


def read_contribution(said: Mapping[str, str], today: date) -> Contribution:
    """The contribution that somebody tells in words and codes, by the names of ``KEYS``.

    Raises:
        BadParameter: what is told cannot be taken; its parameter is the key at fault, and its
            value is left out wherever it may be of a person.
    """
    kind = _one(ContributionKind, "kind", said.get("kind", ""))
    return Contribution(
        kind,
        _id("organisation", said.get("organisation", "")),
        _one(Teller, "teller", said.get("teller", "") or Teller.VISITOR.value),
        _field(kind, said),
        _value(kind, said),
        _one(PoolingCategory, "pooling", said.get("pooling", "")) if kind.is_declared else None,
        _until(said.get("until", ""), today) if kind.is_declared else "",
        _other(said) if kind.is_of_pair else "",
        said_text("reason", said.get("reason", ""), MOST_REASON),
        said_text("source", said.get("source", ""), MOST_SOURCE),
    )


def with_value(contribution: Contribution, value: str) -> Contribution:
    """The same with another value, as a reviewer puts it right.

    Raises:
        BadParameter: the value cannot be taken, or this kind has none.
    """
    if contribution.field is not None:
        return replace(contribution, value=field_value(contribution.field, value))
    if contribution.kind.is_declared:
        return replace(contribution, value=_words(value))
    raise BadParameter("value", "", "cette proposition n’a pas de valeur à changer.")


def _one(terms: type[_T], name: str, code: str) -> _T:
    if code not in terms.codes():
        raise BadParameter(name, code[:40], "valeur inconnue.", terms.codes())
    return terms(code)


def _id(name: str, told: str) -> str:
    identity = told.strip()
    if not identity or len(identity) > MOST_ID or not identity.isprintable():
        raise BadParameter(name, "", "l’identifiant d’une organisation est attendu.")
    return identity


def _other(said: Mapping[str, str]) -> str:
    other = _id("other", said.get("other", ""))
    if other == said.get("organisation", "").strip():
        raise BadParameter("other", other, "deux organisations différentes sont attendues.")
    return other


def _field(kind: ContributionKind, said: Mapping[str, str]) -> CorrectedField | None:
    if kind is not ContributionKind.FIELD:
        return None
    return _one(CorrectedField, "field", said.get("field", ""))


def _value(kind: ContributionKind, said: Mapping[str, str]) -> str:
    told = said.get("value", "")
    if kind is ContributionKind.FIELD:
        return field_value(_one(CorrectedField, "field", said.get("field", "")), told)
    return _words(told) if kind.is_declared else ""


def _words(told: str) -> str:
    words = said_text("value", told, MOST_WORDS)
    if not any(map(str.isalpha, words)):
        raise BadParameter("value", "", "dites en quelques mots ce qui est cherché ou partagé.")
    return words


def _until(told: str, today: date) -> str:
    if not told.strip():
        return ""
    try:
        day = date.fromisoformat(told.strip())
    except ValueError:
        raise BadParameter("until", told[:40], "une date est attendue, AAAA-MM-JJ.") from None
    if not today <= day <= today.replace(year=today.year + 5, day=min(today.day, 28)):
        raise BadParameter("until", told[:40], "une date d’aujourd’hui à dans cinq ans.")
    return day.isoformat()
