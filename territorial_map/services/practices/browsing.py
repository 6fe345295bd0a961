"""Browsing the catalogue: by theme, family, pooling category and words; who stands for what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.practices.catalogue import Practice, ResourceRecord
from territorial_map.domain.practices.library import PracticeLibrary
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.text import words
from territorial_map.domain.vocabulary import LegalFamily, PoolingCategory
from territorial_map.services.explore.names import PRACTICE
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.search import Vocabulary

Heading = Practice | ResourceRecord


@dataclass(frozen=True, slots=True)
class Browsing:
    """What somebody looks for in the catalogue; values of one list widen, lists narrow.

    ``accepted`` holds, per typed word, the catalogue's words that it may stand for; until it is
    resolved, text is matched with the words of each heading alone.
    """

    themes: tuple[int, ...] = ()
    families: tuple[LegalFamily, ...] = ()
    pooling: tuple[PoolingCategory, ...] = ()
    text: str = ""
    accepted: tuple[frozenset[str], ...] | None = field(default=None, compare=False)

    def keeps(self, heading: Heading) -> bool:
        """Whether a practice or a resource answers; a resource is of no family."""
        if self.themes and not set(self.themes) & set(heading.themes):
            return False
        if self.pooling and not set(self.pooling) & set(heading.pooling):
            return False
        if self.families and not set(self.families) & set(families_of(heading)):
            return False
        accepted = self.accepted
        if accepted is None:
            accepted = _vocabulary((heading,)).accepted(self.text)
        said = set(words(" ".join(_texts(heading))))
        return all(said & stands_for for stands_for in accepted)


@dataclass(frozen=True, slots=True)
class Browsed:
    """What a browsing keeps, in the order of the guide."""

    practices: tuple[Practice, ...]
    resources: tuple[ResourceRecord, ...]


def browse(library: PracticeLibrary, wanted: Browsing) -> Browsed:
    """The practices and resources that answer."""
    catalogue = library.catalogue
    resolved = wanted
    if wanted.text:
        every: tuple[Heading, ...] = (*catalogue.practices, *catalogue.resources)
        resolved = replace(wanted, accepted=_vocabulary(every).accepted(wanted.text))
    return Browsed(
        tuple(filter(resolved.keeps, catalogue.practices)),
        tuple(filter(resolved.keeps, catalogue.resources)),
    )


def browsing_from_query(
    parameters: Mapping[str, Sequence[str]], library: PracticeLibrary
) -> Browsing:
    """What query parameters ask for: ``theme``, ``family`` and ``pooling`` repeat, ``q`` is text.

    Raises:
        BadParameter: a value outside its closed list, with the accepted ones.
    """
    browsing, refused = readable_browsing(parameters, library)
    if refused:
        raise refused[0]
    return browsing


def readable_browsing(
    parameters: Mapping[str, Sequence[str]], library: PracticeLibrary
) -> tuple[Browsing, tuple[BadParameter, ...]]:
    """What of the parameters can be read, and why the rest is left out."""
    refused: list[BadParameter] = []

    def among(name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        given = dict.fromkeys(v.strip() for v in parameters.get(name, ()) if v.strip())
        refused.extend(
            BadParameter(name, value, "valeur inconnue.", allowed)
            for value in given
            if value not in allowed
        )
        return tuple(value for value in given if value in allowed)

    numbers = tuple(str(theme.number) for theme in library.catalogue.themes)
    browsing = Browsing(
        tuple(map(int, among("theme", numbers))),
        tuple(map(LegalFamily, among("family", LegalFamily.codes()))),
        tuple(map(PoolingCategory, among("pooling", PoolingCategory.codes()))),
        " ".join(" ".join(parameters.get("q", ())).split()),
    )
    return browsing, tuple(refused)


def heading_of(library: PracticeLibrary, heading_id: str) -> Heading:
    """The practice or resource of an id.

    Raises:
        NotFound: the guide has no such heading.
    """
    catalogue = library.catalogue
    headings: tuple[Heading, ...] = (*catalogue.practices, *catalogue.resources)
    for heading in headings:
        if heading.id == heading_id:
            return heading
    first, last = headings[0].id, headings[-1].id
    raise NotFound(
        f"Aucune pratique «\u00a0{heading_id}\u00a0»\u00a0: elles vont de {first} à {last}."
    )


def families_of(heading: Heading) -> tuple[LegalFamily, ...]:
    """The families that the guide's examples tell; none for a resource."""
    if isinstance(heading, ResourceRecord):
        return ()
    told = [
        family
        for example in heading.examples
        for family in (
            *example.traces.families,
            *(form.family for form in example.traces.legal_forms),
        )
    ]
    return tuple(dict.fromkeys(told))


def standing_counts(edition: OpenEdition) -> dict[str, dict[Role, int]]:
    """By practice, how many organisations of the edition answer to it in each role."""
    counts: dict[str, dict[Role, int]] = {}
    for value, count in edition.counts(PRACTICE).items():
        practice_id, _, role = value.partition(":")
        if role:
            counts.setdefault(practice_id, {})[Role(role)] = count
    return counts


@cache
def _vocabulary(headings: tuple[Heading, ...]) -> Vocabulary:
    """The words of some headings: accents, plurals, beginnings and small typing errors."""
    return Vocabulary({word for heading in headings for word in words(" ".join(_texts(heading)))})


def _texts(heading: Heading) -> Iterable[str]:
    yield from (heading.id, heading.title, heading.title_en, *heading.keywords)
    if isinstance(heading, ResourceRecord):
        yield from (heading.what.fr, heading.what.en)
        return
    yield from (heading.point.fr, heading.point.en)
    for example in heading.examples:
        yield from (example.done.fr, example.done.en)
