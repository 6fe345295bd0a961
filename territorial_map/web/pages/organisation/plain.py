"""One organisation as plain HTML: name, facts by section, practices, possible partners, sources."""

from collections.abc import Collection

from dash import html

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.lead_reason import lead_reason
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.sheets import sheet_of
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.practices.concerned_practices import practices_of
from territorial_map.web.base.addresses import (
    HOME,
    in_language,
    network_address,
    organisation_path,
)
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.partnerships.card import Telling, leads_note
from territorial_map.web.base.practices.links import LinkTelling as PracticeTelling
from territorial_map.web.base.practices.links import card, inferred_note, is_worth
from territorial_map.web.base.practices.wording import (
    practice_address,
    practice_title,
    role_in_words,
)
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.organisation.around import (
    around_section,
    networks_section,
    person_section,
    poles_section,
)
from territorial_map.web.pages.organisation.context import Context
from territorial_map.web.pages.organisation.declared import declared_section
from territorial_map.web.pages.organisation.heading import identity, warnings
from territorial_map.web.pages.organisation.plain_words import activity_section, meaning_section
from territorial_map.web.pages.organisation.provenance import provenance_section
from territorial_map.web.pages.organisation.whereabouts import contact_section, territory_section

_AT_ONCE = 3
_PARTNERS = 10


def sheet_content(
    organisation: Organisation,
    edition: OpenEdition,
    dismissals: Collection[Said] | None,
    t: Texts,
) -> list[Node]:
    """The whole content of an organisation's address; pairs that operators dismissed stay out.

    ``None`` for them leaves the partners, which cost, to the page of its network.
    """
    sheet = sheet_of(edition, organisation.id)
    context = Context(
        PageState(language=t.language),
        t,
        edition.knowledge.texts,
        edition.edition.built_on,
        in_app=False,
    )
    sections = [
        contact_section(sheet, context),
        activity_section(sheet, context),
        *warnings(sheet, context),
        declared_section(sheet, context),
        _partners(organisation, edition, dismissals, t)
        if dismissals is not None
        else _partners_elsewhere(organisation, t),
        _practices(organisation, edition, t),
        poles_section(sheet, context),
        networks_section(sheet, context),
        around_section(sheet, context),
        territory_section(sheet, context),
        meaning_section(sheet, context),
        person_section(sheet, context),
        provenance_section(sheet, context),
    ]
    home = html.A(t("Ouvrir la carte et l’annuaire"), href=in_language(HOME, t.language))
    return [
        *identity(organisation, t),
        html.Div(sections, className="panel-sections"),
        html.P(home),
    ]


def _section(title: str, note: str, items: list[html.Li], more: Node = None) -> Node:
    if not items:
        return None
    listed = html.Ul(items, className="plain-items")
    return html.Section(
        [html.H3(title), html.P(note, className="hint"), listed, more], className="panel-section"
    )


def _practices(organisation: Organisation, edition: OpenEdition, t: Texts) -> Node:
    guide = edition.names.practices
    concerned = practices_of(edition, edition.knowledge.practices, organisation.id)
    telling = PracticeTelling(t, guide, role_in_words)
    links = (*concerned.advice.advised, *concerned.advice.others)
    first, rest = links[:_AT_ONCE], links[_AT_ONCE:]
    items = [card(one, telling, opened=False) for one in first]
    others = [
        html.Li(
            html.A(
                practice_title(one.practice_id, guide, t),
                href=practice_address(one.practice_id, t),
            )
        )
        for one in rest
        if is_worth(one)
    ]
    more = _more(t("Voir les autres pratiques"), others)
    return _section(t("Bonnes pratiques"), inferred_note(t), items, more)


def _partners(
    organisation: Organisation,
    edition: OpenEdition,
    dismissals: Collection[Said],
    t: Texts,
) -> Node:
    """The first leads, each with its best reason."""
    rules = edition.knowledge.pooling
    telling = Telling(rules, t, lambda any_id: in_language(organisation_path(any_id), t.language))
    asked = PartnersAsked(organisation=organisation.id, own_reach=True, limit=_PARTNERS)
    found = find_leads(edition, asked, dismissals)
    best = [lead.main for lead in found.leads if lead.main.tier is not Tier.INSUFFICIENT]
    network = html.A(t("Voir son réseau"), href=network_address(organisation.id, None, t))
    items = [_partner(one, telling) for one in best]
    more = [_more(t("Voir les suivantes"), items[_AT_ONCE:]), html.P(network)]
    return _section(t("Partenariats possibles"), leads_note(t), items[:_AT_ONCE], more)


def _more(summary: str, items: list[html.Li]) -> html.Details | None:
    if not items:
        return None
    heading = html.Summary([summary, icon("chevron-down")])
    return html.Details([heading, html.Ul(items, className="plain-items")], className="more")


def _partners_elsewhere(organisation: Organisation, t: Texts) -> Node:
    """Where the partners are told, while too much is being computed to tell them here."""
    words = t("Beaucoup de calculs sont en cours : rechargez cette page dans un moment.")
    network = html.A(t("Voir son réseau"), href=network_address(organisation.id, None, t))
    parts = [html.H3(t("Partenariats possibles")), html.P(words), html.P(network)]
    return html.Section(parts, className="panel-section")


def _partner(partnership: Partnership, telling: Telling) -> html.Li:
    other = partnership.b
    address = in_language(organisation_path(other.id, other.name), telling.t.language)
    told = (
        telling.category(partnership.category),
        telling.tier(partnership.tier),
        telling.distance(partnership),
    )
    name = html.A(other.name, href=address)
    why = telling.say(lead_reason(partnership).best)
    return html.Li([name, html.Br(), " · ".join(told), html.Br(), why])
