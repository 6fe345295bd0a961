"""The page that is not there."""

from dash import html

from territorial_map.web.base.addresses import HOME, SOURCES, in_language
from territorial_map.web.base.marks import page_link
from territorial_map.web.base.page_spec import PageSpec, Screen
from territorial_map.web.base.texts import Texts

MISSING = PageSpec(title="Page introuvable", indexed=False)


def missing_screen(t: Texts, path: str) -> Screen:
    """What an unknown address shows: why, and where to go."""
    words = t("Aucune page à l’adresse « {path} ».", path=path)
    ways = [
        html.Li(page_link(t("Ouvrir la carte et l’annuaire"), in_language(HOME, t.language))),
        html.Li(page_link(t("Voir les sources et licences"), SOURCES)),
        html.Li(html.A(t("Lire la documentation de l’API"), href="/api/v1/docs")),
    ]
    advice = t(
        "Un lien a peut-être été coupé en le copiant : vérifiez qu’il est entier, "
        "ou repartez d’ici."
    )
    return Screen([html.H2(t(MISSING.title)), html.P(words), html.P(advice), html.Ul(ways)])
