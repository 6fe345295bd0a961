"""The filters in use, and what to loosen when they leave nothing: with the app and without."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import html

from territorial_map.domain.selection import Selection
from territorial_map.domain.trade_question import TRADE
from territorial_map.services.coverage.words import known_here
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.reading import What
from territorial_map.services.explore.suggestions import placed_in_text
from territorial_map.web.base.addresses import HOME, address_of_list, in_language
from territorial_map.web.base.chips import ActiveFilter, chips
from territorial_map.web.base.state import PageState, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.explore.listing import nothing_found


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a list with other filters is, and the one without any."""

    address_of: Callable[[Selection], str]
    cleared: str


def ways_in_app(state: PageState) -> Ways:
    """Over the same screen: long addresses, which keep what only concerns it."""
    without = PageState(language=state.language, view=state.view)
    return Ways(
        lambda selection: HOME + search_of(state.selecting(selection)), HOME + search_of(without)
    )


def ways_without_app(state: PageState, edition: OpenEdition) -> Ways:
    """Between pages: short addresses."""

    def address_of(selection: Selection) -> str:
        return address_of_list(state.selecting(selection), edition.gazetteer)

    return Ways(address_of, in_language(HOME, state.language))


def active_chips(active: tuple[ActiveFilter, ...], ways: Ways, t: Texts) -> list[html.Li]:
    """Each filter in use, to take off."""
    return chips(active, ways.address_of, ways.cleared, t)


def nothing(
    active: tuple[ActiveFilter, ...],
    selection: Selection,
    ways: Ways,
    edition: OpenEdition,
    t: Texts,
) -> html.Li:
    """An empty list: how many organisations each filter holds back, and what our sources cover."""
    text = selection.text
    looser = [
        (one.words, _total(one.without, edition), ways.address_of(one.without)) for one in active
    ]
    unread = text and all(p.what is What.WORDS for p in edition.understood(text).parts)
    unknown = text if unread and not _total(Selection.of({}, text=text), edition) else ""
    return nothing_found(
        looser, unknown, known_here(edition, placed_in_text(selection, edition), t), ways.cleared, t
    )


def _total(selection: Selection, edition: OpenEdition) -> int:
    return edition.totals(edition.resolve(selection))[0]


def whole_address(state: PageState, ways: Ways) -> str:
    """The address of the same list without the trade; empty where the typed text says it."""
    if not state.selection.chosen(TRADE):
        return ""
    return ways.address_of(state.selection.choosing(TRADE, ()))
