"""What the addresses of territories answer: the index, a portrait, or the list asked for."""

from urllib.parse import parse_qsl, quote, urlencode

from territorial_map.domain.territory import Territory
from territorial_map.services.portrait import portrait_of
from territorial_map.web.base.addresses import (
    HOME,
    PORTRAITS,
    TERRITORIES,
    in_language,
    territory_at,
    territory_path,
)
from territorial_map.web.base.answers import Answer, Asked, Content, Moved, Seen
from territorial_map.web.base.head import Head
from territorial_map.web.base.state import LIST_PARAMETERS
from territorial_map.web.pages.portrait.described import portrait_data, portrait_heading
from territorial_map.web.pages.portrait.document import portrait_document
from territorial_map.web.pages.portrait.index import index_document
from territorial_map.web.plain.search import WHERE

_MOST_PARAMETERS = 1000
_LONGEST_NAME = 200


def answer(asked: Asked) -> Answer | None:
    """The index; a portrait at a bare address; a list where its filters are asked for.

    Addresses of territories were those of lists before: with any filter, order, page or view they
    lead to the main screen, which has them all.
    """
    pairs = parse_qsl(asked.search, max_num_fields=_MOST_PARAMETERS)
    if asked.path == PORTRAITS:
        return _index(asked, dict(pairs).get(WHERE, "").strip()[:_LONGEST_NAME])
    if "/" in asked.path.removeprefix(TERRITORIES).partition("/")[2]:
        return None
    territory = territory_at(asked.path, asked.edition.gazetteer)
    if any(name in LIST_PARAMETERS for name, _ in pairs):
        listed = [(territory.level.value, territory.code), *pairs]
        return Moved(f"{HOME}?{urlencode(listed, quote_via=quote, safe=':,/')}")
    if asked.path != territory_path(territory):
        return Moved(in_language(territory_path(territory), asked.t.language))
    return _portrait(asked, territory)


def _portrait(asked: Asked, territory: Territory) -> Seen:
    edition, t = asked.edition, asked.t
    portrait = portrait_of(edition, territory)
    head = Head(
        portrait_heading(portrait, t),
        territory_path(territory),
        indexed=portrait.organisations > 0,
        linked=portrait_data(portrait, asked.site.public_url, t),
    )
    key = ("portrait", edition.edition.id, territory.level, territory.code, t.language)
    content = Content(key, lambda: portrait_document(portrait, edition, t))
    return Seen(head, content, t.language, here=PORTRAITS, alone=True)


def _index(asked: Asked, typed: str) -> Seen:
    edition, t = asked.edition, asked.t
    key = ("territories", edition.edition.id, typed, t.language)
    content = Content(key, lambda: index_document(asked.heading, typed, edition, t))
    head = Head(asked.heading, PORTRAITS, indexed=not typed)
    return Seen(head, content, t.language, here=PORTRAITS, alone=True)
