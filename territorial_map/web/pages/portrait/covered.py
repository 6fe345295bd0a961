"""What our sources cover in a territory, before any figure is told."""

from dash import html

from territorial_map.domain.dimensions import UNKNOWN
from territorial_map.services.coverage import CoveredKind
from territorial_map.services.coverage.words import kind_in_words
from territorial_map.services.portrait import TerritoryPortrait
from territorial_map.services.portrait.words import what_is_missing
from territorial_map.services.source_words import source_in_words
from territorial_map.web.base.addresses import SOURCES, in_language
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.charted import known_chart
from territorial_map.web.pages.portrait.wording import Part, list_address


def coverage_part(portrait: TerritoryPortrait, t: Texts) -> Part:
    """How much is known, by which sources and since when, and what they do not hold."""
    n = portrait.organisations
    lead = t.plural(
        "À lire d’abord : {n} organisation connue de nos sources, et ce qui nous manque pour en "
        "parler.",
        "À lire d’abord : {n} organisations connues de nos sources, et ce qui nous manque pour en "
        "parler.",
        n,
    )
    tiles = html.Ul(_tiles(portrait, t), className="portrait-tiles") if n else None
    content = [
        html.P(lead),
        tiles,
        _missing(portrait, t),
        *known_chart(portrait, t),
        _sources(portrait, t),
    ]
    return Part("couverture", t("Ce que nos sources savent d’ici"), content)


def _tiles(portrait: TerritoryPortrait, t: Texts) -> list[html.Li]:
    facts, n = portrait.facts, portrait.organisations
    told = (
        (t("avec un métier connu"), facts.with_trade),
        (t("avec un téléphone"), facts.with_phone),
        (t("avec un site web"), facts.with_website),
        (t("avec un effectif connu"), facts.with_size),
    )
    first, *others = (_tile(words, known, n, t) for words, known in told)
    unknown = n - facts.with_trade
    if unknown:
        asked = portrait.place.selection.choosing("sector", [UNKNOWN])
        words = t("{n} à renseigner", n=t.number(unknown))
        first.append(html.A(words, href=list_address(asked, t)))
        hint = t("Un métier que dit seul un programme public compte ici ; il reste à demander.")
        first.append(html.Span(hint, className="hint"))
    return [html.Li(tile) for tile in (first, *others)]


def _tile(words: str, known: int, n: int, t: Texts) -> list[Node]:
    figure = t("{known} sur {n}", known=t.number(known), n=t.number(n))
    meter = html.Meter(value=str(known), min="0", max=str(n), title=f"{known}/{n}")
    return [html.Strong(figure), html.Span(words), meter]


def _missing(portrait: TerritoryPortrait, t: Texts) -> html.Div:
    """What the sources do not hold here: kinds they know none of, and ordinary ESS employers."""
    told = what_is_missing(portrait, t)
    more = html.A(t("Sources, millésimes et limites"), href=in_language(SOURCES, t.language))
    lines = [html.P(one) for one in told]
    return html.Div([*lines, html.P(more)], className="coverage-note")


def _sources(portrait: TerritoryPortrait, t: Texts) -> html.Details:
    """Each kind with the sources that tell it here and their vintages."""
    rows = [_source_row(one, t) for one in portrait.coverage.kinds]
    return html.Details(
        [html.Summary(t("Quelles sources, depuis quand")), html.Ul(rows)], className="more"
    )


def _source_row(one: CoveredKind, t: Texts) -> html.Li:
    if len(one.sources) <= 3:
        return html.Li(kind_in_words(one, t))
    told = [
        html.Li(f"{source_in_words(s.name, t)} {s.since[:4]} : {t.number(s.organisations)}")
        for s in one.sources
    ]
    return html.Li([kind_in_words(one, t), html.Ul(told)])
