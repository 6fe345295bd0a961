"""Short addresses: the readable way to say an organisation, a territory or a place in a link.

A short address stands for a state of the main screen; the long form ``/?…`` goes on working.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, urlencode

from territorial_map.domain.commune_groups import AnyTerritory, GroupLevel
from territorial_map.domain.errors import NotFound
from territorial_map.domain.numbers import whole_number
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.text import words
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.gazetteer import Gazetteer
from territorial_map.services.explore.query_string import query_pairs
from territorial_map.services.partner_lists.partner_query import PATH as PARTNER_LIST
from territorial_map.services.partner_lists.partner_query import PartnersAsked, query_of_asked
from territorial_map.services.portrait import place as portraits
from territorial_map.web.base.state import PageState, state_from_search
from territorial_map.web.base.texts import Language, Texts

# Pages that others lead to.
HOME = "/"
SEARCH = "/chercher"
SOURCES = "/sources"
OPEN_DATA = "/donnees-ouvertes"
CHANGES = "/nouveautes"
NETWORK = "/reseau"
POLE = "/ptce"
PRACTICES = "/pratiques"
PROFILE = "/quelles-pratiques"
OPERATOR = "/operateur"
DUPLICATES = "/doublons"
REVIEW = "/relecture"
ORGANISATIONS = "/o/"
CONTRIBUTE_END = "/corriger"
PORTRAITS = portraits.PORTRAITS
TERRITORIES = f"{PORTRAITS}/"
AROUND = "/autour/"
WITHIN = "/dans/"
LEVELS = portraits.LEVELS
_WORDS = {level: word for word, level in (LEVELS | portraits.ZONE_LEVELS).items()}
GROUPS = f"{TERRITORIES}{portraits.GROUP_WORD}"
_MOST_LETTERS = 60
MOST_NAME = 120
AddressOf = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class ShownList:
    """What a list address asks for: a state of the main screen, and which page of its list."""

    state: PageState
    page: int = 1


def slug(name: str) -> str:
    """A name as the end of an address: folded words, cut between two of them.

    >>> slug("ESAT « L’Œuvre » de Saint-Étienne")
    'esat-l-oeuvre-de-saint-etienne'
    """
    kept = ""
    for word in words(name):
        if len(kept) + len(word) >= _MOST_LETTERS:
            break
        kept = f"{kept}-{word}" if kept else word
    return kept


def organisation_path(any_id: str, name: str = "") -> str:
    """The address of an organisation; its name is for the reader, the id alone is enough.

    >>> organisation_path("finess:260012190", "ESAT Le Bois")
    '/o/finess:260012190/esat-le-bois'
    """
    ending = slug(name)
    return ORGANISATIONS + quote(any_id, safe=":") + (f"/{ending}" if ending else "")


def contribute_path(any_id: str) -> str:
    """The address of the form that completes or corrects an organisation.

    >>> contribute_path("finess:260012190")
    '/o/finess:260012190/corriger'
    """
    return organisation_path(any_id) + CONTRIBUTE_END


def territory_path(territory: AnyTerritory, end: str = "") -> str:
    """The address of a territory's portrait, ``/territoires/epci/200040459-…``, or under it.

    A group that somebody named is in the parameters of its address.
    """
    if territory.level is GroupLevel.GROUP:
        path, _, query = portraits.portrait_path(territory).partition("?")
        return f"{path}{end}?{query}"
    return f"{TERRITORIES}{_WORDS[territory.level]}/{_coded(territory)}{end}"


def asking(path: str, query: str) -> str:
    """An address, which may have parameters, with others."""
    return f"{path}{'&' if '?' in path else '?'}{query}" if query else path


def asked_of(territory: AnyTerritory) -> list[tuple[str, str]]:
    """The parameters of a territory's own address, which a form must carry; of a group alone."""
    return parse_qsl(territory_path(territory).partition("?")[2])


def in_language(path: str, language: Language) -> str:
    """The same address in a language; French needs no parameter."""
    if language is Language.FRENCH:
        return path
    return asking(path, f"lang={language.value}")


def without_language(address: str) -> str:
    """An address without its language: the canonical one is French."""
    path, _, search = address.partition("?")
    kept = "&".join(pair for pair in search.split("&") if pair and not pair.startswith("lang="))
    return f"{path}?{kept}" if kept else path


def list_path(state: PageState, gazetteer: Gazetteer, page: int = 1) -> str:
    """The shortest address of a state's list, without what only concerns one screen.

    A radius around a commune and a territory alone have paths of their own; other filters follow
    as parameters. Language is left out: see ``in_language``.
    """
    path, rest = _readable(state, gazetteer) or (HOME, state.selection)
    pairs = query_pairs(rest)
    if rest.around is not None and state.place:
        pairs.append(("place", state.place))
    if page > 1:
        pairs.append(("page", str(page)))
    query = urlencode(pairs, quote_via=quote, safe=":,/")
    return f"{path}?{query}" if query else path


def readable_path(state: PageState, gazetteer: Gazetteer) -> str:
    """The path that says where a list is, to be read; empty where it has none."""
    path, _ = _readable(state, gazetteer) or ("", None)
    return path


def partner_list_address(asked: PartnersAsked, t: Texts) -> str:
    """The address of the page for a list."""
    lang = "" if t.language is Language.FRENCH else f"&lang={t.language.value}"
    return f"{PARTNER_LIST}?{query_of_asked(asked)}{lang}"


