"""One question in one box: device, trade, place and the rest of a typed text.

The longest phrases are read first; of two alike, a device before a trade before a place. What is
left is met in names, communes and numbers.
"""

import re
from collections.abc import Iterable

from territorial_map.domain.identifiers import parse_finess, parse_siren, parse_siret
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.meaning import NearPlace, TextMeaning, TextPart, WordSets
from territorial_map.domain.selection import LEAST_ASKED_KM, MOST_ASKED_KM
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.place_phrases import LEAST_KNOWN, PlacePhrase, PlacePhrases
from territorial_map.services.explore.reading import PartRead, QuestionReading, What
from territorial_map.services.explore.search import Vocabulary, telling_words
from territorial_map.services.explore.trade_phrases import TradePhrases, Values
from territorial_map.services.explore.typed import Span, Typed

USUAL_RADIUS_KM = 20.0
_NUMBERED = re.compile(r"(?i)\b(?:siren|siret|rna|finess|n°|no|num[eé]ro)\b[\s:]*")
_RNA = re.compile(r"(?i)w[0-9]{9}")
_RADIUS = re.compile(r"([0-9]{1,3}) ?km")


class QuestionReader:
    """Reads questions with the words of one edition and its places."""

    def __init__(self, vocabulary: Vocabulary, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        self._vocabulary = vocabulary
        self._known = knowledge.searching
        self._trades = TradePhrases(knowledge.trades.words)
        self._places = PlacePhrases(gazetteer, knowledge.searching)

    def read(self, text: str) -> QuestionReading:
        """What a text asks for."""
        number = self._number(text)
        if number is not None:
            return number
        typed = Typed.of(text)
        radius = _radius(typed)
        devices = self._devices(typed)
        taken = [*([radius[0]] if radius else []), *(span for span, _ in devices)]
        places = self._place(typed, taken)
        trades = self._told_trades(typed, [*taken, *(p.span for p in places)])
        places = self._kept_places(typed, places, [*devices, *trades])
        return self._reading(text, typed, (devices, trades, places), radius)

    def by_words(self, text: str, *, mistyped: bool) -> QuestionReading:
        """The text as words of names alone; ``mistyped`` takes each for a mistake as well."""
        found: list[tuple[str, frozenset[str]]] = []
        for word in telling_words(Typed.of(text).folded):
            said = self._vocabulary.stands_for(word)
            said |= self._vocabulary.mistyped(word) if mistyped else frozenset()
            found.append((word, said))
            if not said:
                break
        sets = tuple(said for _, said in found)
        spelt = " ".join(min(said) for word, said in found if len(said) == 1 and word not in said)
        meaning = TextMeaning(
            (TextPart(words=sets),), told=sets, names_first=True, folded=fold(text)
        )
        return QuestionReading(text, (PartRead(What.WORDS, text, "", spelt=spelt),), meaning)

    def _number(self, text: str) -> QuestionReading | None:
        bare = _NUMBERED.sub("", text).strip()
        number = parse_siret(bare) or parse_siren(bare) or parse_finess(bare)
        if number is not None:
            sets: WordSets = (self._vocabulary.number(number),)
            meaning = TextMeaning((TextPart(words=sets),), folded=fold(bare))
        elif _RNA.fullmatch(bare):
            meaning = TextMeaning((TextPart(alias=f"rna:{bare.upper()}"),), folded=fold(bare))
        else:
            return None
        return QuestionReading(text, (PartRead(What.NUMBER, bare, ""),), meaning)

    def _devices(self, typed: Typed) -> list[tuple[Span, Values]]:
        table = self._known.devices
        found: list[tuple[Span, Values]] = []
        for span, phrase in typed.phrases():
            values = table.get(phrase) or table.get(phrase.removesuffix("s"))
            if values and not any(span.meets(each) for each, _ in found):
                found.append((span, values))
        return found

    def _told_trades(self, typed: Typed, taken: list[Span]) -> list[tuple[Span, Values]]:
        """Trades as they are written, else at a typing error that no organisation says."""
        found = self._trades.find(typed, taken)
        for number, word in enumerate(typed.folded):
            span = Span(number, number + 1)
            free = not any(span.meets(each) for each in [*taken, *(s for s, _ in found)])
            if free and not self._vocabulary.bears(word):
                values = self._trades.mistyped(word)
                found += [(span, values)] if values else []
        return found

    def _place(self, typed: Typed, taken: list[Span]) -> list[PlacePhrase]:
        """Places by name, but where words of the same length or more tell a trade."""
        told = [span for span, _ in self._trades.find(typed, taken)]
        found = self._places.find(typed, taken)
        named = [(p, Span(p.span.end - len(p.name.split()), p.span.end)) for p in found]
        return [
            place
            for place, own in named
            if not any(own.meets(trade) and trade.length >= own.length for trade in told)
        ]

    def _kept_places(
        self, typed: Typed, places: list[PlacePhrase], others: Iterable[object]
    ) -> list[PlacePhrase]:
        """One place, the last; a lone word is one only where nothing says it is a name.

        Of « pôle sud archer », « sud » is a word of a name rather than the grouping of that name.
        """
        if not places:
            return self._mistyped_place(typed, others)
        best = max(places, key=lambda p: (not _is_small(p), p.name.count(" "), p.span.end))
        lone = " " not in best.name and not best.led and not list(others)
        alone = best.span.length == len(typed.folded)
        small = _is_small(best) or (_is_grouping(best) and not alone)
        if best.name.isdigit() or not lone or not small or not self._vocabulary.bears(best.name):
            return [best]
        return []

    def _mistyped_place(self, typed: Typed, others: Iterable[object]) -> list[PlacePhrase]:
        """A word beside a device or a trade that no organisation says may be a place mistyped."""
        if not list(others):
            return []
        for number, word in enumerate(typed.folded):
            if self._vocabulary.bears(word):
                continue
            for territory in self._places.nearly(word):
                return [PlacePhrase(Span(number, number + 1), word, territory, led=False)]
        return []

    def _reading(
        self,
        text: str,
        typed: Typed,
        found: tuple[
            list[tuple[Span, Values]],
            list[tuple[Span, Values]],
            list[PlacePhrase],
        ],
        radius: tuple[Span, float] | None,
    ) -> QuestionReading:
        devices, trades, places = found
        told: list[PartRead] = []
        parts: list[TextPart] = []
        for what, phrases in ((What.DEVICE, _alike(devices)), (What.TRADE, _together(trades))):
            for spans, values in phrases:
                told.append(PartRead(what, typed.told(spans), typed.without(spans), values))
                parts.append(TextPart(values, self._said(typed, spans)))
        near = None
        for place in places:
            part, near = _placed(place.territory, radius[1] if radius else USUAL_RADIUS_KM)
            parts += part
            spans = [place.span, *([radius[0]] if radius else [])]
            told.append(
                PartRead(
                    What.PLACE,
                    typed.told(spans),
                    typed.without(spans),
                    territory=place.territory,
                    radius_km=near.radius_km if near else None,
                )
            )
        taken = [*(s for s, _ in devices), *(s for s, _ in trades), *(p.span for p in places)]
        taken += [radius[0]] if radius else []
        rest = [Span(i, i + 1) for i in range(len(typed.folded))]
        rest = [span for span in rest if not any(span.meets(each) for each in taken)]
        left = telling_words([typed.folded[span.start] for span in rest]) if rest else ()
        if taken and all(word in self._known.little for word in left):
            left = ()
        sets = self._vocabulary.standing_for(left)
        if left:
            told.append(PartRead(What.WORDS, typed.told(rest), typed.without(rest)))
            parts += [TextPart(words=(each,)) for each in sets]
        meaning = TextMeaning(
            tuple(parts),
            near,
            told=self._names(typed, rest),
            names_first=bool(left) or (bool(trades) and not places),
            by_name=bool(left) and bool(taken),
            folded=" ".join(typed.folded),
        )
        return QuestionReading(text, tuple(told), meaning, self._namesakes(places))

    def _said(self, typed: Typed, spans: list[Span]) -> WordSets:
        """The words of one phrase; several phrases are said by their values alone."""
        if len(spans) > 1:
            return ()
        words = telling_words(typed.folded[spans[0].start : spans[0].end])
        return tuple(map(self._vocabulary.forms, words))

    def _names(self, typed: Typed, rest: list[Span]) -> WordSets:
        """Per telling word, what a name may say for it: beginnings only of what is not read."""
        free = {typed.folded[span.start] for span in rest}
        forms, stands_for = self._vocabulary.forms, self._vocabulary.stands_for
        found: list[frozenset[str]] = []
        for word in telling_words(typed.folded):
            found.append(stands_for(word) if word in free else forms(word))
            if not found[-1]:
                break
        return tuple(found)

    def _namesakes(self, places: list[PlacePhrase]) -> tuple[Territory, ...]:
        return tuple(
            other
            for place in places
            for other in self._places.named(place.name)
            if other != place.territory
        )


def _alike(devices: list[tuple[Span, Values]]) -> list[tuple[list[Span], Values]]:
    """Devices of one filter as one question: they widen (« esat ea »)."""
    found: dict[str, tuple[list[Span], Values]] = {}
    for span, values in sorted(devices, key=lambda pair: pair[0].start):
        spans, known = found.get(values[0][0], ([], ()))
        found[values[0][0]] = ([*spans, span], tuple(dict.fromkeys((*known, *values))))
    return list(found.values())


def _together(trades: list[tuple[Span, Values]]) -> list[tuple[list[Span], Values]]:
    """Phrases that tell a same trade as one question (« nettoyage de vitres »); others narrow."""
    found: list[tuple[list[Span], Values]] = []
    for span, values in sorted(trades, key=lambda pair: pair[0].start):
        for number, (spans, known) in enumerate(found):
            shared = tuple(value for value in known if value in values)
            if shared:
                found[number] = ([*spans, span], shared)
                break
        else:
            found.append(([span], values))
    return found


def _radius(typed: Typed) -> tuple[Span, float] | None:
    """The first distance of a text, from 1 to 200 km: « à 40 km de », « 40km »."""
    for span, phrase in typed.phrases():
        found = _RADIUS.fullmatch(phrase)
        if found:
            return span, min(MOST_ASKED_KM, max(LEAST_ASKED_KM, float(found[1])))
    return None


def _is_small(place: PlacePhrase) -> bool:
    """A commune of few inhabitants; areas have no count of their own."""
    is_commune = place.territory.level is TerritoryLevel.COMMUNE
    return is_commune and (place.territory.population or 0) < LEAST_KNOWN


def _is_grouping(place: PlacePhrase) -> bool:
    return place.territory.level is TerritoryLevel.EPCI


def _placed(territory: Territory, radius: float) -> tuple[list[TextPart], NearPlace | None]:
    """A circle around a commune, else the territory itself."""
    if territory.level is TerritoryLevel.COMMUNE and territory.point is not None:
        return [], NearPlace(territory.point, radius)
    return [TextPart(((territory.level.value, territory.code),))], None
