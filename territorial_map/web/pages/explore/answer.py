"""What list addresses show: a list of the directory, or of what is around a place."""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from territorial_map.web.base.addresses import (
    HOME,
    SEARCH,
    ShownList,
    asking,
    list_path,
    page_in,
    state_at,
)
from territorial_map.web.base.answers import Answer, Asked, Content, Moved, Seen
from territorial_map.web.base.contributing import completing_address
from territorial_map.web.base.head import Head
from territorial_map.web.base.noticed import formerly_at, readable_search
from territorial_map.web.base.state import MOST_SHOWN, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.explore.heading import selection_heading
from territorial_map.web.pages.explore.plain import listing, searched
from territorial_map.web.plain.missing import no_place
from territorial_map.web.plain.paging import LINES
from territorial_map.web.plain.search import WHERE

_MOST_INDEXED = 2


def answer(asked: Asked) -> Answer:
    """A list, or where the search form leads."""
    if asked.path == SEARCH:
        return _search(asked)
    readable = readable_search(asked.search, asked.edition.places)
    if readable is not None:
        return Moved(f"{asked.path}?{readable}", permanent=False)
    return _at_list(asked, state_at(asked.path, asked.search, asked.edition.gazetteer))


def _at_list(asked: Asked, shown: ShownList) -> Answer:
    edition, search = asked.edition, asked.search
    state, t = shown.state, Texts(shown.state.language)
    canonical = list_path(state, edition.gazetteer, shown.page)
    right_path = canonical.partition("?")[0]
    if asked.path not in {HOME, right_path}:
        if right_path == HOME:
            return Moved(HOME + search_of(state))
        told = urlencode(formerly_at(asked.path, right_path), safe=":")
        return Moved(asking(right_path, "&".join(filter(None, (search, told)))))
    page = edition.page(state.selection, state.sorted_by, LINES, (shown.page - 1) * LINES)
    found = (page.items, page.total)
    head = Head(
        selection_heading(state, found, edition.names, t),
        canonical,
        indexed=_indexed(canonical, page.total),
        long_address=_long(asked.path, search, shown),
    )
    complete = completing_address(state, asked.site)
    content = Content(
        ("list", edition.edition.id, shown), lambda: listing(shown, edition, complete)
    )
    return Seen(head, content, t.language, here=HOME)


def _indexed(canonical: str, total: int) -> bool:
    """Whether a list is worth keeping by search engines: few filters, no free text, something."""
    pairs = parse_qsl(canonical.partition("?")[2])
    named = {name for name, _ in pairs}
    return len(pairs) <= _MOST_INDEXED and total > 0 and not named & {"q", "bbox", "near"}


def _long(path: str, search: str, shown: ShownList) -> str:
    """The address that the main screen starts from; empty when it is the one asked for."""
    if path == HOME and page_in(search) == 1 and "page=" not in search:
        return ""
    lines = min(MOST_SHOWN, max(shown.state.shown, shown.page * LINES))
    return HOME + search_of(replace(shown.state, shown=lines))


def _search(asked: Asked) -> Answer:
    t = asked.t
    fields = parse_qsl(asked.search, max_num_fields=1000)
    address = searched(fields, asked.edition)
    if address is not None:
        return Moved(address, permanent=False)
    typed = dict(fields).get(WHERE, "")
    told = t("Aucun territoire ne s’appelle « {place} ».", place=typed)
    content = Content(("place", typed, t.language), lambda: no_place(told, t))
    head = Head(Heading(t("Lieu introuvable"), told), SEARCH, indexed=False)
    return Seen(head, content, t.language, 404, alone=True)
