"""Which communes the name of a town means, within what its row tells beside it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from territorial_map.domain.city_labels import city_key
from territorial_map.places.commune_index import Codes, CommuneIndex, begins
from territorial_map.places.flags import PlaceFlag

_FAR_LARGER = 20  # times the inhabitants of the next namesake
_A_TOWN = 10_000  # inhabitants: known beyond its département
_OWN_NAME = 5_000  # inhabitants: enough not to yield a name to a village that is no more


@dataclass(frozen=True, slots=True)
class Towns:
    """The communes that a name means, and how they were found; several are candidates.

    ``others`` are namesakes that were not chosen, for a point to choose.
    """

    codes: Codes = frozenset()
    flags: tuple[PlaceFlag, ...] = ()
    others: Codes = frozenset()

    @property
    def only(self) -> str | None:
        """The only commune, or nothing: no choice is made between several."""
        return next(iter(self.codes)) if len(self.codes) == 1 else None


_Step = tuple[Callable[[str], Codes], Codes, tuple[PlaceFlag, ...]]


class TownNames:
    """The names of towns of an index, looked up within limits."""

    def __init__(self, index: CommuneIndex) -> None:
        self._index = index

    def under_postcode(self, names: Iterable[str], served: Codes, around: Codes) -> Towns:
        """Among the communes of a postcode, else of its département (CEDEX, another postcode).

        Tried in order: same name under the postcode, today's then a former one; in the
        département; under the postcode a name that begins like it, then one alike; in the
        département a name that begins like it.
        """
        index, formerly, misspelt = (
            self._index,
            PlaceFlag.COMMUNE_FORMERLY,
            PlaceFlag.COMMUNE_MISSPELT,
        )
        return self._first(
            names,
            (
                (index.named, served, ()),
                (index.loosely_named, served, ()),
                (index.formerly_named, served, (formerly,)),
                (index.named, around, ()),
                (index.formerly_named, around, (formerly,)),
                (index.loosely_named, around, ()),
                (lambda key: index.beginning_alike(key, served), served, ()),
                (lambda key: index.alike(key, served), served, (misspelt,)),
                (lambda key: index.beginning_alike(key, around), around, (misspelt,)),
            ),
        )

    def within(self, names: Iterable[str], area: Codes) -> Towns:
        """Among the communes of the départements that a row tells."""
        index = self._index
        misspelt = PlaceFlag.COMMUNE_MISSPELT
        return self._first(
            names,
            (
                (index.named, area, ()),
                (index.formerly_named, area, (PlaceFlag.COMMUNE_FORMERLY,)),
                (index.loosely_named, area, ()),
                (lambda key: index.beginning_alike(key, area), area, (misspelt,)),
                (lambda key: index.alike(key, area), area, (misspelt,)),
            ),
        )

    def anywhere(self, names: Iterable[str]) -> Towns:
        """In the whole country: today's name, else a former one, else one letter wrong."""
        keys = _keys(names)
        for key in keys:
            named = self._index.named(key)
            if named:
                return self._of_name(key, named)
        for key in keys:
            former = self._index.formerly_named(key)
            if former:
                return Towns(former, (PlaceFlag.COMMUNE_FORMERLY,))
        for key in keys:
            loose = self._index.loosely_named(key)
            if loose:
                return Towns(loose)
        return Towns()

    def nearly(self, names: Iterable[str]) -> Towns:
        """In the whole country: a commune beside its part, one letter wrong, a name's beginning."""
        for key in _keys(names):
            index = self._index
            beside = self._beside_its_part(key)
            if beside:
                return Towns(beside, (PlaceFlag.COMMUNE_FORMERLY,))
            found = index.misspelt(key) or index.beginning(key) or index.cut_short(key)
            if found:
                return Towns(found, (PlaceFlag.COMMUNE_MISSPELT,))
        return Towns()

    def _beside_its_part(self, key: str) -> Codes:
        """Communes told with one that they took over, before or behind: « Lille-Hellemmes »."""
        index, words = self._index, key.split()
        found: Codes = frozenset()
        for n in range(1, len(words)):
            first, last = " ".join(words[:n]), " ".join(words[n:])
            for own, part in ((first, last), (last, first)):
                parts = index.formerly_named(part) | index.formerly_named(f"{part} {own}")
                found |= index.named(own) & parts
        return found

    def known(self, names: Iterable[str]) -> Codes:
        """Every commune that outright has one of these names, today or formerly."""
        index = self._index
        return frozenset().union(
            *(index.named(key) | index.formerly_named(key) for key in _keys(names))
        )

    def is_of(self, names: Iterable[str], commune: str) -> bool:
        """True when one of the names is the commune's, or may be a way to write it."""
        own = self._index.key_of(commune)
        return any(
            begins(own, key)
            or commune in self._index.loosely_named(key)
            or commune in self._index.formerly_named(key)
            for key in _keys(names)
        )

    def _of_name(self, key: str, named: Codes) -> Towns:
        """Namesakes weighed: the only one, or by far the largest, or all as candidates."""
        index = self._index
        namesakes = named | index.renamed_from(key)
        ranked = sorted(namesakes, key=lambda code: (-index.people(code), code))
        largest, people = ranked[0], index.people(ranked[0])
        rivals = {c for c in index.beginning(key) if index.people(c) >= max(_A_TOWN, 10 * people)}
        if people < _OWN_NAME:
            rivals |= index.formerly_named(key)
        if rivals - namesakes:
            return Towns(namesakes | rivals)
        if len(ranked) == 1:
            return Towns(named)
        far = people >= _A_TOWN and people >= _FAR_LARGER * index.people(ranked[1])
        flags: tuple[PlaceFlag, ...] = (PlaceFlag.COMMUNE_FROM_POPULATION,)
        if largest not in named:  # « Évry », which is Évry-Courcouronnes now
            flags = (PlaceFlag.COMMUNE_FORMERLY, *flags)
        chosen = frozenset({largest})
        return Towns(chosen, flags, namesakes - chosen) if far else Towns(namesakes)

    def _first(self, names: Iterable[str], steps: Iterable[_Step]) -> Towns:
        """The first step that means one commune, else the first that means several."""
        keys, several = _keys(names), Towns()
        for find, limit, flags in steps:
            for key in keys:
                found = find(key) & limit
                if len(found) == 1:
                    return Towns(found, flags)
                if found and not several.codes:
                    several = Towns(found, flags)
        return several


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys(map(city_key, names)) if key)
