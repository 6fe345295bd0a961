"""What the labels of matching are made of: a row as typed, and the edition it was typed from."""

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from territorial_map.domain.listing import Listed
from territorial_map.services.matching.names import ReadName, read_name


@dataclass(frozen=True, slots=True)
class Label:
    """A row as its author would have typed it, and what should be said of it."""

    damage: str
    expected: str
    from_id: str
    name: str = ""
    siret: str = ""
    siren: str = ""
    finess: str = ""
    postcode: str = ""
    city: str = ""
    department: str = ""
    phone: str = ""
    withheld: str = ""
    note: str = ""


@dataclass(slots=True)
class World:
    """The edition with what the damages need: sites by person, real city labels, namesakes."""

    lines: list[Listed]
    rng: random.Random
    labels: dict[str, str] = field(default_factory=dict)
    by_person: dict[str, list[Listed]] = field(default_factory=lambda: defaultdict(list))
    by_siret: dict[str, list[Listed]] = field(default_factory=lambda: defaultdict(list))
    by_commune: dict[str, list[Listed]] = field(default_factory=lambda: defaultdict(list))
    read: dict[str, ReadName] = field(default_factory=dict)
    by_id: dict[str, Listed] = field(default_factory=dict)

    def person_of(self, any_id: str) -> str:
        """The legal person of an organisation, itself where none is known."""
        item = self.by_id.get(any_id)
        return (item.siren if item else None) or any_id

    def namesakes(self, item: Listed, name: str, *, anywhere: bool) -> list[Listed]:
        """Others that a careful reader could not tell from it by this name (and place)."""
        told = read_name(name)
        pool = self.lines if anywhere else self.by_commune[item.commune_code or ""]
        return [o for o in pool if o.id != item.id and _alike(told, self.read[o.id])]


def _alike(told: ReadName, other: ReadName) -> bool:
    if told.devices and other.devices and not told.devices & other.devices:
        return False
    if told.numbers != other.numbers:
        return False
    return told.core == other.core or fuzz.token_sort_ratio(told.core, other.core) >= 92


def placed(item: Listed, **told: str) -> Label:
    """A row that tells the place as the directory does."""
    base = Label("", item.id, item.id, item.name, postcode=item.postcode or "")
    return replace(base, city=item.commune or "", **told)


def by_name(world: World, item: Listed, label: Label, *, anywhere: bool = False) -> Label:
    """The same row, ambiguous where its name and place do not tell it from another."""
    others = world.namesakes(item, label.name, anywhere=anywhere)
    if not others:
        return label
    return replace(label, expected="ambiguous", note=f"namesake {others[0].id}")
