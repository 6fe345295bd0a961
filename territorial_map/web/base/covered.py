"""What our sources cover somewhere, under every answer that says « nothing »."""

from collections.abc import Sequence

from dash import html

from territorial_map.services.coverage import TerritoryCoverage
from territorial_map.services.coverage.words import covered_in_words
from territorial_map.web.base.addresses import SOURCES, in_language
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts


def covered_here(covered: TerritoryCoverage | None, t: Texts) -> list[Node]:
    """What is covered there, by kind; nothing where no one territory is meant."""
    return [] if covered is None else covered_lines(covered_in_words(covered, t), t)


def covered_lines(told: Sequence[str], t: Texts) -> list[Node]:
    """The same from its sentences: the territory first, then the kinds, then where more is told."""
    if not told:
        return []
    more = html.A(t("Couverture, par territoire"), href=in_language(COVERAGE, t.language))
    return [
        html.Div(
            [
                html.P(told[0]),
                html.Ul([html.Li(one) for one in told[1:]]),
                html.P(more),
            ],
            className="covered hint",
        )
    ]


COVERAGE = f"{SOURCES}#couverture"
