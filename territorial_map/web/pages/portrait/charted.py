"""What a portrait draws: rates beside elsewhere, who lives near what, what is known and not."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.reach import REACH_KM, ReachTarget
from territorial_map.services.portrait import FigureRow, TerritoryPortrait
from territorial_map.services.portrait.figures import Figure
from territorial_map.services.portrait.reach import Reach
from territorial_map.services.portrait.words import (
    quantity_in_words,
    rate_in_words,
    share_in_words,
)
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.portrait.charts import Bar, BarGroup, Chart, chart_parts


def rates_chart(portrait: TerritoryPortrait, t: Texts) -> list[Node]:
    """Organisations for 10,000 inhabitants, by kind: here, those alike, each wider territory."""
    figures = portrait.figures
    rows = (figures.total, *figures.kinds)
    told = [(_name(row, t), _rates(portrait, row, t)) for row in rows]
    most = max((bar.value or 0 for _, bars in told for bar in bars), default=0)
    if not most:
        return []
    groups = tuple(BarGroup(name, _hatched(bars, most)) for name, bars in told)
    title = t("Organisations pour 10 000 habitants, ici et ailleurs")
    columns = [bar.name for bar in told[0][1]]
    body = [(name, [bar.told for bar in bars]) for name, bars in told]
    table = _table(title, t("Type"), columns, body)
    return chart_parts(Chart(title, groups, most, table), _source(portrait, t), t)


def _rates(portrait: TerritoryPortrait, row: FigureRow, t: Texts) -> list[Bar]:
    bars = [rate_bar(t("Ici"), row.here, t, strong=True)]
    if portrait.alike is not None and portrait.alike.territories:
        rate = row.alike.median_rate if row.alike else None
        words = t("non connu") if rate is None else quantity_in_words(rate, t)
        bars.append(Bar(t("Médiane, semblables"), rate, words))
    wider = [one.name for one in portrait.place.wider]
    names = (*wider, t("France"))
    return bars + [rate_bar(name, one, t) for name, one in zip(names, row.beside, strict=True)]


def rate_bar(name: str, figure: Figure, t: Texts, *, strong: bool = False) -> Bar:
    """A rate as a bar; unknown, none known, or too few for a rate are told in words.

    Of these the first alone has no value.
    """
    if figure.count is None:
        return Bar(name, None, t("non connu"), strong=strong)
    value = figure.rate if figure.count else 0.0
    words = rate_in_words(figure, t) if figure.count else t("0 connue")
    if value is None:
        words = t("petit nombre ({n})", n=figure.count)
    return Bar(name, 0.0 if value is None else value, words, strong=strong)


def _hatched(bars: Sequence[Bar], most: float) -> tuple[Bar, ...]:
    """What has no length at all is not known: its band is as long as the axis."""
    return tuple(
        Bar(one.name, None, one.told, most, one.strong) if one.value is None else one
        for one in bars
    )


def reach_chart(portrait: TerritoryPortrait, table: html.Table, t: Texts) -> list[Node]:
    """Shares of inhabitants within each distance, by kind of place; ``table`` says the same."""
    known = {one.target: one for one in portrait.reach or ()}
    groups = tuple(_shares(target, known.get(target), t) for target in ReachTarget)
    title = t("Part des habitants, par distance au plus proche")
    return chart_parts(Chart(title, groups, 1, table), _source(portrait, t), t)


def _shares(target: ReachTarget, one: Reach | None, t: Texts) -> BarGroup:
    if one is None:
        bars = tuple(Bar(_within(km, t), None, t("non connu"), 1) for km in REACH_KM)
        return BarGroup(t(target.label), bars)
    told = zip(REACH_KM, one.shares, strict=True)
    bars = tuple(
        Bar(_within(km, t), share, share_in_words(share, t), float(share is None), km == 10)
        for km, share in told
    )
    return BarGroup(t(target.label), bars)


def _within(km: int, t: Texts) -> str:
    return t("moins de {n} km", n=km)


def known_chart(portrait: TerritoryPortrait, t: Texts) -> list[Node]:
    """Of each kind known here, how many have a trade, a phone and a size that sources tell."""
    kinds = [one for one in portrait.facts.kinds if one.organisations]
    if not kinds:
        return []
    columns = [t("Métier"), t("Téléphone"), t("Effectif")]
    groups, body = [], []
    for one in kinds:
        n = one.organisations
        told = zip(columns, (one.with_trade, one.with_phone, one.with_size), strict=True)
        bars = [Bar(name, known / n, _of(known, n, t), 1 - known / n) for name, known in told]
        groups.append(BarGroup(t(one.kind.label), tuple(bars)))
        body.append((t(one.kind.label), [bar.told for bar in bars]))
    title = t("Ce qui est connu de chaque fiche, par type")
    table = _table(title, t("Type"), columns, body)
    return chart_parts(Chart(title, tuple(groups), 1, table), _source(portrait, t), t)


def _of(known: int, n: int, t: Texts) -> str:
    return t("{known} sur {n}", known=t.number(known), n=t.number(n))


def _name(row: FigureRow, t: Texts) -> str:
    return t(row.label) if row.label else t("Toutes les organisations")


def _source(portrait: TerritoryPortrait, t: Texts) -> str:
    place, date = portrait.place.territory.name, t.date(portrait.built_on)
    return t("{place} · édition du {date}", place=place, date=date)


def _table(
    title: str, first: str, columns: Sequence[str], body: Sequence[tuple[str, Sequence[str]]]
) -> html.Table:
    head = [html.Th(first, scope="col")]
    head += [html.Th(one, scope="col", className="number") for one in columns]
    rows = [
        html.Tr([html.Th(name, scope="row"), *(html.Td(c, className="number") for c in cells)])
        for name, cells in body
    ]
    return html.Table([html.Caption(title), html.Thead(html.Tr(head)), html.Tbody(rows)])
