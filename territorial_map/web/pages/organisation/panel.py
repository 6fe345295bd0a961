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
from territorial_map.web.pages.organisation.heading import heading, warnings
from territorial_map.web.pages.organisation.plain_words import activity_section, meaning_section
from territorial_map.web.pages.organisation.provenance import provenance_section
from territorial_map.web.pages.organisation.quality import quality_section
from territorial_map.web.pages.organisation.whereabouts import contact_section


def panel(sheet: Sheet, context: Context) -> list[Node]:
    """Everything known of an organisation, with where it comes from."""
    sections = (
        meaning_section(sheet, context),
        contact_section(sheet, context),
        activity_section(sheet, context),
        poles_section(sheet, context),
        networks_section(sheet, context),
        practices_place(sheet.organisation.id, context.t),
        partners_place(sheet.organisation.id, context.t),
        person_section(sheet, context),
        around_section(sheet, context),
        quality_section(sheet, context),
        provenance_section(sheet, context),
    )
    body = [section for section in sections if section is not None]
    return [
        heading(sheet, context),
        html.Div([*warnings(sheet, context), *body], className="panel-sections"),
    ]
