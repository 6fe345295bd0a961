"""Good practices: the catalogue, one of them, and those of an organisation or a profile."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from territorial_map.api.models.base import (
    BothLanguages,
    Count,
    EditionId,
    Named,
    Share,
    sentence,
    sentence_or_none,
)
from territorial_map.api.models.practice_profile import ProfileTold, profile_told
from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.catalogue import (
    Advice,
    Pointer,
    Practice,
    PracticeCatalogue,
    PracticeExample,
    ResourceRecord,
    Theme,
)
from territorial_map.domain.practices.first_advice import first_advice
from territorial_map.domain.practices.links import PracticeLink
from territorial_map.domain.practices.terms import PracticeCriterion, Role
from territorial_map.domain.vocabulary import (
    LegalFamily,
    PoolingCategory,
)
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.practices.browsing import (
    Browsed,
    Heading,
    families_of,
    standing_counts,
)
from territorial_map.services.practices.concerned_practices import ConcernedOrganisation

PracticeId = Annotated[str, Field(pattern=r"^p\d\d$")]


class ThemeAnswer(TypedDict):
    """A theme of the guide; ``origin`` is article 3 of the law, or the CSESS."""

    number: Annotated[int, Field(ge=1, le=8)]
    fr: str
    en: str
    origin: str
    note: BothLanguages | None
    practices: Count


class PracticeLine(TypedDict):
    """A practice of the catalogue, under the guide's own title."""

    id: PracticeId
    title: str
    title_en: str
    themes: tuple[int, ...]
    families: tuple[LegalFamily, ...]
    pooling: tuple[PoolingCategory, ...]
    keywords: tuple[str, ...]
    point: Sentence
    examples: Count
    organisations: dict[Role, Count]


class PracticeCatalogueAnswer(TypedDict):
    """The practices and resources that answer, in the order of the guide."""

    edition: EditionId
    total: Count
    themes: list[ThemeAnswer]
    practices: list[PracticeLine]
    resources: tuple[ResourceRecord, ...]
    pointers: tuple[Pointer, ...]


class PracticeAnswer(TypedDict):
    """A practice, whole; ``general`` is how likely it concerns a body of which nothing is known."""

    edition: EditionId
    record: Literal["practice"]
    id: PracticeId
    title: str
    title_en: str
    themes: tuple[int, ...]
    general: Share
    point: Sentence
    advice: Advice
    examples: tuple[PracticeExample, ...]
    pooling: tuple[PoolingCategory, ...]
    cites: tuple[str, ...]
    keywords: tuple[str, ...]
    state_of_law: Sentence | None
    families: tuple[LegalFamily, ...]
    organisations: dict[Role, Count]


class ResourceAnswer(TypedDict):
    """A heading that points elsewhere and holds no practice."""

    edition: EditionId
    record: Literal["resource"]
    id: PracticeId
    title: str
    title_en: str
    themes: tuple[int, ...]
    what: Sentence
    note: Sentence
    address: str | None
    pooling: tuple[PoolingCategory, ...]
    cites: tuple[str, ...]
    keywords: tuple[str, ...]


class PracticeReason(BothLanguages):
    """One reason; ``value`` is null when the criterion cannot tell."""

    criterion: str
    value: Share | None


class PracticeLinkAnswer(TypedDict):
    """One practice, its role, its relevance and why."""

    id: PracticeId
    role: Role
    relevance: Share
    reasons: list[PracticeReason]


class PracticeLinks(TypedDict):
    """The practices of an organisation or a profile: what to adopt, the roles, then what waits.

    ``advised`` are the first to adopt: one at most suits everyone, the others rest on a known fact.
    ``roles`` are what it is to others already, told once; ``waiting`` practices say nothing until
    an unknown fact is told. What its status or the law imposes is a role, never an advice.
    """

    advised: list[PracticeId]
    roles: list[PracticeId]
    waiting: list[PracticeId]
    practices: list[PracticeLinkAnswer]


class InferredValue(BothLanguages):
    """A value that the source does not state, and the rule that gave it."""

    key: PracticeCriterion
    value: str


