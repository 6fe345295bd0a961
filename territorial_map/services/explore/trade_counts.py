"""What a question that asks for a trade leaves unknown: whole, and beside each value counted."""

from territorial_map.domain.listing import FacetValue
from territorial_map.domain.selection import Selection
from territorial_map.domain.trade_question import TRADE, TradeCounts, TradeQuestion
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.texts import Texts

Facets = tuple[int, dict[str, tuple[FacetValue, ...]]]


def trade_counts(edition: OpenEdition, selection: Selection) -> TradeCounts | None:
    """Known, not recorded, other; ``None`` where the selection asks for no trade."""
    question = TradeQuestion.of(edition.resolve(selection))
    if question is None:
        return None
    return edition.answers.trade_counts(question)


def count_in_three(counts: TradeCounts, t: Texts) -> str:
    """« 3 connues, 24 à appeler, 1 autre »."""
    known = t.plural("{n} connue", "{n} connues", counts.known)
    unknown = t.plural("{n} à appeler", "{n} à appeler", counts.unknown)
    other = t.plural("{n} autre", "{n} autres", counts.other)
    return f"{known}, {unknown}, {other}"


def facets_with_unknown(edition: OpenEdition, selection: Selection) -> Facets:
    """As ``OpenEdition.facets``; where a trade is asked for, each value with its ``unknown`` too.

    Each filter is counted without its own choice. A value that nobody known has is told with its
    zero where some are not recorded. The trade's own filter tells « unknown » as a value.
    """
    resolved = edition.resolve(selection)
    question = TradeQuestion.of(resolved)
    total, values = edition.facets(resolved)
    if question is None:
        return total, values
    _, unknown = edition.answers.unknown_counts(question)
    unknown.pop(TRADE)
    told = {name: _beside(edition, name, values[name], found) for name, found in unknown.items()}
    return total, {name: told.get(name, counted) for name, counted in values.items()}


def _beside(
    edition: OpenEdition, name: str, known: tuple[FacetValue, ...], unknown: dict[str, int]
) -> tuple[FacetValue, ...]:
    counts = dict.fromkeys(unknown, 0) | {value.value: value.count for value in known}
    values = edition.values_of(name, counts)
    return tuple(value.beside(unknown.get(value.value, 0)) for value in values)
