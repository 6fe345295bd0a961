"""One organisation as plain HTML: name, facts by section, practices, possible partners, sources."""

import re
from collections.abc import Collection
from html import escape

from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.partnership import Partnership, Tier
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.ledger.dismissals import Dismissal
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.sheets import sheet_of
from territorial_map.services.partnerships.dismissed import is_dismissed
from territorial_map.services.partnerships.partners import partners_of
from territorial_map.services.practices.concerned_practices import practices_of
from territorial_map.web.base.addresses import ORGANISATIONS, in_language, organisation_path
from territorial_map.web.base.html import to_html
from territorial_map.web.base.marks import Node, symbol
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.practices.links import LinkTelling as PracticeTelling
from territorial_map.web.base.practices.links import card, is_worth
from territorial_map.web.base.practices.wording import (
    practice_address,
    practice_title,
    role_in_words,
)
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import what_it_is
from territorial_map.web.pages.organisation.around import (
    around_section,
    person_section,
    poles_section,
)
from territorial_map.web.pages.organisation.context import Context
from territorial_map.web.pages.organisation.heading import warnings
from territorial_map.web.pages.organisation.plain_words import activity_section, meaning_section
from territorial_map.web.pages.organisation.provenance import provenance_section
from territorial_map.web.pages.organisation.whereabouts import contact_section
from territorial_map.web.plain.markup import link

_SHEET_LINK = re.compile(r'href="\?organisation=([^"&]+)')
_PRACTICES = 3
_PARTNERS = 10


def sheet_html(
    organisation: Organisation,
    state: PageState,
    edition: OpenEdition,
    dismissals: Collection[Dismissal],
) -> str:
    """The whole content of an organisation's address; pairs that operators dismissed stay out."""
    t = Texts(state.language)
    sheet = sheet_of(edition, organisation.id)
    context = Context(
        PageState(language=state.language), t, edition.knowledge.texts, edition.edition.built_on
    )
    facts = [
        *warnings(sheet, context),
        meaning_section(sheet, context),
        contact_section(sheet, context),
        activity_section(sheet, context),
        poles_section(sheet, context),
    ]
    around = [
        person_section(sheet, context),
        around_section(sheet, context),
        provenance_section(sheet, context),
    ]
    parts = (
        _heading(organisation, t),
        '<div class="panel-sections">',
        _told(facts),
        _practices(organisation, edition, t),
        _partners(organisation, edition, dismissals, t),
        _told(around),
        "</div><p>",
        link(t("Ouvrir la carte et l’annuaire"), in_language("/", t.language)),
        "</p>",
    )
    return "".join(parts)


def _told(nodes: list[Node]) -> str:
    """Sections of the panel; their links lead from the root, to short addresses where there are."""
    text = to_html(nodes)
    return _SHEET_LINK.sub(rf'href="{ORGANISATIONS}\1', text).replace('href="?', 'href="/?')


def _heading(organisation: Organisation, t: Texts) -> str:
    acronym = f" ({escape(organisation.acronym)})" if organisation.acronym else ""
    kind = f"{to_html(symbol(organisation.kind))} {escape(t(organisation.kind.label))}"
    return (
        f'<p class="panel-kind">{kind}</p><h2>{escape(organisation.name)}{acronym}</h2>'
        f'<p class="panel-what">{escape(what_it_is(organisation, t))}</p>'
    )


def _section(title: str, note: str, items: list[str], more: str = "") -> str:
    if not items:
        return ""
    return (
        f'<section class="panel-section"><h3>{escape(title)}</h3><p class="hint">{escape(note)}</p>'
        f'<ul class="plain-items">{"".join(items)}</ul>{more}</section>'
    )


def _practices(organisation: Organisation, edition: OpenEdition, t: Texts) -> str:
    guide = edition.names.practices
    concerned = practices_of(edition, edition.knowledge.practices, organisation.id)
    telling = PracticeTelling(t, guide, role_in_words)
    first, rest = concerned.links[:_PRACTICES], concerned.links[_PRACTICES:]
    items = [to_html(card(one, telling, opened=True)) for one in first]
    items += [
        "<li>"
        + link(practice_title(one.practice_id, guide, t), practice_address(one.practice_id, t))
        + "</li>"
        for one in rest
        if is_worth(one)
    ]
    note = t(
        "Déduit par nos règles de ce que disent les sources : l’organisation n’a rien déclaré. "
        "Les raisons s’adressent à elle."
    )
    return _section(t("Bonnes pratiques"), note, items)


def _partners(
    organisation: Organisation,
    edition: OpenEdition,
    dismissals: Collection[Dismissal],
    t: Texts,
) -> str:
    """The best partners, one per category at most, each with its first reason."""
    rules = edition.knowledge.pooling
    telling = Telling(rules, t, lambda any_id: in_language(organisation_path(any_id), t.language))
    found = [
        one
        for one in partners_of(edition, organisation.id, limit=1).found
        if one.tier is not Tier.INSUFFICIENT and not is_dismissed(one, dismissals)
    ]
    best = sorted(found, key=lambda one: tuple(Tier).index(one.tier))[:_PARTNERS]
    note = t(
        "Pistes déduites de nos sources par des règles publiques, à vérifier avec les "
        "intéressés. Distances à vol d’oiseau."
    )
    network = in_language(f"/reseau?organisation={organisation.id}", t.language)
    more = "<p>" + link(t("Voir son réseau"), network) + "</p>"
    items = [_partner(one, telling) for one in best]
    return _section(t("Partenariats possibles"), note, items, more)


def _partner(partnership: Partnership, telling: Telling) -> str:
    other = partnership.b
    address = in_language(organisation_path(other.id, other.name), telling.t.language)
    reasons = reasons_of(partnership, telling.rulebook)
    told = (
        telling.category(partnership.category),
        telling.tier(partnership.tier),
        telling.distance(partnership),
    )
    return (
        f"<li>{link(other.name, address)}<br>{escape(' · '.join(told))}"
        f"<br>{escape(telling.say(reasons.fit))}</li>"
    )
