"""The leads of a territory as one document: the drawing, then the table that says it all."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from dash import html

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.territory import Territory
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.files import FILES
from territorial_map.services.partner_lists.partner_query import KnownOrNot, TieAsked
from territorial_map.services.partner_lists.territory_leads import TerritoryAsked, TerritoryLeads
from territorial_map.services.partner_lists.territory_network import (
    HEIGHT,
    MOST_DRAWN,
    WIDTH,
    DrawnNetwork,
    network_of,
)
from territorial_map.web.base.addresses import (
    NETWORK,
    in_language,
    organisation_path,
    territory_path,
)
from territorial_map.web.base.marks import Node, icon, named, symbol
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.lead_card import frames_part
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.plain.forms import Option, form, select_field, submit

PER_PAGE = 25
_MOST_BONDS = 50
_Sorting = Callable[[tuple[int, Lead]], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class LeadsPage:
    """What was asked and found, which page of the table, sorted by what."""

    territory: Territory
    asked: TerritoryAsked
    found: TerritoryLeads
    page: int = 1
    sort: str = ""

    @property
    def rows(self) -> list[tuple[int, Lead]]:
        """Every lead with its number, as sorted."""
        numbered = list(enumerate(self.found.leads, start=1))
        sorting = _SORTS.get(self.sort)
        return sorted(numbered, key=sorting) if sorting else numbered

    @property
    def pages(self) -> int:
        """How many pages the table has, one at least."""
        return max(1, -(-len(self.found.leads) // PER_PAGE))

    def query(self, **changed: str) -> str:
        """The parameters of the page, some changed; empty ones are left out."""
        pairs = [("pooling", category.value) for category in self.asked.pooling]
        pairs += self.asked.kept.pairs()
        own = {"sort": self.sort, "page": str(self.page) if self.page > 1 else ""} | changed
        return urlencode(pairs + [(name, value) for name, value in own.items() if value])

    def address(self, t: Texts, **changed: str) -> str:
        """The address of the page, some of its parameters changed."""
        query = self.query(**changed)
        path = f"{territory_path(self.territory)}/pistes"
        return in_language(f"{path}?{query}" if query else path, t.language)


_SORTS: dict[str, _Sorting] = {
    "category": lambda row: (list(PoolingCategory).index(row[1].main.category), row[0]),
    "from": lambda row: (row[1].main.a.name.casefold(), row[0]),
    "to": lambda row: (row[1].main.b.name.casefold(), row[0]),
    "distance": lambda row: (row[1].main.nearness.distance_km or float("inf"), row[0]),
    "word": lambda row: (list(Tier).index(row[1].main.tier), row[0]),
}


def leads_document(page: LeadsPage, heading: Heading, edition: OpenEdition, t: Texts) -> list[Node]:
    """The whole content of the address."""
    telling = Telling(
        edition.knowledge.pooling,
        t,
        lambda any_id: in_language(organisation_path(any_id), t.language),
    )
    found = page.found
    nodes: list[Node] = [
        _trail(page, t),
        html.H2(heading.title),
        html.P(heading.description, className="hint"),
        html.P(_counted(page, t), className="count-line", role="status"),
        _filters(page, t),
    ]
    if found.why_empty is not None:
        nodes.append(html.P(telling.say(found.why_empty.sentence), className="unknown"))
    if found.leads or found.bonds:
        nodes += [_drawing(page, heading.title, t), _files(page, t)]
    if found.leads:
        shown = page.rows[(page.page - 1) * PER_PAGE : page.page * PER_PAGE]
        nodes += [_table(page, shown, telling), *_turning(page, t)]
        nodes += frames_part([lead.main.category for _, lead in shown], telling)
    nodes += _existing(page, telling)
    return [html.Div(nodes, className="territory-leads")]


def _trail(page: LeadsPage, t: Texts) -> html.P:
    place = in_language(territory_path(page.territory), t.language)
    return html.P(html.A(page.territory.name, href=place), className="breadcrumb")


def _counted(page: LeadsPage, t: Texts) -> str:
    found = page.found
    leads = t.plural("{n} piste, une par paire", "{n} pistes, une par paire", len(found.leads))
    told = t(
        "{sites} sites comparés sur {total}.",
        sites=t.number(found.sites),
        total=t.number(found.total_sites),
    )
    return f"{leads} · {told}"


def _filters(page: LeadsPage, t: Texts) -> Node:
    kept = page.asked.kept
    chosen = page.asked.pooling[0].value if page.asked.pooling else ""
    topics = [Option("", t("Toutes les coopérations"), chosen=not chosen)]
    topics += [Option(c.value, t(c.label), chosen=c.value == chosen) for c in PoolingCategory]
    kinds = [Option("", t("tous les types"))]
    kinds += [Option(k.value, t(k.label), chosen=k in kept.kinds) for k in Kind]
    ties = [Option("", t("pistes"))]
    ties += [Option(x.value, t(x.label), chosen=x is kept.tie) for x in TieAsked]
    fields: list[Node] = [
        select_field("pooling", t("Sur quoi ?"), topics),
        select_field("kind", t("Avec qui"), kinds),
        select_field("trade", t("Métier"), _known(kept.trade, t)),
        select_field("phone", t("Téléphone"), _known(kept.phone, t)),
        select_field("tie", t("Lien"), ties),
        submit(t("Filtrer")),
    ]
    action = in_language(f"{territory_path(page.territory)}/pistes", Language.FRENCH)
    return form(action, fields, "leads-filters")


def _known(chosen: KnownOrNot | None, t: Texts) -> list[Option]:
    every = [Option("", t("connu ou non"))]
    return every + [Option(k.value, t(k.label), chosen=k is chosen) for k in KnownOrNot]


def _drawing(page: LeadsPage, title: str, t: Texts) -> html.Section:
    network = network_of(page.found)
    remarks = [html.Li(t.say(remark)) for remark in network.remarks]
    told = t(
        "Les numéros renvoient au tableau, qui dit tout. Sans échelle, {n} organisations au plus.",
        n=MOST_DRAWN,
    )
    legend = [
        html.Li([html.Span(className="line-mark line-existing"), t("Déjà en lien")]),
        html.Li([html.Span(className="line-mark line-strong"), t("Piste forte")]),
        html.Li([html.Span(className="line-mark line-explore"), t("À explorer")]),
    ]
    nodes: list[Node] = [
        html.Div(
            html.Img(
                src=_file_address(page, "svg", t),
                alt=_told(network, title, t),
                width=str(WIDTH),
                height=str(HEIGHT),
            ),
            className="leads-drawing",
            role="region",
            tabIndex=0,
            **named({"aria-label": t("Schéma du réseau")}),
        ),
        html.Ul(legend, className="network-legend"),
        html.P(told, className="hint"),
    ]
    if remarks:
        nodes += [html.H3(t("À remarquer")), html.Ul(remarks, className="bullets")]
    return html.Section(nodes, className="leads-network")


def _told(network: DrawnNetwork, title: str, t: Texts) -> str:
    return t(
        "{title} : réseau de {nodes} organisations et {links} pistes, que dit aussi le tableau.",
        title=title,
        nodes=t.number(len(network.nodes)),
        links=t.number(len(network.leads)),
    )


def _files(page: LeadsPage, t: Texts) -> html.P:
    links: list[Node] = [
        html.A(
            [icon("download"), extension.upper()],
            href=_file_address(page, extension, t),
            className="button button-small",
        )
        for extension in FILES
    ]
    where = f"{page.territory.level.value}={page.territory.code}"
    groups = html.A(
        [icon("network"), t("Groupes possibles")],
        href=in_language(f"{NETWORK}?{where}&tier=explore", t.language),
        className="button button-small",
    )
    return html.P([t("Exporter"), *links, groups], className="leads-files")


def _file_address(page: LeadsPage, extension: str, t: Texts) -> str:
    where = f"{page.territory.level.value}={page.territory.code}"
    query = "&".join(filter(None, (where, page.query(sort="", page=""))))
    return in_language(f"/api/v1/partnerships/network.{extension}?{query}", t.language)


def _table(page: LeadsPage, shown: list[tuple[int, Lead]], telling: Telling) -> html.Div:
    t = telling.t
    titles = (
        ("", t("N°")),
        ("category", t("Sur quoi")),
        ("from", t("Entre")),
        ("to", t("et")),
        ("distance", t("Distance")),
        ("word", t("Piste")),
    )
    head = [_sorted_title(page, name, title, t) for name, title in titles]
    rows = [_row(number, lead, telling) for number, lead in shown]
    caption = html.Caption(t("Une ligne par piste, une seule par paire"))
    table = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])
    label = named({"aria-label": t("Tableau des pistes")})
    return html.Div(table, className="network-rows", role="region", tabIndex=0, **label)


def _sorted_title(page: LeadsPage, name: str, title: str, t: Texts) -> html.Th:
    here = page.sort == name
    link = html.A(title, href=page.address(t, sort=name, page=""))
    aria = named({"aria-sort": "ascending"}) if here else {}
    return html.Th(link, scope="col", **aria)


def _row(number: int, lead: Lead, telling: Telling) -> html.Tr:
    main = lead.main
    why = telling.say(lead_reason(main).best)
    topic: list[Node] = [html.Strong(telling.category(main.category)), html.P(why)]
    return html.Tr(
        [
            html.Td(str(number)),
            html.Td(topic),
            html.Th(_end(main.a, telling), scope="row"),
            html.Td(_end(main.b, telling)),
            html.Td(telling.distance(main)),
            html.Td(telling.tier_badge(main.tier)),
        ]
    )


def _end(facts: Facts, telling: Telling) -> html.Span:
    link = html.A(facts.name, href=telling.address_of(facts.id))
    return html.Span([symbol(facts.profile.kind), link], className="row-end")


def _turning(page: LeadsPage, t: Texts) -> list[Node]:
    if page.pages == 1:
        return []
    told = t("Page {n} sur {pages}", n=t.number(page.page), pages=t.number(page.pages))
    parts: list[Node] = [html.P(told, className="n-of-n")]
    if page.page > 1:
        before = str(page.page - 1) if page.page > 2 else ""
        link = html.A(t("Page précédente"), href=page.address(t, page=before), rel="prev")
        parts.append(link)
    if page.page < page.pages:
        after = page.address(t, page=str(page.page + 1))
        parts.append(html.A(t("Page suivante"), href=after, rel="next"))
    return [html.Nav(parts, className="turning", **named({"aria-label": t("Pages de la liste")}))]


def _existing(page: LeadsPage, telling: Telling) -> list[Node]:
    t, bonds = telling.t, page.found.bonds
    if not bonds:
        return []
    lines = [
        html.Li(
            [
                _end(bond.a, telling),
                " — ",
                _end(bond.b, telling),
                " : ",
                " ; ".join(telling.say(x.sentence) for x in bond.ties if x.kind.is_cooperation),
            ]
        )
        for bond in bonds[:_MOST_BONDS]
    ]
    more = len(bonds) - len(lines)
    if more > 0:
        lines.append(html.Li(t("et {n} autres", n=t.number(more))))
    heading = html.Summary([t("Déjà en lien ou sans doute du même groupe"), icon("chevron-down")])
    return [html.Details([heading, html.Ul(lines, className="bullets")], className="more")]
