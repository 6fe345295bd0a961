"""What every section of the panel needs besides the sheet."""

from dataclasses import dataclass

from dash import html

from territorial_map.domain.knowledge import Explanations
from territorial_map.domain.listing import Listed
from territorial_map.domain.selection import Selection
from territorial_map.domain.term import Term
from territorial_map.web.base.addresses import HOME, in_language, organisation_path
from territorial_map.web.base.french import in_french
from territorial_map.web.base.marks import Node, badge, icon, page_link, symbol
from territorial_map.web.base.state import PageState, search_of
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import place_in_words, what_it_is


@dataclass(frozen=True, slots=True)
class Context:
    """The page around the panel, the texts, what words mean, and when the edition was built.

    Names lead to sheets over the same selection; where there is no app, to their own addresses.
    """

    state: PageState
    t: Texts
    explanations: Explanations
    built_on: str
    in_app: bool = True

    def explained(self, name: str, term: Term) -> tuple[str, str | None] | None:
        """A term in plain words with the text that founds it, if the explanations have it."""
        found = self.explanations.get((name, term.value))
        if found is None:
            return None
        return self.t.say(found.sentence), found.source

    def selecting(self, name: str, value: str) -> str:
        """The address that lists every organisation with one value."""
        fresh = PageState(language=self.state.language)
        return HOME + search_of(fresh.selecting(Selection.of({name: [value]})))

    def sheet(self, item: Listed) -> str:
        """The address of another organisation's sheet."""
        if self.in_app:
            return HOME + search_of(self.state.opening(item.id))
        return in_language(organisation_path(item.id, item.name), self.t.language)


def section(title: str, *children: Node, name: str) -> html.Section:
    """A titled section of the panel."""
    return html.Section([html.H3(title), *children], className=f"panel-section panel-{name}")


def answered(title: str, answer: Node, *children: Node, name: str) -> html.Section:
    """A folded section of the panel whose summary already answers; what shows it is inside."""
    return html.Section(fold(title, answer, *children), className=f"panel-section panel-{name}")


def fold(title: str, answer: Node, *children: Node) -> html.Details:
    """A question with its answer, what founds it one click away."""
    heading: list[Node] = [icon("chevron-down"), html.H3(title)]
    if answer:
        heading += [" ", html.Span(answer, className="fold-answer")]
    body = html.Div(list(children), className="fold-body")
    return html.Details([html.Summary(heading), body], className="fold")


def neighbour(item: Listed, context: Context, remark: Node = None) -> html.Li:
    """Another organisation as one line with its link."""
    t = context.t
    told: list[Node] = [what_it_is(item, t), " · ", place_in_words(item, t)]
    if item.distance_km is not None:
        told += [" ", badge(t.distance(item.distance_km))]
    if remark is not None:
        told += [" ", remark]
    return html.Li(
        [
            symbol(item.kind),
            html.Div(
                [
                    html.Span(page_link(item.name, context.sheet(item)), **in_french(t)),
                    html.Div(told, className="neighbour-told"),
                ]
            ),
        ],
        className="neighbour",
    )


def folded(items: list[html.Li], summary: str, at_once: int = 5) -> list[Node]:
    """A list whose end is folded behind a summary when it is long."""
    shown: list[Node] = [html.Ul(items[:at_once], className="neighbours")]
    if len(items) > at_once:
        rest = html.Ul(items[at_once:], className="neighbours")
        heading = html.Summary([summary, icon("chevron-down")])
        shown.append(html.Details([heading, rest], className="more"))
    return shown


def n_of_n(shown: int, total: int, t: Texts) -> list[Node]:
    """« n sur N » when something is cut."""
    if shown >= total:
        return []
    words = t("{n} sur {total}", n=t.number(shown), total=t.number(total))
    return [html.P(words, className="n-of-n")]
