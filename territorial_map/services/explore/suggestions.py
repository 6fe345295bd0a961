"""What a typed text may mean: sectors by the table of trades, territories, organisations."""

from dataclasses import dataclass, replace

from territorial_map.domain.listing import Listed, Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.text import fold
from territorial_map.domain.trades import TradeTable
from territorial_map.domain.vocabulary import Sector
from territorial_map.services.explore.gazetteer import PlaceName
from territorial_map.services.explore.open_edition import OpenEdition

_MOST = 3
_LEAST_TYPED = 3  # letters


@dataclass(frozen=True, slots=True)
class SectorMeant:
    """A sector that typed words tell, the selection that asks for it, and how many it keeps.

    The selection keeps the other words and every other filter but the window of the map.
    """

    sector: Sector
    selection: Selection
    organisations: int


@dataclass(frozen=True, slots=True)
class SearchSuggestions:
    """What a text may mean, the likeliest first."""

    sectors: tuple[SectorMeant, ...] = ()
    places: tuple[PlaceName, ...] = ()
    organisations: tuple[Listed, ...] = ()

    @property
    def count(self) -> int:
        """All together."""
        return len(self.sectors) + len(self.places) + len(self.organisations)


def suggestions(selection: Selection, edition: OpenEdition) -> SearchSuggestions:
    """What the text of a selection may mean; nothing for a text of one or two letters."""
    folded = fold(selection.text)
    if len(folded) < _LEAST_TYPED:
        return SearchSuggestions()
    page = edition.page(Selection.of({}, text=selection.text), Order.NAME, _MOST)
    return SearchSuggestions(
        tuple(_sectors(selection, folded, edition)),
        edition.gazetteer.find(selection.text, _MOST),
        page.items,
    )


def sectors_meant(folded: str, trades: TradeTable) -> dict[Sector, str]:
    """The sectors that a folded text means, and the words that tell each; at most a few.

    By the words of the table, else by the beginning of one that is being typed, then by the names
    of the sectors themselves.
    """
    told = {found.sector: found.words for found in trades.meant(folded)}
    last = folded.rpartition(" ")[2]
    if not told and len(last) >= _LEAST_TYPED:
        told = dict.fromkeys(trades.begun_by(folded, last), last)
    for sector in Sector:
        if len(folded) > _LEAST_TYPED and folded in fold(sector.label):
            told.setdefault(sector, folded)
    return dict(list(told.items())[:_MOST])


def _sectors(selection: Selection, folded: str, edition: OpenEdition) -> list[SectorMeant]:
    found = []
    for sector, words in sectors_meant(folded, edition.knowledge.trades.words).items():
        rest = " ".join(f" {folded} ".replace(f" {words} ", " ", 1).split())
        asked = replace(selection, text=rest, accepted=None, window=None)
        chosen = asked.choosing("sector", [sector.value])
        total, _ = edition.totals(edition.resolve(chosen))
        found.append(SectorMeant(sector, chosen, total))
    return found
