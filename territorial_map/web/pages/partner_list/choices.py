"""What a partner list may be narrowed by; ``assets/modules/pages/partner-list`` hears it."""

from collections.abc import Sequence

from dash import html

from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.partner_lists.partner_query import (
    DEFAULT_LINES,
    KnownOrNot,
    PartnersAsked,
    TieAsked,
)
from territorial_map.web.base.html import Tickbox
from territorial_map.web.base.marks import Node, icon, named
from territorial_map.web.base.texts import Language, Texts

_RADII_KM = (10.0, 20.0, 30.0, 50.0, 100.0)
_LIMITS = (20, DEFAULT_LINES, 100, 200, 500)
_ENTRY_ON_WHAT = "partner-entry-on-what"
Option = tuple[str, str]


def partner_list_choices(asked: PartnersAsked, guide: PracticeCatalogue, t: Texts) -> html.Details:
    """Radius, kind, what is known, tie, practice, lines and categories, folded over the list."""
    radii = sorted({*_RADII_KM, asked.radius_km})
    radius = [(f"{km:g}", t.radius(km)) for km in radii]
    kept = asked.kept
    kinds = ",".join(kind.value for kind in kept.kinds[:1])
    selects = [
        choice("radius_km", t("Rayon"), radius, f"{asked.radius_km:g}"),
        choice("kind", t("Type"), [("", t("tous les types")), *_terms(Kind, t)], kinds),
        choice("trade", t("Métier"), _known(t), kept.trade or ""),
        choice("phone", t("Téléphone"), _known(t), kept.phone or ""),
        choice("tie", t("Lien"), [("", t("pistes")), *_terms(TieAsked, t)], kept.tie or ""),
        _practice(asked, guide, t),
        _limit(asked, t),
    ]
    about = _counted(asked.pooling, t) if asked.pooling else t("Toutes les coopérations")
    told = html.Span(f"{t.radius(asked.radius_km)} · {about}", className="hint")
    summary: list[Node] = [
        icon("sliders-horizontal"),
        t("Modifier les choix"),
        told,
        icon("chevron-down"),
    ]
    return html.Details(
        [
            html.Summary(summary),
            html.Div(selects, className="partner-selects"),
            pooling_boxes(asked.pooling, t),
        ],
        className="partner-choices partner-folded",
        **named({"data-group": "choices"}),
    )


def entry_choices(radius_km: float, pooling: Sequence[PoolingCategory], t: Texts) -> html.Div:
    """The second and third questions of the page, before anyone is looked for."""
    radii = [(f"{km:g}", t.radius(km)) for km in sorted({*_RADII_KM, radius_km})]
    title = html.Span([t("3. Sur quoi ?"), " ", html.Small(t("plusieurs réponses possibles"))])
    boxes = html.Div(
        [html.P(title, id=_ENTRY_ON_WHAT, className="entry-question"), _boxes(pooling, t)],
        role="group",
        **named({"aria-labelledby": _ENTRY_ON_WHAT}),
    )
    return html.Div(
        [choice("radius_km", t("2. Jusqu’où ?"), radii, f"{radius_km:g}"), boxes],
        className="partner-choices partner-entry",
    )


def _boxes(chosen: Sequence[PoolingCategory], t: Texts) -> html.Div:
    boxes: list[Node] = [
        Tickbox(html.Span(t(c.label)), c in chosen, {"data-pooling": c.value})
        for c in PoolingCategory
    ]
    return html.Div(boxes, className="partner-boxes")


def pooling_boxes(chosen: Sequence[PoolingCategory], t: Texts) -> html.Details:
    """The categories, folded."""
    n = len(chosen)
    counted = t.plural("{n} coopération choisie", "{n} coopérations choisies", n)
    told = counted if n else t("Toutes les coopérations : choisir")
    return html.Details(
        [
            html.Summary([told, icon("chevron-down")]),
            _boxes(chosen, t),
        ],
        className="partner-pooling",
        **named({"data-group": "pooling"}),
    )


def _counted(chosen: Sequence[PoolingCategory], t: Texts) -> str:
    return t.plural("{n} coopération choisie", "{n} coopérations choisies", len(chosen))


def choice(name: str, label: str, options: Sequence[Option], chosen: str) -> html.Label:
    """One choice of the address: its name there, its label, values with words."""
    listed = [
        html.Option(words, value=value, selected="selected" if value == chosen else None)
        for value, words in options
    ]
    return html.Label([label, html.Select(listed, **named({"data-choice": name}))])


def _terms(terms: type[Term], t: Texts) -> list[Option]:
    return [(term.value, t(term.label)) for term in terms]


def _known(t: Texts) -> list[Option]:
    return [("", t("connu ou non")), *((term.value, t(term.label)) for term in KnownOrNot)]


def _limit(asked: PartnersAsked, t: Texts) -> html.Label:
    limits = sorted({*_LIMITS, asked.limit})
    options = [(str(n), t.number(n)) for n in limits]
    return choice("limit", t("Personnes morales au plus"), options, str(asked.limit))


def _practice(asked: PartnersAsked, guide: PracticeCatalogue, t: Texts) -> html.Label:
    practices = [
        (p.id, f"{p.id[1:]}. {p.title if t.language is Language.FRENCH else p.title_en}")
        for p in guide.practices
    ]
    chosen = asked.practice[0] if asked.practice else ""
    every = ("", t("toutes les pratiques"))
    return choice("practice", t("Que cette pratique concerne"), [every, *practices], chosen)
