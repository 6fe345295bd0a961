"""Places in a typed text: the territory that a phrase names, and its namesakes."""

from dataclasses import dataclass

from territorial_map.domain.search_words import SearchWords
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.typed import Span, Typed

LEAST_KNOWN = 2_000  # inhabitants: below, a lone word is more often a name than a place
_LEAST_LETTERS = 3
_MUCH_LARGER = 10
_LEAST_TYPO = 6
_LARGE = 50_000  # inhabitants: the town is meant, not the département of its name
_AREAS = (TerritoryLevel.DEPARTMENT, TerritoryLevel.REGION)
_KINDS = ("ca ", "cc ", "cu ", "communaute de communes ", "communaute d agglomeration ")


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """The territory that words name, what stands before it included in ``span``."""

    span: Span
    name: str
    territory: Territory
    led: bool


class PlacePhrases:
    """The places of one gazetteer, ready to be met in a text."""

    def __init__(self, gazetteer: Gazetteer, known: SearchWords) -> None:
        self._gazetteer = gazetteer
        self._known = known
        self._groupings = {
            fold(each.name).removeprefix(kind): each
            for each in gazetteer.of_level(TerritoryLevel.EPCI)
            for kind in _KINDS
            if fold(each.name).startswith(kind)
        }

    def find(self, typed: Typed, taken: list[Span]) -> list[PlacePhrase]:
        """The places of a text outside the spans taken, the longest names first."""
        found: list[PlacePhrase] = []
        for span, phrase in typed.phrases():
            if any(span.meets(each) for each in [*taken, *(p.span for p in found)]):
                continue
            territories = self.named(phrase)
            if territories:
                led = self._led(typed, span)
                found.append(PlacePhrase(led, phrase, territories[0], led.start < span.start))
        return self._told_apart(found)

    def named(self, phrase: str) -> tuple[Territory, ...]:
        """The territories of a phrase, the likeliest first; none for a word too short to be one."""
        if not phrase.isdigit() and len(phrase) < _LEAST_LETTERS and phrase not in {"2a", "2b"}:
            return ()
        alias = self._known.places.get(phrase)
        exact = self._gazetteer.named(fold(alias) if alias else phrase)
        if phrase[:1].isdigit() and len(phrase) < _LEAST_LETTERS + 1:
            exact = tuple(t for t in exact if t.level is TerritoryLevel.DEPARTMENT)
        if not exact and phrase in self._groupings:
            return (self._groupings[phrase],)
        if not exact:
            return self._begun(phrase, ())
        ranked = sorted(exact, key=_likeliest)
        return (*self._begun(phrase, tuple(ranked)), *ranked)

    def nearly(self, phrase: str) -> tuple[Territory, ...]:
        """Communes whose name is the phrase but for one or two typing errors."""
        if len(phrase) < _LEAST_TYPO:
            return ()
        found = [t for t in self._gazetteer.nearly(phrase) if (t.population or 0) >= LEAST_KNOWN]
        return tuple(sorted(found, key=_likeliest))

    def _begun(self, phrase: str, exact: tuple[Territory, ...]) -> tuple[Territory, ...]:
        """The commune that people call by its first word: « Romans » for Romans-sur-Isère."""
        if " " in phrase or phrase[0].isdigit() or (exact and exact[0].level in _AREAS):
            return ()
        longer = [
            t for t in self._gazetteer.begun_by(f"{phrase} ") if not phrase.startswith("saint")
        ]
        communes = [t for t in longer if t.level is TerritoryLevel.COMMUNE]
        largest = max(communes, key=lambda t: t.population or 0, default=None)
        if largest is None or (largest.population or 0) < LEAST_KNOWN * _MUCH_LARGER // 2:
            return ()
        known = max((t.population or 0 for t in exact), default=0)
        return (largest,) if (largest.population or 0) > _MUCH_LARGER * known else ()

    def _led(self, typed: Typed, span: Span) -> Span:
        start = span.start
        while start and self._known.little.get(typed.folded[start - 1]):
            start -= 1
        return Span(start, span.end)

    def _told_apart(self, found: list[PlacePhrase]) -> list[PlacePhrase]:
        """« Valence 82 », « Valence Drôme »: an area beside a commune's name tells which one."""
        for area in found:
            if area.territory.level not in _AREAS:
                continue
            for other in found:
                inside = [t for t in self._gazetteer.named(other.name) if _is_in(t, area.territory)]
                if other is not area and inside:
                    best = min(inside, key=_likeliest)
                    both = Span(
                        min(area.span.start, other.span.start), max(area.span.end, other.span.end)
                    )
                    return [PlacePhrase(both, other.name, best, led=True)]
        return found


def _is_in(territory: Territory, area: Territory) -> bool:
    if territory.level is not TerritoryLevel.COMMUNE:
        return False
    if area.level is TerritoryLevel.DEPARTMENT:
        return territory.department_code == area.code
    return territory.region_code == area.code


def _likeliest(territory: Territory) -> tuple[int, int, str]:
    """A large town, then an area, then the most inhabited; a grouping after what bears its name."""
    size = territory.population or 0
    large = territory.level is TerritoryLevel.COMMUNE and size >= _LARGE
    levels = (TerritoryLevel.DEPARTMENT, TerritoryLevel.REGION, TerritoryLevel.COMMUNE)
    rank = levels.index(territory.level) + 1 if territory.level in levels else len(levels) + 1
    return (0 if large else rank, -size, territory.code)
