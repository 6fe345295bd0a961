"""A list that asks for a trade, in three: who is known to have it, who is to be called, the others.

Zero known is not nobody: what no source tells is asked on the phone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dash import html

from territorial_map.domain.listing import Listed, Page
from territorial_map.domain.trade_question import TradeCounts
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.trade_counts import count_in_three, trade_counts
from territorial_map.services.explore.trade_groups import TradeGroups, trade_groups
from territorial_map.web.base.listing import count_in_words
from territorial_map.web.base.marks import Node, icon, page_link
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import phone_in_words, phone_link

Line = Callable[[Listed, tuple[Node, ...]], html.Li]
"""How a line is painted where the list is, with more parts at its end."""


@dataclass(frozen=True, slots=True)
class CallSlice:
    """Which of the lines to call: ``limit`` at most, behind ``offset`` of them."""

    limit: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ListWays:
    """How lines are painted where a list is, and where its further answers are; blank: nowhere.

    ``nothing`` is the line of an empty list, ``whole`` the address without the trade, ``more`` that
    of more lines to call, ``called`` which of them are told here, ``complete`` where what they say
    on the phone can be told.
    """

    line: Line
    nothing: Callable[[], html.Li]
    called: CallSlice
    whole: str = ""
    more: str = ""
    complete: str = ""


@dataclass(frozen=True, slots=True)
class ToldList:
    """The count of a list and its lines; ``unknown`` more are to be called, here or further on."""

    count: str
    lines: list[html.Li]
    unknown: int = 0


def told_list(
    edition: OpenEdition, state: PageState, page: Page, ways: ListWays, t: Texts
) -> ToldList:
    """A list, with those to call behind the last of those that are known."""
    selection = state.selection
    counts = trade_counts(edition, selection)
    lines = [ways.line(item, ()) for item in page.items]
    if not lines and (counts is None or not counts.unknown):
        lines = [ways.nothing()]
    if counts is None or not counts.any:
        return ToldList(count_in_words(page, t), lines)
    lines = [_parts(counts, ways.whole, t), *lines]
    if page.offset + len(page.items) >= page.total:
        called = ways.called
        groups = trade_groups(
            edition, selection, counts, state.sorted_by, called.limit, called.offset
        )
        lines += _beside(groups, ways, t)
    return ToldList(count_in_three(counts, t), lines, counts.unknown)


def _parts(counts: TradeCounts, whole: str, t: Texts) -> html.Li:
    """The three counts, before the list."""
    links: list[Node] = [
        _part(counts.known, t("activité connue"), t),
        _part(counts.unknown, t("activité non renseignée, à appeler"), t),
        _part(counts.other, t("autre activité connue"), t, whole),
    ]
    return html.Li([html.Ul(links, className="trade-parts"), *_meaning(counts, t)])


def _part(count: int, words: str, t: Texts, href: str = "") -> html.Li:
    told: list[Node] = [html.Strong(t.number(count)), " ", words]
    if not href or not count:
        return html.Li(html.Span(told, className="trade-part"))
    return html.Li(page_link(told, href, class_name="trade-part"))


def _meaning(counts: TradeCounts, t: Texts) -> list[Node]:
    if counts.known or not counts.unknown:
        return []
    told = counts.other
    every = told + counts.unknown
    words = t.plural(
        "Zéro ne veut pas dire « personne » : l’activité de la seule organisation n’est pas "
        "renseignée.",
        "Zéro ne veut pas dire « personne » : nos sources disent ce que font {told} de ces {n} "
        "organisations.",
        every,
        told=t.number(told),
    )
    return [html.P(words, className="hint")]


def _beside(groups: TradeGroups, ways: ListWays, t: Texts) -> list[html.Li]:
    """Those to call, then the nearest known, each group under its heading."""
    nodes: list[html.Li] = []
    if groups.counts.unknown:
        asking: list[Node] = [_questions(groups, t), _complete(groups, ways.complete, t)]
        nodes += [_heading(groups, t), html.Li(asking, className="to-ask")]
        nodes += _folded(groups, ways.line, t)
        rest = groups.counts.unknown - ways.called.offset - len(groups.to_call)
        if rest > 0:
            told: Node = t.plural("et {n} autre à appeler", "et {n} autres à appeler", rest)
            if ways.more:
                told = page_link(told, ways.more, class_name="button button-wide")
            nodes.append(html.Li(told, className="more-to-call"))
    if groups.nearest and not ways.called.offset:
        title = t("Les plus proches dont c’est l’activité, ailleurs")
        nodes.append(html.Li(html.H3(title), className="group-heading"))
        nodes += [ways.line(item, ()) for item in groups.nearest]
    return nodes


def _heading(groups: TradeGroups, t: Texts) -> html.Li:
    records = t.plural("{n} fiche", "{n} fiches", groups.counts.unknown)
    numbers = t.plural("{n} numéro", "{n} numéros", groups.numbers)
    told = [records, numbers]
    if groups.without_phone:
        told.append(
            t.plural("{n} sans téléphone connu", "{n} sans téléphone connu", groups.without_phone)
        )
    title = t("À appeler : {words}", words=", ".join(told))
    return html.Li(html.H3(title), className="group-heading")


def _questions(groups: TradeGroups, t: Texts) -> html.Details:
    return html.Details(
        [
            html.Summary(t("Que demander au téléphone ?")),
            html.Ul([html.Li(t.say(question)) for question in groups.questions]),
        ]
    )


def _complete(groups: TradeGroups, href: str, t: Texts) -> Node:
    """The way to say what they answered, where the host takes it."""
    if not href:
        return None
    words = t.plural(
        "Compléter la fiche après l’appel",
        "Compléter les {n} fiches après vos appels",
        groups.counts.unknown,
    )
    return html.P(html.A([icon("pencil"), words], href=href, className="button button-small"))


def _folded(groups: TradeGroups, line: Line, t: Texts) -> list[html.Li]:
    """Each line with its phone; those of the number told before, on an earlier page too, say so."""
    nodes: list[html.Li] = []
    before = groups.before
    for item in groups.to_call:
        if before is not None and item.phone and item.phone == before.phone:
            words = t("Même numéro que {name} : un seul appel", name=before.name)
            nodes.append(line(item, (html.Span(words, className="same-phone"),)))
            continue
        before = item
        unknown = html.Span(t("téléphone non renseigné"), className="same-phone")
        nodes.append(line(item, (phone_button(item, t) or unknown,)))
    return nodes


def phone_button(item: Listed, t: Texts) -> html.A | None:
    """The number of an organisation, to press; none where no source tells it."""
    if not item.phone:
        return None
    label = t("Appeler {name} : {phone}", name=item.name, phone=phone_in_words(item.phone))
    told = {"className": "button button-small to-phone", "aria-label": label}
    return phone_link(item.phone, marked=True, **told)
