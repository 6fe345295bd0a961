"""The leads of a territory as one document: the drawing, then the table that says it all."""

from dash import html

from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.files import FILES
from territorial_map.services.partner_lists.partner_query import KnownOrNot, TieAsked
from territorial_map.services.partner_lists.territory_network import (
    HEIGHT,
    MOST_DRAWN,
    WIDTH,
    DrawnNetwork,
    network_of,
)
from territorial_map.services.partnerships.said import sites_in
from territorial_map.web.base.addresses import (
    NETWORK,
    asked_of,
    in_language,
    organisation_path,
    territory_path,
)
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.lead_card import frames_part
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.territory_leads.leads_page import PER_PAGE, LeadsPage
from territorial_map.web.pages.territory_leads.rows import bonds_part, leads_table, own_words
from territorial_map.web.plain.forms import Option, form, hidden_fields, select_field, submit


def leads_document(page: LeadsPage, heading: Heading, edition: OpenEdition, t: Texts) -> list[Node]:
    """The whole content of the address."""
    telling = Telling(
        edition.knowledge.pooling,
        t,
        lambda any_id: in_language(organisation_path(any_id), t.language),
    )
    found = page.found
    sites = sites_in(edition)
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
        nodes += [_drawing(page, heading.title, t), _files(page, t), own_words(t)]
    if found.leads:
        shown = page.rows[(page.page - 1) * PER_PAGE : page.page * PER_PAGE]
        nodes += [leads_table(page, shown, telling, sites), *_turning(page, t)]
        nodes += frames_part([lead.main.category for _, lead in shown], telling)
    nodes += bonds_part(page, telling, sites)
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
    action = territory_path(page.territory, "/pistes").partition("?")[0]
    fields += hidden_fields(asked_of(page.territory))
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
