"""Up to four organisations of a list side by side."""

from collections.abc import Callable, Sequence

from dash import html

from territorial_map.domain.pooling.leads import Lead
from territorial_map.web.base.marks import Node, hidden, icon, named, page_link
from territorial_map.web.base.partnerships.lead_card import Cards, contact, known_facts
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import sectors_in_words, what_it_is

MOST_COMPARED = 4
AddressOf = Callable[[tuple[str, ...]], str]


def compare_link(
    any_id: str, name: str, compared: tuple[str, ...], address_of: AddressOf, t: Texts
) -> Node:
    """Puts an organisation beside the others, or takes it away; nothing beyond four."""
    about = hidden(f" : {name}")
    if any_id in compared:
        rest = tuple(one for one in compared if one != any_id)
        words = [icon("check"), t("Comparée : ôter"), about]
        return page_link(words, address_of(rest), class_name="button button-small is-compared")
    if len(compared) >= MOST_COMPARED:
        return None
    words = [icon("list-checks"), t("Comparer"), about]
    return page_link(words, address_of((*compared, any_id)), class_name="button button-small")


def comparison(
    leads: Sequence[Lead], cards: Cards, address_of: AddressOf, t: Texts
) -> html.Section | None:
    """The organisations in columns, what is told of each in rows; nothing without any."""
    if not leads:
        return None
    rows = [(title, [tell(lead, cards) for lead in leads]) for title, tell in _rows(t)]
    head: list[Node] = [html.Td(hidden(t("Ce qui est comparé")))]
    head += [html.Th(cards.telling.name(lead.main.b), scope="col") for lead in leads]
    body = [
        html.Tr([html.Th(title, scope="row"), *(html.Td(cell) for cell in cells)])
        for title, cells in rows
    ]
    heading = t("Comparer : {n} sur {most}", n=len(leads), most=MOST_COMPARED)
    table = html.Table([html.Caption(heading), html.Thead(html.Tr(head)), html.Tbody(body)])
    return html.Section(
        [
            html.Div(
                table,
                className="network-rows",
                role="region",
                tabIndex=0,
                **named({"aria-label": heading}),
            ),
            html.P(page_link(t("Ne plus comparer"), address_of(()), class_name="button")),
        ],
        className="partner-comparison",
        id="comparaison",
    )


def _rows(t: Texts) -> list[tuple[str, Callable[[Lead, Cards], Node]]]:
    def reason(lead: Lead, cards: Cards) -> Node:
        return cards.telling.say(cards.reason(lead.main).best)

    def ask(lead: Lead, cards: Cards) -> Node:
        return cards.telling.say(cards.telling.rulebook.frame(lead.main.category).ask)

    def trades(lead: Lead, cards: Cards) -> Node:
        item = cards.listed.get(lead.main.b.id)
        return sectors_in_words(item, t) if item else t("Activités non renseignées")

    def kind(lead: Lead, cards: Cards) -> Node:
        item = cards.listed.get(lead.main.b.id)
        return what_it_is(item, t) if item else t(lead.main.b.profile.kind.label)

    return [
        (t("Ce que c’est"), kind),
        (t("Sur quoi"), lambda lead, cards: cards.telling.category(lead.main.category)),
        (t("Piste"), lambda lead, cards: cards.telling.tier_badge(lead.main.tier)),
        (t("Raison"), reason),
        (t("Connu"), lambda lead, cards: known_facts(lead.main, cards) or t("rien encore")),
        (t("Distance"), lambda lead, cards: cards.telling.distance(lead.main)),
        (t("Métier"), trades),
        (t("À demander"), ask),
        (t("Contact"), lambda lead, cards: contact(cards.listed.get(lead.main.b.id), t)),
    ]
