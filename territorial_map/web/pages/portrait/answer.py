"""What the addresses of territories answer: the index, a portrait, or the list asked for."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from urllib.parse import parse_qsl, quote, urlencode

from territorial_map.domain.alike import MOST_CHOSEN
from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.services.explore.query_string import query_pairs
from territorial_map.services.portrait import chosen_codes, portrait_of
from territorial_map.services.portrait.alike import CHOSEN
from territorial_map.services.portrait.choropleth import mapped_figure
from territorial_map.services.portrait.place import GROUP_COMMUNES, GROUP_NAME, selection_of
from territorial_map.services.territory_note.together import together_in
from territorial_map.web.base.addresses import (
    GROUPS,
    HOME,
    PORTRAITS,
    TERRITORIES,
    asking,
    in_language,
    territory_path,
)
from territorial_map.web.base.answers import Answer, Asked, Content, Moved, Seen
from territorial_map.web.base.any_territory import any_territory_at
from territorial_map.web.base.head import Head
from territorial_map.web.base.noticed import formerly_at, notices
from territorial_map.web.base.state import LIST_PARAMETERS, NOTICED
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.alike import ADDED
from territorial_map.web.pages.portrait.choropleth import MAP
from territorial_map.web.pages.portrait.cooperation import HERE, LEADS
from territorial_map.web.pages.portrait.described import portrait_data, portrait_heading
from territorial_map.web.pages.portrait.document import PortraitChoices, portrait_document
from territorial_map.web.pages.portrait.index import index_document
from territorial_map.web.pages.portrait.making import MAKING, making
from territorial_map.web.pages.portrait.wording import PORTRAIT_SCRIPT
from territorial_map.web.plain.search import WHERE

_MOST_PARAMETERS = 1000
_OWN = frozenset({CHOSEN, ADDED, MAP, LEADS})
_LONGEST_NAME = 200
_MOST_FOUND = 50


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
    told = dict(pairs)
    territory = _asked_territory(asked, told)
    if territory is None:
        return making(asked, told)
    moved = _moved(asked, territory, pairs)
    return _portrait(asked, territory, told) if moved is None else moved


def _asked_territory(asked: Asked, told: Mapping[str, str]) -> AnyTerritory | None:
    """The territory of an address; ``None`` for a group that is still to be made."""
    if asked.path != GROUPS:
        return any_territory_at(asked.path, asked.search, asked.edition)
    if MAKING in told or not told.get(GROUP_COMMUNES, "").strip():
        return None
    with suppress(BadParameter, NotFound):
        return any_territory_at(asked.path, asked.search, asked.edition)
    return None


def _moved(asked: Asked, territory: AnyTerritory, pairs: Sequence[tuple[str, str]]) -> Moved | None:
    """To the list of a territory where its filters are asked for, to its full address else."""
    if any(name in LIST_PARAMETERS - {NOTICED} for name, _ in pairs):
        others = [pair for pair in pairs if pair[0] not in {GROUP_NAME, GROUP_COMMUNES}]
        listed = [*query_pairs(selection_of(territory)), *others]
        return Moved(f"{HOME}?{urlencode(listed, quote_via=quote, safe=':,/')}")
    path = territory_path(territory)
    if asked.path == path.partition("?")[0]:
        return None
    kept_pairs = [pair for pair in pairs if pair[0] in _OWN]
    kept_pairs += formerly_at(asked.path, path)
    kept = urlencode(kept_pairs, safe=":,")
    return Moved(in_language(asking(path, kept), asked.t.language))


def _portrait(asked: Asked, territory: AnyTerritory, told: Mapping[str, str]) -> Seen:
    edition, t = asked.edition, asked.t
    chosen, notice = _chosen(asked, territory, told)
    noticed = notices(filter(None, [told.get(NOTICED, "")]), edition.places, t)
    choices = _choices(told, " ".join(filter(None, [*noticed, notice])), t)
    dismissals = asked.site.ledger.said()
    portrait = portrait_of(edition, territory, chosen)
    head = Head(
        portrait_heading(portrait, t),
        territory_path(territory),
        indexed=portrait.organisations > 0 and territory.level is not GroupLevel.GROUP,
        linked=portrait_data(portrait, asked.site.public_url, t),
    )
    key = (
        *("portrait", edition.edition.id, territory.level, territory.code, territory.name),
        t.language,
        *(chosen, choices, dismissals),
    )

    def made(*, comparing: bool) -> object:
        more = together_in(edition, portrait, dismissals, t, comparing=comparing)
        return portrait_document(portrait, more, edition, t, choices)

    plainly = partial(made, comparing=False)
    content = Content(key, plainly)
    if choices.leads:
        content = Content(key, partial(made, comparing=True), plainly)
    return Seen(head, content, t.language, here=PORTRAITS, alone=True, module=PORTRAIT_SCRIPT)


def _choices(told: Mapping[str, str], notice: str, t: Texts) -> PortraitChoices:
    drawn, leads = told.get(MAP, "")[:_LONGEST_NAME], told.get(LEADS) == HERE
    mapped = mapped_figure(drawn)
    if mapped is not None:
        return PortraitChoices(mapped, notice, leads)
    unread = t("Chiffre de la carte : « {value} » n’est pas compris.", value=drawn)
    return PortraitChoices(notice=" ".join(filter(None, (notice, unread))), leads=leads)


def _chosen(
    asked: Asked, territory: AnyTerritory, told: Mapping[str, str]
) -> tuple[tuple[str, ...], str]:
    """The territories to compare with, and what in the address could not be read as one."""
    edition, t = asked.edition, asked.t
    try:
        chosen = chosen_codes(told.get(CHOSEN, ""), territory, edition)
    except (BadParameter, NotFound):
        value = told.get(CHOSEN, "")[:_LONGEST_NAME]
        return (), t("Territoires à comparer : « {value} » n’est pas compris.", value=value)
    added = told.get(ADDED, "").strip()[:_LONGEST_NAME]
    if not added:
        return chosen, ""
    found = _of_level(asked, territory, added)
    if found is None:
        return chosen, t("Aucun territoire de ce niveau ne s’appelle « {place} ».", place=added)
    return tuple(dict.fromkeys((*chosen, found)))[:MOST_CHOSEN], ""


def _of_level(asked: Asked, territory: AnyTerritory, name: str) -> str | None:
    """The code of the territory of the same level that a name or code means."""
    found = asked.edition.gazetteer.find(name, _MOST_FOUND)
    codes = (one.territory.code for one in found if one.territory.level is territory.level)
    return next((code for code in codes if code != territory.code), None)


def _index(asked: Asked, typed: str) -> Seen:
    edition, t = asked.edition, asked.t
    key = ("territories", edition.edition.id, typed, t.language)
    content = Content(key, lambda: index_document(asked.heading, typed, edition, t))
    head = Head(asked.heading, PORTRAITS, indexed=not typed)
    return Seen(head, content, t.language, here=PORTRAITS, alone=True, module=PORTRAIT_SCRIPT)
