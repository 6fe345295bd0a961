"""On what nobody is known, while others are found: what it does not prove, and a way on."""

from dash import html

from territorial_map.services.partner_lists.leads import FoundLeads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.web.base.marks import Node
from territorial_map.web.base.texts import Texts


def nobody_known(asked: PartnersAsked, found: FoundLeads, t: Texts) -> list[Node]:
    """A box for each cooperation asked for that no lead of the list is about.

    Nothing is said of a list that was cut (others may be about it), nor of an empty one, which
    says itself why.
    """
    if found.tied_asked or not found.leads or found.total > len(found.leads):
        return []
    about = {p.category for lead in found.leads for p in (lead.main, *lead.others)}
    words = t(
        "Personne de connu de nos sources à cette distance. Cela ne veut pas dire qu’il n’y a "
        "personne : élargissez le rayon, ou demandez aux organisations de la liste."
    )
    return [
        html.Div([html.P(html.Strong(t.label(category.label))), html.P(words)], className="callout")
        for category in asked.pooling
        if category not in about
    ]
