"""What our sources cover, on the page of sources: by kind, then by région."""

from dash import html

from territorial_map.domain.edition import Edition
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.coverage import (
    CoveredKind,
    TerritoryCoverage,
    zonings_in_words,
    zonings_of,
)
from territorial_map.services.coverage.map import HEIGHT, WIDTH, class_ranges
from territorial_map.services.source_words import source_in_words
from territorial_map.web.base.marks import Node, hidden
from territorial_map.web.base.texts import Texts


def coverage_tables(
    whole: TerritoryCoverage,
    regions: tuple[TerritoryCoverage, ...],
    departments: tuple[TerritoryCoverage, ...],
    edition: Edition,
    t: Texts,
) -> list[Node]:
    """For each kind its sources and known facts, then how many of each kind by territory.

    The map says what the table of départements beside it says.
    """
    lead = t(
        "Ce que nos sources connaissent, pas ce qui existe. Une case sans nombre veut dire que "
        "nos sources n’y connaissent rien."
    )
    command = t("Par EPCI, dans un terminal : {command}", command=_COMMAND)
    return [
        html.H3(t("Couverture"), id="couverture"),
        html.P(lead),
        _by_kind(whole, t),
        _by_territory(regions, t("Région"), t("Organisations connues par région"), t),
        *_maps(edition.id, t),
        _departments(departments, t),
        html.P(command, className="hint"),
        *_zonings(edition, t),
    ]


def _zonings(edition: Edition, t: Texts) -> list[Node]:
    """Of which zonings the edition can tell, and of which it cannot: its filters say the same."""
    lines = zonings_in_words(zonings_of(edition.report), t)
    note = t(
        "Un quartier prioritaire ne se dit que d’une adresse située ; un autre zonage, de la "
        "commune entière."
    )
    title = html.H4(t("Zonages"), id="zonages")
    return [title, html.Ul([html.Li(line) for line in lines]), html.P(note, className="hint")]


_COMMAND = "territorial-map coverage --by epci"
_MAP = "/api/v1/coverage/map.svg"


def _maps(edition_id: str, t: Texts) -> list[Node]:
    """One map for all, and one per kind, folded; each says its figures without colour nor tile."""
    ranges = " ; ".join(class_ranges())
    note = t(
        "Nombre d’organisations connues par département, en classes ({ranges}). Hachuré : nos "
        "sources n’y connaissent rien. Le tableau des départements dit les mêmes nombres.",
        ranges=ranges,
    )
    whole = _map(t("Carte de couverture, tous types ensemble"), "", edition_id)
    kinds = [
        html.Details(
            [
                html.Summary(t(kind.label)),
                _map(t("Carte de couverture : {kind}", kind=t(kind.label)), kind.value, edition_id),
            ],
            className="more",
        )
        for kind in Kind
    ]
    title = html.H4(t("Carte de couverture"), id="carte-de-couverture")
    return [title, html.P(note, className="hint"), whole, *kinds]


def _map(words: str, kind: str, edition_id: str) -> html.Figure:
    asked = f"kind={kind}&" if kind else ""
    image = html.Img(
        src=f"{_MAP}?{asked}edition={edition_id}",
        alt=words,
        width=WIDTH,
        height=HEIGHT,
        className="coverage-map",
    )
    return html.Figure([image, html.Figcaption(words)], className="coverage-figure")


def _departments(departments: tuple[TerritoryCoverage, ...], t: Texts) -> html.Details:
    caption = t("Organisations connues par département")
    table = _by_territory(departments, t("Département"), caption, t)
    return html.Details([html.Summary(t("Tableau des départements")), table], className="more")


def _by_kind(whole: TerritoryCoverage, t: Texts) -> html.Div:
    numbers = (
        t("Organisations"),
        t("Métier connu"),
        t("Téléphone"),
        t("Site web"),
        t("Effectif"),
        t("Code NAF"),
    )
    head = [html.Th(t("Type"), scope="col")]
    head += [html.Th(words, scope="col", className="number") for words in numbers]
    head += [html.Th(t("Sources et millésimes"), scope="col")]
    rows = [html.Tr(_kind_cells(one, t)) for one in whole.kinds]
    return _table(t("Ce que l’on sait de chaque type"), head, rows)


def _kind_cells(one: CoveredKind, t: Texts) -> list[Node]:
    sources = (_source(source_in_words(s.name, t), s.since, s.until) for s in one.sources)
    shares = (one.with_trade, one.with_phone, one.with_website, one.with_size, one.with_naf)
    return [
        html.Th(t(one.kind.label), scope="row"),
        html.Td(t.number(one.organisations), className="number"),
        *(html.Td(_share(one, known, t), className="number") for known in shares),
        html.Td(" ; ".join(sources)),
    ]


def _share(one: CoveredKind, known: int, t: Texts) -> str:
    share = one.share(known)
    return t("{n} %", n=round(100 * share)) if share is not None else "—"


def _source(name: str, since: str, until: str) -> str:
    years = sorted({since[:4], until[:4]} - {""})
    return f"{name} ({'–'.join(years)})" if years else name


def _by_territory(
    covered: tuple[TerritoryCoverage, ...], level: str, caption: str, t: Texts
) -> html.Div:
    head = [html.Th(level, scope="col")]
    head += [html.Th(t(kind.label), scope="col", className="number") for kind in Kind]
    rows = [
        html.Tr(
            [
                html.Th(one.name or t("Sans territoire connu"), scope="row"),
                *(html.Td(_count(kind, t), className="number") for kind in one.kinds),
            ]
        )
        for one in covered
    ]
    return _table(caption, head, rows)


def _count(one: CoveredKind, t: Texts) -> Node:
    if one.organisations:
        return t.number(one.organisations)
    return ["—", hidden(t("non connu de nos sources ici"))]


def _table(caption: str, head: list[Node], rows: list[html.Tr]) -> html.Div:
    table = html.Table([html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(rows)])
    return html.Div(table, className="table-scroll", tabIndex=0)
