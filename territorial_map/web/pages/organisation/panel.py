"""The panel of one organisation, section by section."""

from dash import html

from territorial_map.domain.sheet import Sheet
from territorial_map.web.base.marks import Node
from territorial_map.web.base.waiting import partners_place, practices_place
from territorial_map.web.pages.organisation.around import (
    around_section,
    networks_section,
    person_section,
    poles_section,
)
from territorial_map.web.pages.organisation.context import Context
from territorial_map.web.pages.organisation.declared import declared_section
from territorial_map.web.pages.organisation.heading import heading, warnings
from territorial_map.web.pages.organisation.plain_words import activity_section, meaning_section
from territorial_map.web.pages.organisation.provenance import provenance_section
from territorial_map.web.pages.organisation.quality import quality_section
from territorial_map.web.pages.organisation.whereabouts import contact_section, territory_section


def panel(sheet: Sheet, context: Context) -> list[Node]:
    """First how to reach it, what it does, with whom and how it could cooperate; then the rest."""
    sections = (
        contact_section(sheet, context),
        activity_section(sheet, context),
        *warnings(sheet, context),
        declared_section(sheet, context),
        partners_place(sheet.organisation.id, context.t),
        practices_place(sheet.organisation.id, context.t),
        poles_section(sheet, context),
        networks_section(sheet, context),
        around_section(sheet, context),
        territory_section(sheet, context),
        meaning_section(sheet, context),
        person_section(sheet, context),
        quality_section(sheet, context),
        provenance_section(sheet, context),
    )
    body = [section for section in sections if section is not None]
    return [heading(sheet, context), html.Div(body, className="panel-sections")]
