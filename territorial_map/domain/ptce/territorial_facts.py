"""Facts on « un même territoire »: how many where, how far apart. No threshold in kilometres."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from territorial_map.domain.geo import distance_km
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import Sentence, distance_told, say
from territorial_map.domain.language.writing import counted
from territorial_map.domain.organisation import Place
from territorial_map.domain.ptce.persons import Person, count_persons

_EN = Language.ENGLISH

_OVERSEAS_CAVEATS = {
    "973": say(
        "En Guyane, l’accès par le fleuve ou par la piste peut être bien plus long que la distance "
        "à vol d’oiseau.",
        "In Guyane, access by river or track can be much longer than the distance as the crow "
        "flies.",
    ),
} | dict.fromkeys(
    ("971", "975", "976", "977", "978"),
    say(
        "Territoire en îles : une traversée peut séparer des membres proches à vol d’oiseau.",
        "A territory of islands: a crossing can separate members close as the crow flies.",
    ),
)


@dataclass(frozen=True, slots=True)
class TerritorialFacts:
    """Where the persons of a group are.

    ``shared`` is the EPCI, else the département, in which every located enterprise has a site.
    """

    located: int
    total: int
    at_least_two: bool
    shared: tuple[str, str] | None
    evidence: tuple[Sentence, ...]


def ground_of(persons: tuple[Person, ...], grouped: tuple[Person, ...]) -> TerritorialFacts:
    """The facts for a group; ``grouped`` are its enterprises, the links may be elsewhere."""
    located = tuple(p for p in persons if _departments(p))
    enterprises = tuple(p for p in grouped if _departments(p))
    several = count_persons(enterprises).low >= 2
    evidence = [_located_sentence(len(located), len(persons))]
    for noun, name_of in (("EPCI", _epci_names), ("département", _department_names)):
        evidence += _most_shared(located, noun, name_of)
    evidence += _farthest(located) + _caveats(located)
    return TerritorialFacts(
        located=len(located),
        total=len(persons),
        at_least_two=count_persons(located).low >= 2,
        shared=_shared(enterprises) if several else None,
        evidence=tuple(evidence),
    )


def _epci_names(person: Person) -> set[tuple[str, str]]:
    places = (site.place for site in person.sites)
    return {(p.epci_code, p.epci or p.epci_code) for p in places if p.epci_code}


def _department_names(person: Person) -> set[tuple[str, str]]:
    return {(code, place.department or code) for code, place in _departments(person).items()}


def _departments(person: Person) -> dict[str, Place]:
    places = (site.place for site in person.sites)
    return {p.department_code: p for p in places if p.department_code}


def _shared(persons: tuple[Person, ...]) -> tuple[str, str] | None:
    for noun, names_of in (("EPCI", _epci_names), ("département", _department_names)):
        codes = set.intersection(*({code for code, _ in names_of(p)} for p in persons))
        names = {name for p in persons for code, name in names_of(p) if code in codes}
        if names:
            return noun, min(names)
    return None


def _located_sentence(located: int, total: int) -> Sentence:
    return say(
        f"{counted(located, 'personne localisée', 'personnes localisées')} sur {total}.",
        f"{located} of {counted(total, 'person', 'persons', _EN)} located.",
    )


def _most_shared(
    located: tuple[Person, ...], noun: str, names_of: Callable[[Person], set[tuple[str, str]]]
) -> list[Sentence]:
    held = Counter(code for person in located for code, _ in names_of(person))
    if not held:
        return []
    names = dict(sorted(pair for person in located for pair in names_of(person)))
    code, n = min(held.items(), key=lambda item: (-item[1], item[0]))
    kind_en = "EPCI" if noun == "EPCI" else "département"
    return [
        say(
            f"{counted(n, 'membre', 'membres')} sur {len(located)} dans "
            f"{'l’EPCI' if noun == 'EPCI' else 'le département'} « {names[code]} ».",
            f"{n} of {counted(len(located), 'member', 'members', _EN)} in the {kind_en} "
            f"“{names[code]}”.",
        )
    ]


def _farthest(located: Iterable[Person]) -> list[Sentence]:
    pointed = [p for p in located if any(site.place.point for site in p.sites)]
    apart = [(_apart_km(a, b), a, b) for a, b in combinations(pointed, 2)]
    if not apart:
        return []
    km, a, b = max(apart, key=lambda found: found[0])
    width = distance_told(km)
    return [
        say(
            f"{width.fr} au plus à vol d’oiseau, entre {a.name} et {b.name}, sans compter la "
            "route, le relief ni la mer. La loi ne fixe aucune distance.",
            f"{width.en} at most as the crow flies, between {a.name} and {b.name}, roads, relief "
            "and sea not counted. The law sets no distance.",
        )
    ]


def _apart_km(a: Person, b: Person) -> float:
    """Between the nearest sites of two persons."""
    return min(
        distance_km(one.place.point, other.place.point)
        for one in a.sites
        for other in b.sites
        if one.place.point and other.place.point
    )


def _caveats(located: Iterable[Person]) -> list[Sentence]:
    codes = sorted({code for person in located for code in _departments(person)})
    return list(dict.fromkeys(_OVERSEAS_CAVEATS[c] for c in codes if c in _OVERSEAS_CAVEATS))
