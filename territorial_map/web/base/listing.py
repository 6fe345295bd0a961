"""The list: its count, its lines, its end, and what to do when it is empty."""

from collections.abc import Sequence
from dataclasses import replace

from dash import html

from territorial_map.domain.listing import Listed, Page
from territorial_map.domain.vocabulary import EssStatus, Located
from territorial_map.web.base.marks import Node, badge, hidden, icon, named, page_link, symbol
from territorial_map.web.base.partnerships.card import group_toggle
from territorial_map.web.base.state import MOST_SHOWN, STEP, PageState, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import (
    phone_in_words,
    place_in_words,
    precision_in_words,
    sectors_in_words,
    what_it_is,
)


def count_in_words(page: Page, t: Texts) -> str:
    """The sentence that announces a result."""
    if page.total == 0:
        return t("Aucune organisation")
    total = t.plural("{n} organisation", "{n} organisations", page.total)
    if not page.unlocated:
        return total
    apart = t.plural("dont {n} sans position", "dont {n} sans position", page.unlocated)
    return f"{total}, {apart}"


def lines(page: Page, state: PageState, t: Texts) -> list[html.Li]:
    """The lines of a page of results, each with a real link."""
    return [line(item, state, t) for item in page.items]


def line(item: Listed, state: PageState, t: Texts) -> html.Li:
    """One organisation: symbol, name, what it is, what it does, where."""
    attributes = {"data-id": item.id}
    if item.point is not None:
        attributes |= {"data-lon": str(item.point.lon), "data-lat": str(item.point.lat)}
    chosen = " is-open" if item.id == state.organisation else ""
    return html.Li(
        [
            symbol(item.kind, precise=item.located is Located.ADDRESS),
            html.Div(
                [
                    html.Div(_name(item, state), className="line-name"),
                    html.Div(_what(item, t), className="line-what"),
                    html.Div(
                        sectors_in_words(item, t),
                        className="line-sectors" if item.sectors else "line-sectors is-unknown",
                    ),
                    html.Div(_where(item, t), className="line-where"),
                    html.Div(_paper_only(item, t), className="line-paper"),
                ],
                className="line-body",
            ),
            group_toggle(item.id, item.name, t, "icon-only"),
        ],
        className=f"line{chosen}",
        **named(attributes),
    )


def _name(item: Listed, state: PageState) -> list[Node]:
    link = page_link(item.name, search_of(state.opening(item.id)), class_name="line-link")
    return [link, badge(item.acronym, "quiet")] if item.acronym else [link]


def _what(item: Listed, t: Texts) -> list[Node]:
    parts: list[Node] = [what_it_is(item, t)]
    if item.ess_status in {EssStatus.STATUTORY, EssStatus.COMMERCIAL_COMPANY}:
        parts.append(badge(t("ESS"), "strong"))
    return parts


def _where(item: Listed, t: Texts) -> list[Node]:
    parts: list[Node] = [icon("map-pin"), html.Span(place_in_words(item, t))]
    if item.distance_km is not None:
        parts.append(badge(t("à {distance}", distance=t.distance(item.distance_km)), "plain"))
    remark = precision_in_words(item.located, t)
    if remark:
        parts.append(html.Span(remark, className="line-remark"))
    return parts


def _paper_only(item: Listed, t: Texts) -> list[Node]:
    """What a printed list adds: address, phone, vintage, and room to tick and note."""
    address = " ".join(part for part in (item.address, item.postcode, item.commune) if part)
    phone = phone_in_words(item.phone) if item.phone else t("téléphone non renseigné")
    source = t("{source}, {vintage}", source=item.source, vintage=t.date(item.vintage))
    return [
        html.Div(" · ".join(part for part in (address, phone, source) if part)),
        html.Div(t("☐ Vérifié le ……………… par ………………………………")),
    ]


def end_of_list(page: Page, state: PageState, t: Texts) -> list[Node]:
    """How many of how many are shown, and the way to the others."""
    shown = len(page.items)
    if shown == 0:
        return []
    told = t("{n} sur {total}", n=t.number(shown), total=t.number(page.total))
    nodes: list[Node] = [html.P(told, className="n-of-n")]
    if shown < page.total and state.shown < MOST_SHOWN:
        more = replace(state, shown=state.shown + STEP)
        nodes.append(
            page_link(t("Afficher plus"), search_of(more), class_name="button button-wide")
        )
    elif shown < page.total:
        nodes.append(
            html.P(
                t("Pour voir les suivantes, affinez les filtres ou exportez la liste complète."),
                className="hint",
            )
        )
    return nodes


def nothing_found(looser: Sequence[tuple[str, int, str]], unknown_text: str, t: Texts) -> html.Li:
    """An empty result: per filter that could go, how many organisations would come back.

    ``looser`` holds the filter in words, the count without it, and the address without it;
    ``unknown_text`` is the typed text when it meets nothing in the whole directory.
    """
    useful = [entry for entry in looser if entry[1] > 0]
    if unknown_text:
        words = t(
            "« {text} » ne ressemble à aucun nom, sigle, commune ni dispositif du répertoire.",
            text=unknown_text,
        )
        advice: Node = html.P(words)
    elif not useful:
        advice = html.P(t("Plusieurs filtres sont à assouplir ensemble."))
    else:
        advice = html.Ul(
            [
                html.Li(
                    page_link(
                        [
                            html.Span(t("Retirer « {filter} »", filter=words)),
                            hidden(" : "),
                            html.Span(
                                t.plural("{n} organisation", "{n} organisations", count),
                                className="count",
                            ),
                        ],
                        address,
                        class_name="loosen",
                    )
                )
                for words, count, address in useful
            ]
        )
    return html.Li(
        [
            html.P(t("Aucune organisation ne répond à tous ces filtres."), className="empty-title"),
            html.P(
                t("Cela veut dire : non connue de nos sources, pas forcément absente."),
                className="hint",
            ),
            advice,
            page_link(
                t("Tout effacer"),
                search_of(PageState(language=t.language)),
                class_name="button",
            ),
        ],
        className="empty",
    )
