"""What becomes of what people say, in figures: received, accepted, how soon, what is confirmed."""

from dash import html

from territorial_map.services.contributions.accepted_feed import PATH as FEED
from territorial_map.services.contributions.figures import ContributionFigures
from territorial_map.web.base.addresses import asking
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.texts import Texts


def said_figures(figures: ContributionFigures | None, query: str, t: Texts) -> list[Node]:
    """The section of a selection, whose parameters are ``query``; nothing without figures."""
    if figures is None:
        return []
    told = [
        t.plural("{n} proposition reçue", "{n} propositions reçues", figures.received),
        t.plural("{n} acceptée", "{n} acceptées", figures.accepted),
        t("{n} à relire", n=t.number(figures.waiting)),
    ]
    words = [html.Li(", ".join(told)), html.Li(_delay(figures, t)), html.Li(_confirmed(figures, t))]
    feed = html.A([icon("external-link"), t("Flux Atom")], href=asking(FEED, query))
    return [
        html.Section(
            [
                html.H3(t("Ce que l’on dit des fiches")),
                html.Ul(words, className="said-figures"),
                html.P([t("Ce qui est accepté, à suivre :"), " ", feed]),
            ]
        )
    ]


def _delay(figures: ContributionFigures, t: Texts) -> str:
    days = figures.median_days
    if days is None:
        return t("Délai de relecture : rien n’est encore décidé.")
    if days < 1:
        return t("Délai de relecture médian : moins d’un jour.")
    return t.plural(
        "Délai de relecture médian : {n} jour.",
        "Délai de relecture médian : {n} jours.",
        round(days),
    )


def _confirmed(figures: ContributionFigures, t: Texts) -> str:
    return t(
        "Fiches confirmées en {year} : {n} sur {total}.",
        year=str(figures.year),
        n=t.number(figures.confirmed),
        total=t.number(figures.total),
    )
