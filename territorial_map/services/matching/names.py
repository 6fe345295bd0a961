"""Two names compared: telling words, abbreviations, acronyms, devices and numbers."""

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from territorial_map.domain.matching.agreement import NameAgreement
from territorial_map.domain.text import WITH_ARTICLE, fold, words

# Words that any name may carry: articles and legal forms. Devices are compared apart.
_SMALL = frozenset(
    words("le la les l un une de du des d et en a au aux pour par sur s the ne n qu que ou siege")
)
_FORMS = frozenset(
    words(
        "association assoc asso ass sarl sas sasu eurl sa snc scop scic scp sci cooperative coop "
        "societe ste entreprise entrep ent ets etablissement etablissements loi 1901"
    )
)
_DEVICES: Mapping[str, str] = {
    "esat": "esat",
    "cat": "esat",
    "ea": "ea",
    "ap": "ea",
    "eatt": "ea",
    "adaptee": "ea",
    "aci": "aci",
    "ei": "ei",
    "ai": "ai",
    "etti": "etti",
    "geiq": "geiq",
}
DEVICES = frozenset(_DEVICES.values())
_SPELT: Mapping[str, str] = {
    "st": "saint",
    "ste": "sainte",
    "nd": "notredame",
    "cie": "compagnie",
    **{name: f"l{name}" for name in WITH_ARTICLE},
}
_PHRASES = (
    (
        re.compile(r"\betablissements? et services? d (?:aide|accompagnement) par le travail\b"),
        "esat",
    ),
    (re.compile(r"\bcentre d aide par le travail\b"), "esat"),
    (re.compile(r"\b(?:entreprise|entrep|ent) adaptee\b"), "ea"),
    (re.compile(r"\batelier protege\b"), "ea"),
    (re.compile(r"\bateliers? et chantiers? d insertion\b"), "aci"),
    (re.compile(r"\bnotre dame\b"), "notredame"),
    (re.compile(r"\bsiege social\b"), "siege"),
)
_SHORTENED = 3  # letters that a shortened word must keep
_UNSEEN = 1.0  # how telling a word that the directory has never seen is, on the scale of rarity

_CUT = 12  # letters: a shorter text says too little by its beginning

