"""« Même groupe, probablement »: what names, addresses, phones and websites say together.

Two rules. Either the same address, phone or website, with a rare name word in common; or one name
that contains the other's proper part (« Archer », « EURL Archer Intérim »), near enough for how
rare its words are. Rarity is measured on the directory. Nothing here is a fact of a register: the
tie says that it is probable, and what it rests on.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from territorial_map.domain.geo import Point, distance_km
from territorial_map.domain.term import Term
from territorial_map.domain.text import fold

_SEGMENT = re.compile(r"\s[-–—]\s|[()/«»:,]|\b[Gg]roupe(?: [Cc]oopératif)?\b")
_HOUSE = re.compile(r"\bgroupe (?!cooperatif)(\w{3,})")
_LEAST_WORD = 2
_COMMON_SHARE = 10  # a word that one name in ten has is no one's
_LEAST_COMMON = 3


class GroupEvidence(Term):
    """What shows that two organisations are of one group, the surest first."""

    PHONE = "phone", "même téléphone"
    ADDRESS = "address", "même adresse"
    WEBSITE = "website", "même site internet"
    NAME = "name", "l’un porte le nom de l’autre"


ENGLISH = {
    GroupEvidence.PHONE: "the same phone",
    GroupEvidence.ADDRESS: "the same address",
    GroupEvidence.WEBSITE: "the same website",
    GroupEvidence.NAME: "one bears the name of the other",
}


@dataclass(frozen=True, eq=False)
class GroupRules:
    """Words that are not proper to anyone, and where rarity and nearness begin.

    Counts are numbers of organisations of the directory, distances kilometres.
    """

    small: frozenset[str]
    status: frozenset[str]
    common: frozenset[str]
    shared_hosts: frozenset[str]
    common_above: int
    rare_near: int
    rare_far: int
    near_km: float
    far_km: float
    site_km: float

    def __post_init__(self) -> None:
        if not 0 < self.rare_far <= self.rare_near <= self.common_above:
            raise ValueError("rarity must rise: rare_far, rare_near, common_above")
        if not 0 < self.near_km <= self.site_km <= self.far_km:
            raise ValueError("distances must rise: near_km, site_km, far_km")

    def few_of(self, organisations: int) -> int:
        """How many organisations a word may stand in at most to need no counting.

        In a small directory a word of a tenth of the names is nobody's own.
        """
        return min(self.rare_far, self._common_of(organisations))

    def counted(self, holders: int, organisations: int) -> int:
        """A word's count as the rule reads it: above ``common_above`` once it is nobody's own."""
        common = holders > self._common_of(organisations)
        return max(holders, self.common_above + 1) if common else holders

    def _common_of(self, organisations: int) -> int:
        return max(_LEAST_COMMON, organisations // _COMMON_SHARE)

    @cached_property
    def empty(self) -> frozenset[str]:
        """Words that never make a name proper."""
        return self.small | self.status | self.common


@dataclass(frozen=True, slots=True)
class SharedGroup:
    """Why two organisations are probably of one group; ``words`` are the folded words they share.

    ``detail`` is the phone, the address or the host they share, empty for names alone.
    """

    evidence: GroupEvidence
    words: tuple[str, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class GroupSigns:
    """What the rule reads of one organisation.

    ``telling`` are its name's words that are neither small, nor a status, nor common in the
    directory; ``proper`` the proper part of its name in order and ``rarity`` the count of its
    rarest word; ``openings`` the proper words of each part of the name, in order.
    """

    rules: GroupRules
    telling: frozenset[str]
    proper: tuple[str, ...]
    rarity: int
    openings: tuple[tuple[str, ...], ...]
    numbers: frozenset[str]
    houses: frozenset[str]
    phone: str | None = None
    host: str | None = None
    address: str | None = None
    commune: frozenset[str] = frozenset()
    department_code: str | None = None


@dataclass(frozen=True, slots=True)
class ToldIdentity:
    """The fields of an organisation that are read, as the directory holds them."""

    name: str
    phone: str | None = None
    website: str | None = None
    address: str | None = None
    commune_code: str | None = None
    commune: str | None = None
    department_code: str | None = None
    department: str | None = None


@dataclass(frozen=True, slots=True)
class NameWords:
    """The directory's words: how many organisations have each, those of territories apart.

    A word that ``counts`` does not hold stands in at most ``rare_far`` organisations.
    """

    counts: Mapping[str, int]
    territories: frozenset[str]

    def rarity(self, word: str) -> int:
        """In how many organisations a word stands; 0 when few enough not to be counted."""
        return self.counts.get(word, 0)


def signs_of(told: ToldIdentity, names: NameWords, rules: GroupRules) -> GroupSigns:
    """What the rule reads of one organisation."""
    folded = fold(told.name)
    commune = frozenset(fold(told.commune or "").split())
    away = commune | frozenset(fold(told.department or "").split()) | names.territories
    proper = _proper(folded, away, rules)
    words = [w for w in folded.split() if _may_tell(w) and w not in rules.small | rules.status]
    return GroupSigns(
        rules,
        telling=frozenset(w for w in words if names.rarity(w) <= rules.common_above),
        proper=proper,
        rarity=min(map(names.rarity, proper), default=0),
        openings=tuple(_proper(fold(p), away, rules) for p in _SEGMENT.split(told.name)),
        numbers=frozenset(w for w in folded.split() if w.isdigit()),
        houses=frozenset(_HOUSE.findall(folded)),
        phone=told.phone or None,
        host=host_of(told.website, rules),
        address=_address(told),
        commune=commune,
        department_code=told.department_code,
    )


def host_of(website: str | None, rules: GroupRules) -> str | None:
    """The host of an address, « www. » apart; ``None`` for a host that many share."""
    if not website:
        return None
    try:
        host = urlsplit(website if "//" in website else f"//{website}").hostname
    except ValueError:
        return None
    host = (host or "").removeprefix("www.")
    return host if "." in host and host not in rules.shared_hosts else None


def shared_group(
    a: GroupSigns, b: GroupSigns, points: tuple[Point | None, Point | None]
) -> SharedGroup | None:
    """Why two organisations are probably of one group; ``None`` when nothing says so.

    The same for (a, b) and (b, a). ``points`` are their positions, in that order.
    """
    here, there = points
    apart = None if here is None or there is None else distance_km(here, there)
    return _one_place(a, b, apart) or _one_name(a, b, apart)


def _one_place(a: GroupSigns, b: GroupSigns, apart: float | None) -> SharedGroup | None:
    """The same phone, address or website, with a rare name word in common."""
    words = a.telling & b.telling
    if not words:
        return None
    if a.phone is not None and a.phone == b.phone:
        return SharedGroup(GroupEvidence.PHONE, tuple(sorted(words)), a.phone)
    proper = words - a.commune - b.commune
    if proper and a.address is not None and a.address == b.address:
        return SharedGroup(GroupEvidence.ADDRESS, tuple(sorted(proper)), a.address)
    if a.host is not None and a.host == b.host and _within(a, b, apart, a.rules.site_km):
        return SharedGroup(GroupEvidence.WEBSITE, tuple(sorted(words)), a.host)
    return None


def _one_name(a: GroupSigns, b: GroupSigns, apart: float | None) -> SharedGroup | None:
    """One name that holds the other's proper part, where it begins or where a part of it does."""
    rules = a.rules
    if not _within(a, b, apart, rules.far_km):
        return None
    side_by_side = (apart is not None and apart <= rules.near_km) or bool(a.numbers & b.numbers)
    most = rules.rare_near if side_by_side else rules.rare_far
    both = sorted(((a, b), (b, a)), key=lambda pair: (len(pair[0].proper), pair[0].proper))
    for one, other in both:
        part = one.proper
        if part and one.rarity <= most and any(o[: len(part)] == part for o in other.openings):
            return SharedGroup(GroupEvidence.NAME, part)
    houses = a.houses & b.houses
    return SharedGroup(GroupEvidence.NAME, ("groupe", min(houses))) if houses else None


def _within(a: GroupSigns, b: GroupSigns, apart: float | None, most_km: float) -> bool:
    same = a.department_code is not None and a.department_code == b.department_code
    return same or (apart is not None and apart <= most_km)


def _proper(folded: str, away: frozenset[str], rules: GroupRules) -> tuple[str, ...]:
    return tuple(
        word
        for word in folded.split()
        if _may_tell(word) and word not in rules.empty and word not in away
    )


def _may_tell(word: str) -> bool:
    return len(word) >= _LEAST_WORD and not word.isdigit()


def _address(told: ToldIdentity) -> str | None:
    street = fold(told.address or "")
    return f"{street}, {told.commune_code}" if street and told.commune_code else None
