"""What cooperation a territory could rest on: diverse leads, elements of a pole, practices."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import EssStatus, Kind, LegalForm, PartnerType
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.held import first_lines
from territorial_map.services.portrait.place import selection_of
from territorial_map.services.texts import Texts

TEN = 10
_OF_ONE = 2
_NAMED = 3
_MOST_PRACTICES = 3
_LEAST_HERE = 2


@dataclass(frozen=True, slots=True)
class PoleElement:
    """What a pole (PTCE) brings together, or who could carry one: how many known, and some.

    ``behind`` is the selection whose list ``known`` is the length of; none known is not none there.
    """

    label: str
    carries: bool
    known: int
    some: tuple[Listed, ...]
    behind: Selection


@dataclass(frozen=True, slots=True)
class PracticeHere:
    """A practice that ``known`` organisations here embody, ``some`` of them named.

    ``times`` is how much more often than in the whole directory.
    """

    id: str
    known: int
    times: float
    some: tuple[Listed, ...]


# Labels are French msgids; whether one could carry a pole is for it to say.
_ELEMENTS: tuple[tuple[str, bool, str, tuple[str, ...]], ...] = (
    (
        "Organisations de l’ESS (statut établi)",
        False,
        "ess_status",
        (EssStatus.STATUTORY.value, EssStatus.COMMERCIAL_COMPANY.value),
    ),
    ("Autres entreprises", False, "partner_type", (PartnerType.ENTERPRISE.value,)),
    (
        "Collectivités et leurs groupements",
        False,
        "partner_type",
        (PartnerType.LOCAL_AUTHORITY.value, PartnerType.GROUPING.value, PartnerType.CCAS.value),
    ),
    (
        "Recherche, enseignement supérieur, formation",
        False,
        "partner_type",
        (
            PartnerType.RESEARCH.value,
            PartnerType.HIGHER_EDUCATION.value,
            PartnerType.TRAINING.value,
        ),
    ),
    ("PTCE connus ici", True, "kind", (Kind.PTCE.value,)),
    ("Têtes de réseau", True, "partner_type", (PartnerType.NETWORK_HEAD.value,)),
    ("Lieux de coopération", True, "kind", (Kind.COOPERATION_SPACE.value,)),
    ("SCIC", True, "legal_form", (LegalForm.SCIC.value,)),
)
ELEMENT_LABELS = tuple(label for label, *_ in _ELEMENTS)


def diverse(leads: Sequence[Lead], most: int = TEN) -> tuple[Lead, ...]:
    """The first leads in their order, two of one category and of one organisation at most.

    Where that leaves room, categories may come again; an organisation is never named a third time.
    """
    chosen: list[Lead] = []
    persons: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    for of_topic in (_OF_ONE, most):
        for lead in leads:
            ends = (lead.main.a.person_key, lead.main.b.person_key)
            full = len(chosen) == most or lead in chosen
            crowded = topics[lead.main.category.value] >= of_topic
            if full or crowded or any(persons[end] >= _OF_ONE for end in ends):
                continue
            chosen.append(lead)
            persons.update(ends)
            topics[lead.main.category.value] += 1
    return tuple(lead for lead in leads if lead in chosen)


def leads_title(n: int, t: Texts) -> str:
    """« Dix pistes, toutes différentes », or as many as there are."""
    if n == TEN:
        return t("Dix pistes, toutes différentes")
    return t.plural("{n} piste", "{n} pistes, toutes différentes", n) if n else t("Pistes")


def how_told(t: Texts) -> str:
    """How leads of a territory were taken, to be read before them."""
    return t(
        "Une piste par paire, deux par organisation au plus. Des pistes à vérifier, jamais un "
        "classement ; distances à vol d’oiseau."
    )


def elements_of(edition: OpenEdition, selection: Selection) -> tuple[PoleElement, ...]:
    """Which elements of a pole are known here, then who could carry one: never a verdict.

    Values of one filter are told apart by whoever has them: an organisation has one of each.
    """
    _, facets = edition.facets(selection)
    behind = [selection.choosing(name, list(values)) for _, _, name, values in _ELEMENTS]
    known = [
        sum(one.count for one in facets[name] if one.value in values)
        for _, _, name, values in _ELEMENTS
    ]
    some = first_lines(edition, selection, behind, _NAMED)
    return tuple(
        PoleElement(label, carries, n, named, asked)
        for (label, carries, _, _), n, named, asked in zip(
            _ELEMENTS, known, some, behind, strict=True
        )
    )


def practices_of(edition: OpenEdition, territory: AnyTerritory) -> tuple[PracticeHere, ...]:
    """The practices that organisations here embody more often than elsewhere, the first first."""
    total, ranked = edition.totals(Selection())[0], []
    usual = edition.counts("practice")
    selection = selection_of(territory)
    known, facets = edition.facets(selection)
    for one in facets["practice"]:
        value, count = one.value, one.count
        practice_id, _, role = value.partition(":")
        if role == Role.EMBODIES.value and count >= _LEAST_HERE:
            expected = known * usual.get(value, 0) / max(total, 1)
            ranked.append(((count + 1) / (expected + 1), count, practice_id))
    ranked.sort(key=lambda row: (-row[0], -row[1], row[2]))
    first = ranked[:_MOST_PRACTICES]
    behind = [
        selection.choosing("practice", [f"{practice_id}:{Role.EMBODIES.value}"])
        for _, _, practice_id in first
    ]
    return tuple(
        PracticeHere(practice_id, count, times, some)
        for (times, count, practice_id), some in zip(
            first, first_lines(edition, selection, behind, _NAMED), strict=True
        )
    )
