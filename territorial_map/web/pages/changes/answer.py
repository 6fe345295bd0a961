"""What the page « Nouveautés » shows: it depends on two editions of the folder."""

from dataclasses import replace

from territorial_map.services.editions.changes_since import changes_since
from territorial_map.web.base.addresses import CHANGES, without_language
from territorial_map.web.base.answers import Answer, Asked, Content, Seen
from territorial_map.web.base.head import Head
from territorial_map.web.base.marks import Node
from territorial_map.web.base.noticed import notice_told
from territorial_map.web.base.opening import opening
from territorial_map.web.pages.changes.body import changes_body
from territorial_map.web.pages.changes.state import ChangesState, changes_from_search


def answer(asked: Asked) -> Answer:
    """What changed: it depends on the editions of the folder, the current one and the other."""
    search, site, language = asked.search, asked.site, asked.t.language
    state = replace(changes_from_search(search), language=language)
    since = changes_since(site.directory, state.since)
    older = since.older.id if since.older else ""
    key = ("changes", since.edition.edition.id, older, state)
    content = Content(key, lambda: _plain(state, asked))
    chosen = bool(state.since or state.natures or not state.selection.is_empty)
    kept = without_language(f"{CHANGES}?{search}" if chosen else CHANGES)
    head = Head(asked.heading, kept, indexed=not chosen, feed=state.feed)
    return Seen(head, content, language, here=CHANGES)


def _plain(state: ChangesState, asked: Asked) -> Node:
    _, body = changes_body(state, asked.site)
    return [
        *opening(asked.heading),
        *notice_told(asked.search, asked.edition.places, asked.t),
        *body,
    ]
