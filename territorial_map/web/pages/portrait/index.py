"""The index of territories: a box that finds one, then régions with their départements."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.commune_groups import AnyTerritory, CommuneGroup, GroupLevel
from territorial_map.domain.territory import Territory, TerritoryLevel
from territorial_map.domain.text import fold
from territorial_map.services.explore.gazetteer import PlaceName
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.portrait.words import level_in_words
from territorial_map.services.portrait.zones import zones_named, zones_of
from territorial_map.web.base.addresses import GROUPS, PORTRAITS, in_language, territory_path
from territorial_map.web.base.marks import Node
from territorial_map.web.base.opening import opening
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.titles import Heading
from territorial_map.web.pages.portrait.my_groups import my_groups
from territorial_map.web.pages.portrait.wording import portrait_link
from territorial_map.web.plain.forms import form, hidden_fields, submit, text_field
from territorial_map.web.plain.search import WHERE

_MOST_FOUND = 20
Found = tuple[Sequence[PlaceName], Sequence[CommuneGroup]]
"""Territories by name, then zones by name."""


def index_document(heading: Heading, typed: str, edition: OpenEdition, t: Texts) -> list[Node]:
    """The finder, what it found, and every région and département."""
    found = edition.gazetteer.find(typed, _MOST_FOUND) if typed else ()
    groups = in_language(GROUPS, t.language)
    return [
        *opening(heading),
        _finder(typed, t),
        html.P(html.A(t("Faire le portrait d’un groupe de communes"), href=groups)),
        my_groups(t),
        _found(typed, (found, zones_named(edition, typed, _MOST_FOUND)), t) if typed else None,
        html.Section([html.H3(t("Par région")), *_regions(edition, t)], id="regions"),
        _zones(edition, t),
    ]


def _finder(typed: str, t: Texts) -> Node:
    hint = t("Commune, code postal, EPCI, département, région")
    kept = [] if t.language is Language.FRENCH else [("lang", t.language.value)]
    fields = [
        text_field(WHERE, t("Quel territoire ?"), typed, hint),
        submit(t("Chercher")),
        *hidden_fields(kept),
    ]
    return form(PORTRAITS, fields, "plain-search portrait-finder", searches=True)


def _found(typed: str, known: Found, t: Texts) -> html.Section:
    found, zones = known
    title = html.H3(t("Territoires trouvés pour « {place} »", place=typed), id="trouves")
    if not found and not zones:
        told = t("Aucun territoire ne s’appelle « {place} ».", place=typed)
        advice = t("Essayez un nom plus court, un code postal, ou choisissez ci-dessous.")
        return html.Section([title, html.P(told, role="status"), html.P(advice)])
    items = [
        html.Li([_named(one, t), html.Span(f" {one.context}", className="hint")]) for one in found
    ]
    items += [
        html.Li([portrait_link(one, t), html.Span(f" {_what(one, t)}", className="hint")])
        for one in zones
    ]
    return html.Section([title, html.Ul(items)])


def _what(zone: CommuneGroup, t: Texts) -> str:
    n = t.plural("{n} commune", "{n} communes", len(zone.communes))
    return f"{level_in_words(zone.level, t)}, {n}"


def _zones(edition: OpenEdition, t: Texts) -> Node:
    """The zones d'emploi by name, folded; bassins de vie are too many: they are looked for.

    Nothing in an older edition, which knows no communes of zones.
    """
    kind = GroupLevel.EMPLOYMENT_ZONE
    zones = [one for (level, _), one in zones_of(edition).items() if level is kind]
    if not zones:
        return None
    ordered = sorted(zones, key=lambda one: (fold(one.name), one.code))
    items = [html.Li(_with_count(one, edition.counts(kind.value), t)) for one in ordered]
    words = t("Zones d’emploi : {n}", n=len(zones))
    told = html.Details([html.Summary(words), html.Ul(items)], className="more portrait-region")
    hint = t("Un bassin de vie : cherchez-le par son nom, ou depuis le portrait d’une commune.")
    return html.Section(
        [html.H3(t("Zones d’emploi et bassins de vie")), html.P(hint), told], id="zones"
    )


def _named(one: PlaceName, t: Texts) -> html.A:
    return html.A(one.name, href=in_language(territory_path(one.territory), t.language))


def _regions(edition: OpenEdition, t: Texts) -> list[html.Div]:
    counts = {level: edition.counts(level.value) for level in _TOLD}
    departments = edition.gazetteer.of_level(TerritoryLevel.DEPARTMENT)
    regions = sorted(edition.gazetteer.of_level(TerritoryLevel.REGION), key=_by_name)
    told = []
    for region in regions:
        inside = [one for one in departments if one.region_code == region.code]
        items = [_line(one, counts[one.level], t) for one in sorted(inside, key=_by_code)]
        title = html.H4(_with_count(region, counts[region.level], t))
        told.append(html.Div([title, html.Ul(items)], className="portrait-region"))
    lone = [one for one in departments if one.region_code is None]
    if lone:
        items = [_line(one, counts[one.level], t) for one in sorted(lone, key=_by_code)]
        title = html.H4(t("Collectivités d’outre-mer"))
        told.append(html.Div([title, html.Ul(items)], className="portrait-region"))
    return told


_TOLD = (TerritoryLevel.REGION, TerritoryLevel.DEPARTMENT)


def _by_name(one: Territory) -> str:
    return fold(one.name)


def _by_code(one: Territory) -> str:
    return one.code


def _line(one: Territory, counts: dict[str, int], t: Texts) -> html.Li:
    return html.Li(_with_count(one, counts, t))


def _with_count(one: AnyTerritory, counts: dict[str, int], t: Texts) -> list[Node]:
    """A territory and how many organisations are known there; unknown is told, not zero."""
    n = counts.get(one.code, 0)
    told = f" ({t.number(n)})" if n else f" ({t('non connu')})"
    return [portrait_link(one, t), html.Span(told, className="count")]
