"""The table of the leads of a territory, and who is together already.

Each line names all the sites of its two legal persons: the browser hides those of whom its visitor
said that they are no lead, or not of one group.
"""

from dash import html

from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.leads import Lead
from territorial_map.services.partnerships.said import SitesOf
from territorial_map.web.base.french import in_french
from territorial_map.web.base.list_buttons import keep_toggle
from territorial_map.web.base.marks import Node, icon, named, symbol
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.territory_leads.leads_page import LeadsPage

_MOST_BONDS = 50


def own_words(t: Texts) -> html.P:
    """Shown by the browser that keeps words of its visitor on pairs of this page."""
    told = t(
        "Des paires que vous avez écartées dans ce navigateur ne sont pas montrées ici ; le schéma "
        "et les fichiers les comptent encore."
    )
    show = html.Button(t("Les montrer"), type="button", className="button button-small")
    return html.P([told, " ", show], id="own-words", className="hint", hidden=True, role="status")


def _ends(a: Facts, b: Facts, sites: SitesOf) -> dict[str, str]:
    """All the sites of two legal persons, for what the browser keeps of them."""
    return {"data-ends-a": "\n".join(sites(a.id)), "data-ends-b": "\n".join(sites(b.id))}


def leads_table(
    page: LeadsPage, shown: list[tuple[int, Lead]], telling: Telling, sites: SitesOf
) -> html.Div:
    """One line per lead, with its number in the drawing."""
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
    rows = [_row(number, lead, telling, sites) for number, lead in shown]
    caption = html.Caption(t("Une ligne par piste, une seule par paire"))
    table = html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)])
    label = named({"aria-label": t("Tableau des pistes")})
    return html.Div(table, className="network-rows", role="region", tabIndex=0, **label)


def _sorted_title(page: LeadsPage, name: str, title: str, t: Texts) -> html.Th:
    here = page.sort == name
    link = html.A(title, href=page.address(t, sort=name, page=""))
    aria = named({"aria-sort": "ascending"}) if here else {}
    return html.Th(link, scope="col", **aria)


def _row(number: int, lead: Lead, telling: Telling, sites: SitesOf) -> html.Tr:
    main = lead.main
    ends = _ends(main.a, main.b, sites) | {"data-pooling": main.category.value}
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
        ],
        **named(ends),
    )


def _end(facts: Facts, telling: Telling) -> html.Span:
    link = html.A(facts.name, href=telling.address_of(facts.id), **in_french(telling.t))
    keep = keep_toggle(facts.id, facts.name, telling.t)
    return html.Span([symbol(facts.profile.kind), link, keep], className="row-end")


def bonds_part(page: LeadsPage, telling: Telling, sites: SitesOf) -> list[Node]:
    """Who is together already, or probably; nothing where nobody is."""
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
            ],
            **named({} if bond.is_sure else _ends(bond.a, bond.b, sites)),
        )
        for bond in bonds[:_MOST_BONDS]
    ]
    more = len(bonds) - len(lines)
    if more > 0:
        lines.append(html.Li(t.plural("et {n} autre", "et {n} autres", more)))
    heading = html.Summary([t("Déjà en lien ou sans doute du même groupe"), icon("chevron-down")])
    return [html.Details([heading, html.Ul(lines, className="bullets")], className="more")]
