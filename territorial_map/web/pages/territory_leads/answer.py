"""What ``/territoires/<level>/<code>/pistes`` answers, and the old addresses that lead there."""

from urllib.parse import parse_qsl, urlencode

from territorial_map.domain.commune_groups import AnyTerritory
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.query_string import parameters_of
from territorial_map.services.partner_lists.partner_query import kept_from_query, page_from_query
from territorial_map.services.partner_lists.territory_leads import TerritoryAsked, leads_within
from territorial_map.services.portrait.place import selection_of
from territorial_map.web.base.addresses import (
    NETWORK,
    PORTRAITS,
    TERRITORIES,
    asking,
    territory_path,
)
from territorial_map.web.base.answers import Answer, Asked, Content, Moved, Seen
from territorial_map.web.base.any_territory import any_territory_at
from territorial_map.web.base.head import Head
from territorial_map.web.base.noticed import formerly_at, notice_told, readable_search
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.territory_leads.document import leads_document
from territorial_map.web.pages.territory_leads.leads_page import LeadsPage

END = "/pistes"
_MOST_PARAMETERS = 1000
_MODULE = "modules/pages/territory-leads/entry.mjs"


def takes(path: str, search: str) -> bool:
    """The leads of a territory; a network that names one territory alone."""
    if path == NETWORK:
        return _territory_alone(search) is not None
    return path.startswith(TERRITORIES) and path.rstrip("/").endswith(END)


def answer(asked: Asked) -> Answer | None:
    """The leads of a territory; from « Réseau », the way to them."""
    gazetteer = asked.edition.gazetteer
    if asked.path == NETWORK:
        readable = readable_search(asked.search, asked.edition.places)
        if readable is not None:  # what is put right or left out is told on the network's own page
            return Moved(f"{NETWORK}?{readable}", permanent=False)
        level, code, rest = _territory_alone(asked.search) or ("", "", [])
        alone = gazetteer.get(TerritoryLevel(level), code)
        return None if alone is None else Moved(_address(alone, rest), permanent=False)
    place = asked.path.rstrip("/").removesuffix(END)
    territory = any_territory_at(place, asked.search, asked.edition)
    path = territory_path(territory, END)
    if asked.path != path.partition("?")[0]:
        told = urlencode(formerly_at(asked.path, path), safe=":")
        return Moved(asking(path, "&".join(filter(None, (asked.search, told)))))
    return _leads(asked, territory, path)


def _leads(asked: Asked, territory: AnyTerritory, path: str) -> Seen:
    edition, t = asked.edition, asked.t
    parameters = parameters_of(asked.search)
    chosen = {one for one in parameters.get("pooling", ()) if one in PoolingCategory.codes()}
    wanted = TerritoryAsked(
        selection_of(territory),
        tuple(category for category in PoolingCategory if category.value in chosen),
        kept_from_query(parameters),
    )
    dismissals = asked.site.ledger.said()
    title = t("Pistes de coopération, {name}", name=territory.name)
    lead = t(
        "Qui pourrait coopérer avec qui dans ce territoire, sur quoi et pourquoi\u00a0: des pistes "
        "à vérifier, jamais un classement."
    )
    heading = Heading(title, lead)
    page, order = page_from_query(parameters), (parameters.get("sort") or [""])[-1]

    def made() -> object:
        found = leads_within(edition, wanted, dismissals)
        shown = LeadsPage(territory, wanted, found, page, order)
        notice = notice_told(asked.search, edition.places, t)
        return [*notice, *leads_document(shown, heading, edition, t)]

    key = (
        "territory leads",
        edition.edition.id,
        territory.level,
        territory.code,
        asked.search,
        t.language,
        dismissals,
    )
    head = Head(heading, path, indexed=page == 1 and not asked.search)
    return Seen(head, Content(key, made), t.language, here=PORTRAITS, alone=True, module=_MODULE)


def _territory_alone(search: str) -> tuple[str, str, list[tuple[str, str]]] | None:
    """The one territory that a network's address names, when it names nothing else."""
    pairs = parse_qsl(search, max_num_fields=_MOST_PARAMETERS)
    levels = TerritoryLevel.codes()
    places = [(name, value) for name, value in pairs if name in levels]
    rest = [(name, value) for name, value in pairs if name in {"pooling", "lang"}]
    if len(places) != 1 or len(places) + len(rest) < len(pairs):
        return None
    return *places[0], rest


def _address(territory: Territory, rest: list[tuple[str, str]]) -> str:
    return asking(territory_path(territory, END), urlencode(rest))