def network_address(any_id: str, category: PoolingCategory | None, t: Texts) -> str:
    """The address of the network around an organisation."""
    asked = f"&pooling={category.value}" if category else ""
    lang = "" if t.language is Language.FRENCH else f"&lang={t.language.value}"
    return f"{NETWORK}?organisation={any_id}{asked}{lang}"


def address_of_list(state: PageState, gazetteer: Gazetteer, page: int = 1) -> str:
    """The short address of a list in its own language, in the order asked for."""
    path = list_path(state, gazetteer, page)
    if state.order is not None:
        path += f"{'&' if '?' in path else '?'}order={state.order.value}"
    return in_language(path, state.language)


def sheet_address(t: Texts) -> AddressOf:
    """The address of an organisation by id and name, in the language of the texts."""
    return lambda any_id, name: in_language(organisation_path(any_id, name), t.language)


def territory_at(path: str, gazetteer: Gazetteer) -> Territory:
    """The territory of an address of its own.

    Raises:
        NotFound: no such level, or the code is none of its.
    """
    level_word, _, named = path.removeprefix(TERRITORIES).partition("/")
    # « department » is the parameter's name: people write it so too.
    level = LEVELS.get("departement" if level_word == "department" else level_word)
    return _territory(level, named, gazetteer)


def state_at(path: str, search: str, gazetteer: Gazetteer) -> ShownList:
    """The list that an address shows, short or long; ``search`` has no question mark.

    Raises:
        NotFound: a commune that does not exist, or has no point.
        BadParameter: a parameter with a value that it cannot take.
    """
    added: list[tuple[str, str]] = []
    if path.startswith(AROUND):
        added = _pairs_around(path, gazetteer)
    elif path.startswith(WITHIN):
        within = _at(path.removeprefix(WITHIN), gazetteer)
        added = [(within.level.value, within.code)]
    joined = "&".join(part for part in (urlencode(added), search) if part)
    return ShownList(state_from_search(joined), page_in(search))


def page_in(search: str) -> int:
    """The page of the list that parameters ask for; what is no page is the first."""
    for pair in search.split("&"):
        name, _, value = pair.partition("=")
        number = whole_number(value[:6]) if name == "page" else None
        if number is not None and number > 0:
            return number
    return 1


def _readable(state: PageState, gazetteer: Gazetteer) -> tuple[str, Selection] | None:
    """The path of a list, and what of its selection the path does not say."""
    return _around_path(state, gazetteer) or _within_path(state.selection, gazetteer)


def _within_path(selection: Selection, gazetteer: Gazetteer) -> tuple[str, Selection] | None:
    chosen = [(level, code) for level in LEVELS.values() for code in selection.chosen(level.value)]
    if len(chosen) != 1 or selection.around is not None:
        return None
    level, code = chosen[0]
    territory = gazetteer.get(level, code)
    if territory is None:
        return None
    rest = selection.choosing(level.value, ())
    return f"{WITHIN}{_WORDS[level]}/{_coded(territory)}", rest


def _around_path(state: PageState, gazetteer: Gazetteer) -> tuple[str, Selection] | None:
    around = state.selection.around
    level, _, code = (state.place or "").partition(":")
    if around is None or level != TerritoryLevel.COMMUNE.value:
        return None
    commune = gazetteer.get(TerritoryLevel.COMMUNE, code)
    if (
        commune is None
        or commune.point is None
        or _place_of(commune) != (f"{around.point.lon:.5f},{around.point.lat:.5f}")
    ):
        return None
    path = f"{AROUND}{_coded(commune)}/{around.radius_km:g}-km"
    return path, replace(state.selection, around=None)


def _pairs_around(path: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    named, _, radius = path.removeprefix(AROUND).partition("/")
    commune = _territory(TerritoryLevel.COMMUNE, named, gazetteer)
    if commune.point is None:
        raise NotFound(f"La commune « {commune.name} » n’a pas de point : aucun rayon possible.")
    return [
        ("near", _place_of(commune)),
        ("radius_km", radius.removesuffix("-km").removesuffix("km") or "20"),
        ("place", f"commune:{commune.code}"),
    ]


def _at(named: str, gazetteer: Gazetteer) -> Territory:
    """The territory that « departement/26-drome » names."""
    word, _, coded = named.partition("/")
    # « department » is the parameter's name: people write it so too.
    return _territory(LEVELS.get("departement" if word == "department" else word), coded, gazetteer)


def _territory(level: TerritoryLevel | None, named: str, gazetteer: Gazetteer) -> Territory:
    code = named.split("-", 1)[0].upper()
    padded = code.zfill(5 if level is TerritoryLevel.COMMUNE else 2)
    territory = (gazetteer.get(level, code) or gazetteer.get(level, padded)) if level else None
    if territory is None:
        where = level.label if level else ", ".join(LEVELS)
        raise NotFound(f"Aucun territoire « {named} » ({where}) au {gazetteer.cog}.")
    return territory


def _coded(territory: AnyTerritory) -> str:
    ending = slug(territory.name)
    return f"{territory.code}-{ending}" if ending else territory.code


def _place_of(commune: Territory) -> str:
    point = commune.point
    return f"{point.lon:.5f},{point.lat:.5f}" if point else ""
