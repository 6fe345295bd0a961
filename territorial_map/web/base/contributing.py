"""The way from an organisation's page to the form that completes or corrects it."""

from dash import html

from territorial_map.services.site import Site
from territorial_map.web.base.addresses import contribute_path, in_language
from territorial_map.web.base.marks import Node, icon
from territorial_map.web.base.texts import Texts


def invitation(any_id: str, site: Site, t: Texts) -> list[Node]:
    """A link to the form of an organisation; nothing where the host takes no contributions."""
    if not site.contributing:
        return []
    words: list[Node] = [icon("pencil"), t("Compléter ou corriger cette fiche")]
    href = in_language(contribute_path(any_id), t.language)
    told = t("Un numéro, un métier, un besoin, une fermeture : dites ce que vous savez.")
    return [
        html.Section(
            [html.P(told), html.P(html.A(words, href=href, className="button"))],
            className="panel-section say-link",
        )
    ]
