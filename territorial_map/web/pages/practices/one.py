"""The page of one heading: what was done, what it takes, what it cites, the state of the law."""

from dash import html

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.practices.catalogue import (
    Practice,
    PracticeCatalogue,
    PracticeExample,
    ResourceRecord,
)
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import PoolingCategory, SizeBand
from territorial_map.services.practices.browsing import Heading
from territorial_map.web.base.marks import Node, badge, icon, named, outside_link, page_link
from territorial_map.web.base.practices.wording import (
    address_of,
    joined,
    practice_address,
    said,
    theme_in_words,
    title_of,
)
from territorial_map.web.base.texts import Texts


def heading_nodes(heading: Heading, catalogue: PracticeCatalogue, t: Texts) -> list[Node]:
    """Everything the catalogue says of a heading, and the way to its neighbours."""
    body = _resource(heading, t) if isinstance(heading, ResourceRecord) else _practice(heading, t)
    return [
        _trail(t),
        html.H2(
            [
                html.Span(heading.id.removeprefix("p"), className="practice-number"),
                title_of(heading, t),
            ]
        ),
        html.Ul(_marks(heading, catalogue, t), className="chips"),
        *body,
    ]


def neighbours(heading: Heading, catalogue: PracticeCatalogue, t: Texts) -> html.Nav:
    """The heading before and the heading after, in the order of the guide."""
    every: tuple[Heading, ...] = (*catalogue.practices, *catalogue.resources)
    rank = [each.id for each in every].index(heading.id)
    links: list[Node] = []
    if rank:
        before = every[rank - 1]
        words = [icon("arrow-left"), html.Span(title_of(before, t))]
        links.append(page_link(words, practice_address(before.id, t)))
    if rank + 1 < len(every):
        after = every[rank + 1]
        words = [html.Span(title_of(after, t)), icon("chevron-right")]
        links.append(page_link(words, practice_address(after.id, t), class_name="is-next"))
    return html.Nav(
        links, className="practice-turn", **named({"aria-label": t("Autres pratiques")})
    )


def _trail(t: Texts) -> html.P:
    words = [icon("arrow-left"), t("Toutes les bonnes pratiques")]
    return html.P(page_link(words, address_of("/pratiques", t)), className="practice-trail")


def _marks(heading: Heading, catalogue: PracticeCatalogue, t: Texts) -> list[html.Li]:
    themes = [
        page_link(
            theme_in_words(catalogue.theme(number), t),
            address_of("/pratiques", t, [("theme", str(number))]),
            class_name="chip",
        )
        for number in heading.themes
    ]
    return [html.Li(each) for each in (*themes, *(_pooled(c, t) for c in heading.pooling))]


def _pooled(category: PoolingCategory, t: Texts) -> html.A:
    words = t("Mutualiser : {category}", category=t(category.label))
    address = address_of("/pratiques", t, [("pooling", category.value)])
    return page_link(words, address, class_name="chip")


def _resource(resource: ResourceRecord, t: Texts) -> list[Node]:
    nodes: list[Node] = [
        html.P(
            t("Ceci est une ressource : le guide y renvoie sans décrire de pratique."),
            className="callout",
        ),
        html.P(said(resource.what, t), className="lead"),
        html.P(said(resource.note, t), className="hint"),
    ]
    if resource.address:
        nodes.append(html.P(outside_link(resource.address, resource.address)))
    return nodes + _cites(resource.cites, t)


def _practice(practice: Practice, t: Texts) -> list[Node]:
    point = said(practice.point, t)
    return [
        html.P(f"{point[:1].upper()}{point[1:]}.", className="lead"),
        html.Div(
            [
                html.Section(
                    [
                        html.H3(t("Ce qui a été fait")),
                        *[_example(example, t) for example in practice.examples],
                    ],
                    className="practice-done",
                ),
                html.Section(_advice(practice, t), className="practice-advice"),
            ],
            className="practice-columns",
        ),
        *_law(practice.state_of_law, t),
        *_cites(practice.cites, t),
    ]


def _example(example: PracticeExample, t: Texts) -> html.Div:
    facts = [(t("Qui"), _who(example, t)), (t("Avec"), _terms(example.participants, t))]
    told = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts if value]
    return html.Div(
        [html.P(said(example.done, t)), html.Dl(told, className="facts") if told else None],
        className="example",
    )


def _who(example: PracticeExample, t: Texts) -> str:
    traces = example.traces
    terms: list[Term] = [*traces.legal_forms]
    if not terms:
        terms += traces.families
    terms += [*traces.devices, *traces.place_types, *traces.sectors]
    if traces.size_band is not SizeBand.UNKNOWN:
        terms.append(traces.size_band)
    terms += [traces.scope] if traces.scope else []
    return _terms((*terms, *traces.audiences), t)


def _terms(terms: tuple[Term, ...], t: Texts) -> str:
    return joined(dict.fromkeys(t(term.label) for term in terms))


def _advice(practice: Practice, t: Texts) -> list[Node]:
    advice = practice.advice
    parts = (
        (t("Ce qu’il faut"), advice.preconditions),
        (t("Premier pas"), advice.first_step),
        (t("Qui appeler"), advice.who_to_call),
    )
    told = [html.Div([html.Dt(name), html.Dd(said(text, t))]) for name, text in parts]
    return [
        html.H3(t("Pour en faire autant")),
        html.Dl(told, className="steps"),
        html.P(t("Conseil de ce site, pas du guide."), className="hint"),
    ]


def _law(law: Sentence | None, t: Texts) -> list[Node]:
    if law is None:
        return []
    return [
        html.Section([html.H3(t("État du droit")), html.P(said(law, t))], className="practice-law")
    ]


def _cites(cites: tuple[str, ...], t: Texts) -> list[Node]:
    if not cites:
        return []
    badges = [html.Li(badge(cite, "quiet")) for cite in cites]
    return [
        html.Section(
            [html.H3(t("Labels, normes et textes cités")), html.Ul(badges, className="cites")]
        )
    ]