Rarity = Callable[[str], float]
Town = Collection[str]
Areas = Collection[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name taken apart: folded text, telling words, devices, numbers and initials.

    Initials are those of all words, of those that are not small, of the telling ones.
    """

    text: str
    words: tuple[str, ...]
    devices: frozenset[str]
    numbers: frozenset[str]
    initials: frozenset[str]

    @property
    def core(self) -> str:
        """The telling words as one text."""
        return " ".join(self.words)


def read_name(name: str) -> ReadName:
    """A name taken apart.

    >>> read_name("ESAT « Ste Anne » – ASSOC. du Val 2").words
    ('sainte', 'anne', 'val', '2')
    """
    text = fold(name)
    for pattern, short in _PHRASES:
        text = pattern.sub(short, text)
    told = [_SPELT.get(word, word) for word in text.split()]
    devices = frozenset(_DEVICES[word] for word in told if word in _DEVICES)
    kept = [w for w in told if w not in _SMALL and w not in _DEVICES]
    telling = tuple(w for w in kept if w not in _FORMS) or tuple(kept)
    numbers = frozenset(w for w in telling if w.isdigit())
    longer = [w for w in told if len(w) > 2]
    telling_too = [w for w in told if w not in _SMALL and w not in _FORMS]
    ways = (told, longer, [w for w in told if w not in _SMALL], telling_too)
    initials = frozenset("".join(w[0] for w in way) for way in ways if len(way) >= _SHORTENED)
    return ReadName(text, telling, devices, numbers, initials)


def rarity_of(count: int | None, total: int) -> float:
    """How telling a word is, in [0, 1]: 0 on every organisation, 1 on one only.

    The logarithm of its inverse frequency, on the scale of the directory.
    """
    if count is None:
        return _UNSEEN
    most = math.log(total + 1)
    return min(1.0, max(0.0, math.log((total + 1) / max(1, count)) / most)) if most else 0.0


def compare(
    row: ReadName,
    other: ReadName,
    rarity: Rarity,
    acronyms: tuple[str, str],
    town: Town,
    areas: Areas = (),
) -> NameAgreement:
    """How the name of a row and that of an organisation agree.

    ``acronyms`` are theirs told apart, maybe blank. The words of the organisation's own ``town``
    tell nothing of its name where other words do, nor do those of its ``areas`` (département,
    région), as long as one of the names says more: they are compared as a place.
    """
    a, b = _without(row.words, other.words, town)
    a, b = _without_areas(a, b, areas)
    core, other_core = " ".join(a), " ".join(b)
    likeness = [[_same_word(word, other) for other in b] for word in a]
    matches = [max(line, default=0.0) for line in likeness]
    back = [max(column) for column in zip(*likeness, strict=True)] or [0.0] * len(b)
    weigh = {word: 0.05 + rarity(word) for word in (*a, *b)}
    glued = OSA.normalized_similarity(core.replace(" ", ""), other_core.replace(" ", ""))
    ratio = max(fuzz.token_sort_ratio(core, other_core) / 100, glued)
    return NameAgreement(
        ratio=ratio if core and other_core else 0.0,
        of_row=1.0 if glued > 0.95 else _covered(a, matches, weigh),
        of_candidate=1.0 if glued > 0.95 else _covered(b, back, weigh),
        rarity=max((rarity(w) * m for w, m in zip(b, back, strict=True) if m), default=0.0),
        same=bool(core) and core == other_core,
        letters=_acronym(row, acronyms[0], other, acronyms[1]),
        begins=_begins(row.text, other.text),
        devices_differ=bool(row.devices and other.devices and not row.devices & other.devices),
        numbers_differ=row.numbers != other.numbers and bool(row.numbers and other.numbers),
    )


def _without(
    row: Sequence[str], other: Sequence[str], town: Town
) -> tuple[Sequence[str], Sequence[str]]:
    """Both names without the words of a town, unless nothing else would be left of one."""
    a = [word for word in row if word not in town]
    b = [word for word in other if word not in town]
    return (a, b) if a and b else (row, other)


def _without_areas(
    row: Sequence[str], other: Sequence[str], areas: Areas
) -> tuple[Sequence[str], Sequence[str]]:
    """Both names without those of areas, told whole, unless nothing is left of both."""
    a, b = row, other
    for area in areas:
        a, b = _cut_out(a, area), _cut_out(b, area)
    return (a, b) if a or b else (row, other)


def _cut_out(name: Sequence[str], phrase: tuple[str, ...]) -> Sequence[str]:
    size = len(phrase)
    for at in range(len(name) - size + 1):
        if tuple(name[at : at + size]) == phrase:
            return (*name[:at], *_cut_out(name[at + size :], phrase))
    return name


def names_town(row: ReadName, town: Sequence[str], other: ReadName) -> bool:
    """True when a name tells a town beside the name of an organisation there.

    ``town`` are the words of its commune up to « -en-Vivarais » and the like.
    """
    told = set(row.words)
    return bool(town) and told.issuperset(town) and not set(other.words) >= told


def _begins(a: str, b: str) -> bool:
    """True when a text that was cut is how the other begins."""
    shorter, longer = sorted((a, b), key=len)
    return _CUT <= len(shorter) < len(longer) and longer.startswith(shorter)


def _covered(names: Sequence[str], matches: Sequence[float], weigh: Mapping[str, float]) -> float:
    total = sum(weigh[word] for word in names)
    covered = sum(weigh[w] * m for w, m in zip(names, matches, strict=True))
    return min(1.0, covered / total) if total else 0.0


@lru_cache(maxsize=65_536)
def _same_word(a: str, b: str) -> float:
    """1 the same, less for a plural, a shortened word or a typing error, 0 otherwise."""
    if a == b:
        return 1.0
    shorter, longer = sorted((a, b), key=len)
    if shorter.isdigit() or longer.isdigit():
        return 0.0
    if longer in _otherwise(shorter):
        return 0.97
    errors = 2 if len(shorter) >= 8 else 1 if len(shorter) >= 4 else 0
    shortened = len(shorter) >= _SHORTENED and longer.startswith(shorter)
    if shortened or (errors and OSA.distance(a, b, score_cutoff=errors) <= errors):
        return 0.85
    return 0.0


def _otherwise(word: str) -> frozenset[str]:
    """Plurals, and an article without its apostrophe: « LARCHE »."""
    elided = (f"l{word}", f"d{word}") if len(word) >= _SHORTENED else ()
    return frozenset((f"{word}s", f"{word}x", *elided))


def _acronym(row: ReadName, acronym: str, other: ReadName, own: str) -> int:
    """The letters of an acronym of one side that stands for the other, 0 without one."""
    told = {fold(acronym).replace(" ", "")} | set(row.words if len(row.words) == 1 else ())
    theirs = {fold(own).replace(" ", "")} | set(other.words if len(other.words) == 1 else ())
    shared = told & theirs if own or acronym else set()
    shared |= told & other.initials | theirs & row.initials
    return max((len(word) for word in shared if len(word) >= _SHORTENED), default=0)