class OrganisationPractices(PracticeLinks):
    """The practices of an organisation, what was read of it and what was inferred."""

    edition: EditionId
    organisation: Named
    profile: ProfileTold
    inferred: list[InferredValue]


def practice_catalogue(
    found: Browsed, catalogue: PracticeCatalogue, edition: OpenEdition
) -> PracticeCatalogueAnswer:
    """What a browsing keeps."""
    counts = standing_counts(edition)
    return {
        "edition": edition.edition.id,
        "total": len(found.practices),
        "themes": [_theme(each, catalogue) for each in catalogue.themes],
        "practices": [_line(each, counts.get(each.id, {})) for each in found.practices],
        "resources": found.resources,
        "pointers": catalogue.pointers,
    }


def heading_answer(heading: Heading, edition: OpenEdition) -> PracticeAnswer | ResourceAnswer:
    """A practice or a resource, whole; ``record`` tells which."""
    if isinstance(heading, ResourceRecord):
        return _resource(heading, edition.edition.id)
    return {
        "edition": edition.edition.id,
        "record": "practice",
        "id": heading.id,
        "title": heading.title,
        "title_en": heading.title_en,
        "themes": heading.themes,
        "general": heading.general,
        "point": heading.point,
        "advice": heading.advice,
        "examples": heading.examples,
        "pooling": heading.pooling,
        "cites": heading.cites,
        "keywords": heading.keywords,
        "state_of_law": heading.state_of_law,
        "families": families_of(heading),
        "organisations": _by_role(standing_counts(edition).get(heading.id, {})),
    }


def organisation_practices(
    concerned: ConcernedOrganisation, edition: OpenEdition
) -> OrganisationPractices:
    """The practices of an organisation, what was read of it, and what was inferred."""
    organisation = concerned.organisation
    return {
        "edition": edition.edition.id,
        "organisation": {"id": organisation.id, "name": organisation.name},
        "profile": profile_told(concerned.profile),
        "inferred": [
            {"key": each.criterion, "value": each.value, **sentence(each.rule)}
            for each in concerned.inferred
        ],
        **practice_links(concerned.links),
    }


def practice_links(links: Iterable[PracticeLink]) -> PracticeLinks:
    """Links with their reasons, what is advised first before the others."""
    advice = first_advice(links)
    return {
        "advised": [link.practice_id for link in advice.advised],
        "roles": [link.practice_id for link in advice.roles],
        "waiting": [link.practice_id for link in advice.waiting],
        "practices": list(map(_link, advice.in_order)),
    }


def _link(link: PracticeLink) -> PracticeLinkAnswer:
    return {
        "id": link.practice_id,
        "role": link.role,
        "relevance": link.relevance,
        "reasons": [
            {"criterion": each.criterion, "value": each.value, **sentence(each.sentence)}
            for each in link.reasons
        ],
    }


def _resource(heading: ResourceRecord, edition_id: str) -> ResourceAnswer:
    return {
        "edition": edition_id,
        "record": "resource",
        "id": heading.id,
        "title": heading.title,
        "title_en": heading.title_en,
        "themes": heading.themes,
        "what": heading.what,
        "note": heading.note,
        "address": heading.address,
        "pooling": heading.pooling,
        "cites": heading.cites,
        "keywords": heading.keywords,
    }


def _line(practice: Practice, counts: dict[Role, int]) -> PracticeLine:
    return {
        "id": practice.id,
        "title": practice.title,
        "title_en": practice.title_en,
        "themes": practice.themes,
        "families": families_of(practice),
        "pooling": practice.pooling,
        "keywords": practice.keywords,
        "point": practice.point,
        "examples": len(practice.examples),
        "organisations": _by_role(counts),
    }


def _by_role(counts: dict[Role, int]) -> dict[Role, int]:
    return {role: counts.get(role, 0) for role in Role}


def _theme(theme: Theme, catalogue: PracticeCatalogue) -> ThemeAnswer:
    return {
        "number": theme.number,
        **sentence(theme.label),
        "origin": theme.origin,
        "note": sentence_or_none(theme.note),
        "practices": sum(theme.number in practice.themes for practice in catalogue.practices),
    }
