"""Filters as boxes of a form, with the values and counts of the main screen."""

from dash import html

from territorial_map.domain.listing import FacetValue
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.domain.selection import Selection
from territorial_map.web.base.facets import GROUPS, Facets, Group, shown_values, value_name
from territorial_map.web.base.texts import Texts
from territorial_map.web.plain.forms import Option, tick_group


def filter_fields(
    facets: Facets,
    selection: Selection,
    names: tuple[str, ...],
    guide: PracticeCatalogue,
    t: Texts,
) -> list[html.Details]:
    """Boxes to tick, a group per filter that is named, with live counts; zeros are left out.

    Where a trade is asked for, those whose trade no source tells are counted beside the known.
    """
    fields = []
    for group in GROUPS:
        if group.name not in names:
            continue
        chosen = selection.chosen(group.name)
        values = shown_values(group, facets.get(group.name, ()), chosen)
        options = [
            Option(
                value.value,
                value_name(group.name, value, guide, t),
                _counted(group, value, t),
                value.value in chosen,
            )
            for value in values
            if value.count or value.unknown or value.value in chosen
        ]
        if options:
            fields.append(tick_group(group.name, t(group.title), options))
    return fields


def _counted(group: Group, value: FacetValue, t: Texts) -> str:
    if not value.unknown:
        unheard = not value.count and not group.ours
        return t("aucune connue de nos sources") if unheard else t.number(value.count)
    return t("{n} + {more} à appeler", n=t.number(value.count), more=t.number(value.unknown))
