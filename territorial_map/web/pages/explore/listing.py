"""The list: its lines, its end, and what to do when it is empty."""

from collections.abc import Sequence
from dataclasses import replace

from dash import html

from territorial_map.domain.listing import Listed, Page
from territorial_map.web.base.addresses import HOME
from territorial_map.web.base.covered import covered_lines
from territorial_map.web.base.list_buttons import keep_toggle
from territorial_map.web.base.marks import Node, hidden, page_link
from territorial_map.web.base.organisation_line import Way, organisation_line
from territorial_map.web.base.state import MOST_SHOWN, STEP, PageState, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.to_call import phone_button


def one_line(item: Listed, state: PageState, t: Texts, *more: Node) -> html.Li:
    """A line of the results, with a real link over the same screen, and its phone to press.

    ``more`` stands in the place of the phone.
    """
    called = phone_button(item, t)
    way = Way(lambda any_id, _name: HOME + search_of(state.opening(any_id)), in_app=True)
    return organisation_line(
        item,
        way,
        t,
        opened=item.id == state.organisation,
        buttons=(*(more or filter(None, [called])), keep_toggle(item.id, item.name, t)),
    )


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
            page_link(t("Afficher plus"), HOME + search_of(more), class_name="button button-wide")
        )
    elif shown < page.total:
        nodes.append(
            html.P(
                t("Pour voir les suivantes, affinez les filtres ou exportez la liste complète."),
                className="hint",
            )
        )
    return nodes


def nothing_found(
    looser: Sequence[tuple[str, int, str]],
    unknown_text: str,
    known_here: Sequence[str],
    cleared: str,
    t: Texts,
) -> html.Li:
    """An empty result: per filter that could go, how many organisations would come back.

    ``looser`` holds the filter in words, the count without it, and the address without it;
    ``unknown_text`` is the typed text when it meets nothing in the whole directory, ``known_here``
    what our sources cover where it was looked for, ``cleared`` the address without any filter.
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
            *covered_lines(known_here, t),
            advice,
            page_link(t("Tout effacer"), cleared, class_name="button"),
        ],
        className="empty",
    )
