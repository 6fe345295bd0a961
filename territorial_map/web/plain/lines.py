"""A list of organisations as plain HTML: its lines, its pages, and the filters that made it."""

from collections.abc import Callable
from html import escape

from territorial_map.domain.listing import Listed, Page
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import EssStatus, Located
from territorial_map.web.base.addresses import AddressOf
from territorial_map.web.base.facets import GROUPS, Facets, shown_values, value_name
from territorial_map.web.base.html import to_html
from territorial_map.web.base.marks import badge, symbol
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import (
    place_in_words,
    precision_in_words,
    sectors_in_words,
    what_it_is,
)
from territorial_map.web.plain.markup import Option, link, tick_group

PageAddress = Callable[[int], str]
LINES = 50


def organisation_lines(
    items: tuple[Listed, ...], address_of: AddressOf, t: Texts, target: str = ""
) -> str:
    """Each organisation's name with its link, what it is, what it does, where it is."""
    opening = {"target": target, "rel": "noopener"} if target else {}
    return "".join(_line(item, address_of(item.id, item.name), opening, t) for item in items)


def _line(item: Listed, href: str, opening: dict[str, str], t: Texts) -> str:
    acronym = f" {to_html(badge(item.acronym, 'quiet'))}" if item.acronym else ""
    is_ess = item.ess_status in {EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY}
    ess = " " + to_html(badge(t("ESS"), "strong")) if is_ess else ""
    where = [place_in_words(item, t)]
    if item.distance_km is not None:
        where.append(t("à {distance}", distance=t.distance(item.distance_km)))
    where += filter(None, [precision_in_words(item.located, t)])
    unknown = "" if item.sectors else " is-unknown"
    return (
        f'<li class="line" data-id="{escape(item.id)}">'
        f"{to_html(symbol(item.kind, precise=item.located is Located.ADDRESS))}"
        f'<div class="line-body"><div class="line-name">'
        f"{link(item.name, href, **{'class': 'line-link'}, **opening)}{acronym}</div>"
        f'<div class="line-what">{escape(what_it_is(item, t))}{ess}</div>'
        f'<div class="line-sectors{unknown}">{escape(sectors_in_words(item, t))}</div>'
        f'<div class="line-where">{escape(" · ".join(where))}</div></div></li>'
    )


def turning(page: Page, number: int, address_of: PageAddress, t: Texts) -> str:
    """« 51 à 100 sur 312 », and links to the pages before and after."""
    if not page.items:
        return ""
    told = t(
        "{first} à {last} sur {total}",
        first=t.number(page.offset + 1),
        last=t.number(page.offset + len(page.items)),
        total=t.number(page.total),
    )
    parts = [f'<p class="n-of-n">{escape(told)}</p>']
    if number > 1:
        parts.append(link(t("Page précédente"), address_of(number - 1), rel="prev"))
    if page.offset + len(page.items) < page.total:
        parts.append(link(t("Page suivante"), address_of(number + 1), rel="next"))
    label = escape(t("Pages de la liste"))
    return f'<nav class="turning" aria-label="{label}">{"".join(parts)}</nav>'


def filter_fields(
    facets: Facets,
    selection: Selection,
    names: tuple[str, ...],
    guide: PracticeCatalogue,
    t: Texts,
) -> list[str]:
    """Boxes to tick, a group per filter that is named, with live counts; zeros are left out."""
    fields = []
    for group in GROUPS:
        if group.name not in names:
            continue
        chosen = selection.chosen(group.name)
        values = shown_values(group, facets.get(group.name, ()), chosen)
        options = [
            Option(
                value.value,
                value_name(group.name, value, guide, t),
                t.number(value.count),
                value.value in chosen,
            )
            for value in values
            if value.count or value.value in chosen
        ]
        if options:
            fields.append(tick_group(group.name, t(group.title), options))
    return fields
