"""A partner list on screen: a page of cards, what is folded, who is together already, the notes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dash import html

from territorial_map.domain.listing import Listed
from territorial_map.domain.pooling.leads import FIRST, Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.services.coverage import TerritoryCoverage
from territorial_map.services.partner_lists.leads import FoundLeads
from territorial_map.services.partner_lists.partner_query import (
    PATH,
    PER_PAGE,
    PartnersAsked,
    query_of_asked,
)
from territorial_map.services.practices.profile_query import profile_pairs
from territorial_map.web.base.addresses import PROFILE
from territorial_map.web.base.covered import covered_here
from territorial_map.web.base.export_links import export_button
from territorial_map.web.base.list_buttons import add_all_to_list
from territorial_map.web.base.marks import Node, hidden, icon, named, page_link
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.partnerships.existing import existing_parts, left_out
from territorial_map.web.base.partnerships.lead_card import (
    Cards,
    cards_list,
    frames_part,
    lead_card,
    legend,
)
from territorial_map.web.base.practices.wording import address_of
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.partner_list.comparison import (
    MOST_COMPARED,
    compare_link,
    comparison,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a list: what was asked and found, its words, and who is compared."""

    asked: PartnersAsked
    found: FoundLeads
    listed: Mapping[str, Listed]
    title: str
    told: str
    notes: Sequence[str]
    page: int = 1
    compared: tuple[str, ...] = ()

    @property
    def leads(self) -> tuple[Lead, ...]:
        """The leads of the page."""
        start = (self.page - 1) * PER_PAGE
        return self.found.leads[start : start + PER_PAGE]

    @property
    def pages(self) -> int:
        """How many pages the list has, one at least."""
        return max(1, -(-len(self.found.leads) // PER_PAGE))

    @property
    def beside(self) -> tuple[Lead, ...]:
        """The leads that are compared, in the order they were chosen."""
        by_id = {lead.main.b.id: lead for lead in self.found.leads}
        return tuple(by_id[one] for one in self.compared if one in by_id)[:MOST_COMPARED]

    def address(self, t: Texts, page: int, compared: tuple[str, ...] | None = None) -> str:
        """The address of a page of the list, with those who are compared."""
        extra = [f"page={page}"] if page > 1 else []
        chosen = self.compared if compared is None else compared
        extra += [f"compare={any_id}" for any_id in chosen]
        extra += [] if t.language is Language.FRENCH else [f"lang={t.language.value}"]
        return f"{PATH}?{'&'.join([query_of_asked(self.asked), *extra])}"


def partner_list_found(
    sheet: Sheet,
    rulebook: Rulebook,
    t: Texts,
    covered: Callable[[], TerritoryCoverage | None] = lambda: None,
) -> list[Node]:
    """Count and export, the page of cards, then who is together already, and the notes.

    ``covered`` is asked what our sources cover around, where there is nobody to list.
    """
    telling = Telling(rulebook, t, lambda any_id: _sheet_of(any_id, t))
    cards = Cards(telling, sheet.listed, supposed=sheet.found.centre.supposed)
    nodes: list[Node] = [_heading(sheet, t)]
    if sheet.found.why_empty is not None:
        nodes.append(html.P(telling.say(sheet.found.why_empty.sentence), className="unknown"))
        nodes += covered_here(covered(), t)
    beside = comparison(sheet.beside, cards, lambda chosen: sheet.address(t, sheet.page, chosen), t)
    nodes += [beside] if beside else []
    if sheet.page == 1:
        existing, centre = sheet.found.existing, sheet.found.centre.facts
        if sheet.found.tied_asked:
            nodes += existing_parts(existing, telling, centre=centre)
        else:
            nodes += left_out(existing, telling, centre)
    nodes += _page(sheet, cards, t)
    return [*nodes, _notes(sheet.notes, t)]


def partner_list_invitation(t: Texts) -> html.Div:
    """What to do while no centre is chosen."""
    example = page_link(
        t("Figeac, 30 km, locaux et approvisionnement"),
        f"{PATH}?commune=46102&radius_km=30&pooling=premises_and_land&pooling=local_supply"
        + ("" if t.language is Language.FRENCH else f"&lang={t.language.value}"),
    )
    words = t("Choisissez une organisation ou une commune. Par exemple :")
    lang = "" if t.language is Language.FRENCH else f"?lang={t.language.value}"
    profile = page_link(
        t("décrivez votre structure pour ses pratiques"), f"/quelles-pratiques{lang}"
    )
    absent: list[Node] = [
        t("Pas dans l’annuaire ? Choisissez votre commune, ou"),
        " ",
        profile,
        ".",
    ]
    told = html.Div([html.P([words, " ", example]), html.P(absent)])
    return html.Div([icon("info"), told], className="callout")


def _sheet_of(any_id: str, t: Texts) -> str:
    lang = "" if t.language is Language.FRENCH else f"&lang={t.language.value}"
    return f"/?organisation={any_id}{lang}"


def _heading(sheet: Sheet, t: Texts) -> html.Div:
    query = query_of_asked(sheet.asked)
    actions = [export_button({"kind": "partners", "query": query}, t, "button-strong")]
    if sheet.leads:
        ids = [lead.main.b.id for lead in sheet.leads]
        actions.append(add_all_to_list(ids, t, sheet.title))
    return html.Div(
        [
            html.H3(sheet.title, **named({"data-window-title": sheet.title})),
            html.P(sheet.told, className="hint"),
            _own_profile(sheet, t),
            html.P(_counted(sheet, t), className="count-line", role="status"),
            html.Div(actions, className="result-bar"),
        ],
        className="partner-told",
    )


def _own_profile(sheet: Sheet, t: Texts) -> Node:
    """Who is not in the directory says itself once, for practices and for partners."""
    asked = sheet.asked
    if asked.organisation is not None:
        return None
    own = profile_pairs(asked.described)
    place = [("commune", asked.commune)] if asked.commune else []
    words = t("Décrire ma structure, pour des pistes plus précises")
    if own:
        words = t("Changer ces réponses, ou voir leurs bonnes pratiques")
    return html.P(page_link(words, address_of(PROFILE, t, [*own, *place])), className="hint")


def _counted(sheet: Sheet, t: Texts) -> str:
    n, whole = len(sheet.found.leads), sheet.found.total
    if sheet.found.tied_asked:
        return t.plural("{n} organisation", "{n} organisations", len(sheet.found.existing))
    if whole > n:
        return t("Personnes morales : {n} sur {total}", n=t.number(n), total=t.number(whole))
    return t("Personnes morales : {n}", n=t.number(n))


def _page(sheet: Sheet, cards: Cards, t: Texts) -> list[Node]:
    """The cards of the page: the first ones, the others, and what is to be asked, folded."""
    if not sheet.leads:
        return []

    def card(lead: Lead) -> html.Li:
        other = lead.main.b
        link = compare_link(
            other.id,
            other.name,
            sheet.compared,
            lambda chosen: sheet.address(t, sheet.page, chosen),
            t,
        )
        return lead_card(lead, cards, [link] if link else [])

    ahead = FIRST if sheet.page == 1 else 0
    able = [lead for lead in sheet.leads if lead.main.tier is not Tier.INSUFFICIENT]
    first = [lead for lead in sheet.leads[:ahead] if lead in able]
    rest = [lead for lead in able if lead not in first]
    vague = [lead for lead in sheet.leads if lead not in able]
    nodes: list[Node] = [legend(t)]
    for title, several in ((t("Premières pistes"), first), (t("Autres pistes"), rest)):
        if several:
            nodes += [html.H4(title), cards_list([card(lead) for lead in several])]
    if vague:
        nodes.append(_to_ask([card(lead) for lead in vague], cards.telling, opened=not able))
    frames = frames_part([lead.main.category for lead in sheet.leads], cards.telling)
    return [
        html.Div([*nodes, *frames], className="partner-page-cards"),
        *_turning(sheet, t),
    ]


def _to_ask(several: Sequence[html.Li], telling: Telling, *, opened: bool) -> html.Details:
    words = telling.t(
        "Nos sources n’en disent pas assez pour parler de piste. Chacune dit ce qu’il faudrait "
        "apprendre."
    )
    count = html.Span(f"{len(several)}")
    heading = [telling.tier_badge(Tier.INSUFFICIENT), hidden(" "), count, icon("chevron-down")]
    return html.Details(
        [html.Summary(heading), html.P(words, className="hint"), cards_list(several)],
        className="more tier tier-insufficient",
        open=opened,
    )


def _turning(sheet: Sheet, t: Texts) -> list[Node]:
    if sheet.pages == 1:
        return []
    told = t("Page {n} sur {pages}", n=t.number(sheet.page), pages=t.number(sheet.pages))
    parts: list[Node] = [html.P(told, className="n-of-n")]
    if sheet.page > 1:
        parts.append(page_link(t("Page précédente"), sheet.address(t, sheet.page - 1)))
    if sheet.page < sheet.pages:
        parts.append(page_link(t("Page suivante"), sheet.address(t, sheet.page + 1)))
    return [html.Nav(parts, className="turning", **named({"aria-label": t("Pages de la liste")}))]


def _notes(notes: Sequence[str], t: Texts) -> html.Div:
    told = [html.Li(note) for note in notes]
    return html.Div([html.H4(t("À savoir")), html.Ul(told)], className="hint partner-notes")
