"""What a typed text may mean: the question read, lesser ones, places, organisations."""

from dataclasses import dataclass, replace

from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.services.explore.gazetteer import PlaceName
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.question_reader import USUAL_RADIUS_KM
from territorial_map.services.explore.reading import QuestionReading, What

_MOST_PLACES, _MOST_ORGANISATIONS = 4, 5
_LEAST_TYPED = 3  # letters


@dataclass(frozen=True, slots=True)
class OtherQuestion:
    """Another question than the one typed, and how many organisations answer it."""

    selection: Selection
    organisations: int
    place: PlaceName | None = None


@dataclass(frozen=True, slots=True)
class SearchSuggestions:
    """What a text may mean, the likeliest first.

    ``asked`` is the question as it was read, within the other filters. ``partial`` are questions
    that ask for less, where nothing answers it; ``places`` look elsewhere: at a namesake of the
    place read, else at the territories of that name.
    """

    reading: QuestionReading | None = None
    asked: OtherQuestion | None = None
    partial: tuple[OtherQuestion, ...] = ()
    places: tuple[OtherQuestion, ...] = ()
    organisations: tuple[Listed, ...] = ()

    @property
    def count(self) -> int:
        """All that can be chosen."""
        chosen = len(self.partial) + len(self.places) + len(self.organisations)
        return chosen + (self.asked is not None)


def suggestions(selection: Selection, edition: OpenEdition) -> SearchSuggestions:
    """What the text of a selection may mean; nothing for a text of one or two letters."""
    if len(fold(selection.text)) < _LEAST_TYPED:
        return SearchSuggestions()
    reading = edition.understood(selection.text)
    asked = _question(replace(selection, window=None, meaning=None), edition)
    return SearchSuggestions(
        reading,
        asked,
        () if asked.organisations else _partial(selection, reading, edition),
        _places(selection, reading, edition),
        _organisations(reading, edition),
    )


def placed_in_text(selection: Selection, edition: OpenEdition) -> Selection:
    """The same question with the place of its text as a filter, which the text then says no more.

    The selection itself where its text has no place.
    """
    place = edition.understood(selection.text).place if selection.text else None
    if place is None or place.territory is None:
        return selection
    asked = replace(selection, text=place.without, meaning=None)
    return within(asked, place.territory, place.radius_km)


def within(selection: Selection, territory: Territory, radius_km: float | None) -> Selection:
    """A selection in another place: a circle around a commune, else a territory."""
    if territory.level is TerritoryLevel.COMMUNE and territory.point is not None:
        return encircled(selection, Around(territory.point, radius_km or USUAL_RADIUS_KM))
    anywhere = encircled(selection, None)
    return anywhere.choosing(territory.level.value, (territory.code,))


def encircled(selection: Selection, around: Around | None) -> Selection:
    """A selection in a circle instead of its place, or everywhere."""
    levels = TerritoryLevel.codes()
    kept = {name: values for name, values in selection.choices if name not in levels}
    return replace(selection, choices=Selection.of(kept).choices, around=around, window=None)


def _question(
    selection: Selection, edition: OpenEdition, place: PlaceName | None = None
) -> OtherQuestion:
    total, _ = edition.totals(edition.resolve(selection))
    return OtherQuestion(selection, total, place)


def _partial(
    selection: Selection, reading: QuestionReading, edition: OpenEdition
) -> tuple[OtherQuestion, ...]:
    """The question less one of its parts, where some organisation answers."""
    lesser = [
        _question(replace(selection, text=part.without, window=None, meaning=None), edition)
        for part in reading.parts
        if part.without
    ]
    return tuple(each for each in lesser if each.organisations)


def _places(
    selection: Selection, reading: QuestionReading, edition: OpenEdition
) -> tuple[OtherQuestion, ...]:
    gazetteer, place = edition.gazetteer, reading.place
    if place is None:
        asked = [part for part in reading.parts if part.what is not What.WORDS]
        said = " ".join(part.words for part in reading.of(What.WORDS))
        text = "" if not asked else reading.of(What.WORDS)[0].without if said else reading.text
        found = gazetteer.find(said, _MOST_PLACES) if said else ()
    else:
        text = place.without
        alike = [each for each in reading.namesakes if each != place.territory]
        named = [gazetteer.place_name(each) for each in alike]
        longer = gazetteer.find(place.words, _MOST_PLACES)
        found = tuple(each for each in longer if each.territory != place.territory)
        found = tuple({(n.territory.level, n.territory.code): n for n in (*named, *found)}.values())
    return tuple(
        _question(
            within(replace(selection, text=text, meaning=None), n.territory, None), edition, n
        )
        for n in found[:_MOST_PLACES]
    )


def _organisations(reading: QuestionReading, edition: OpenEdition) -> tuple[Listed, ...]:
    """Names that say every word, wherever they are; else those of the question less its trades."""
    names = edition.named(reading.text, _MOST_ORGANISATIONS)
    trades = reading.of(What.TRADE)
    if names or not trades or not trades[0].without:
        return names
    asked = Selection.of({}, text=trades[0].without)
    return edition.page(asked, Order.RELEVANCE, _MOST_ORGANISATIONS).items
