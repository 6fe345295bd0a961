"""The page « Nouveautés »: from the address to what changed."""

from dash import Input, Output

from territorial_map.services.editions.changes_since import Since
from territorial_map.services.site import Site
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import CHANGES
from territorial_map.web.base.html import PAINTED, to_html
from territorial_map.web.base.noticed import notice_told, readable_search
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.state import search_at
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.changes import ids as own
from territorial_map.web.pages.changes.body import changes_body
from territorial_map.web.pages.changes.state import ChangesState, changes_from_search

Filled = tuple[str, list[dict[str, str]], str | None, str]


def register(registry: Registry, site: Site) -> None:
    """Register the filling of the page, and its two ways to say what to compare with."""
    directory = site.directory

    @registry.on(
        Output(own.CHANGES_BODY, PAINTED),
        Output(own.CHANGES_EDITION, "data"),
        Output(own.CHANGES_EDITION, "value"),
        Output(own.CHANGES_DAY, "value"),
        Input(ids.DOCUMENT_STATE, "data"),
    )
    def show_changes(document: dict[str, str] | None) -> Filled:
        asked = search_at(document, CHANGES)
        places = directory.current().places
        search = readable_search(asked, places) or asked
        state = changes_from_search(search)
        body, editions, compared, day = changes_view(state, site)
        notice = to_html(notice_told(search, places, Texts(state.language)))
        return notice + body, editions, compared, day

    registry.client("chooseSince", Input(own.CHANGES_EDITION, "value"), prevent_initial_call=True)
    registry.client("chooseSince", Input(own.CHANGES_DAY, "value"), prevent_initial_call=True)


def changes_view(state: ChangesState, site: Site) -> Filled:
    """The body, the editions to choose among, the one compared with, and the day asked for."""
    since, body = changes_body(state, site)
    asked_by_edition = any(choice.id == state.since for choice in since.choices)
    day = "" if asked_by_edition else state.since
    compared = since.older.id if since.older else None
    return to_html(body), _choices(since, Texts(state.language)), compared, day


def _choices(since: Since, t: Texts) -> list[dict[str, str]]:
    newest_first = reversed(since.choices)
    return [{"value": e.id, "label": f"{t.date(e.built_on)} ({e.id})"} for e in newest_first]
