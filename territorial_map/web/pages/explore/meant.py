"""What the typed text may mean, offered beside the box: sectors, places, organisations."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import html

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.gazetteer import PlaceName
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.suggestions import SectorMeant, suggestions
from territorial_map.web.base.marks import Node, hidden, named, page_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import place_in_words


@dataclass(frozen=True, slots=True)
class MeantWays:
    """Where a selection, and an organisation by its id and name, are shown."""

    list_of: Callable[[Selection], str]
    sheet_of: Callable[[str, str], str]


def meant(selection: Selection, ways: MeantWays, edition: OpenEdition, t: Texts) -> Node:
    """Links to what the text may mean, each with what it is; ``None`` where it means nothing."""
    found = suggestions(selection, edition)
    if not found.count:
        return None
    links = [_sector(one, ways, t) for one in found.sectors]
    links += [_place(one, selection, ways, t) for one in found.places]
    links += [
        _line(t("Organisation"), one.name, place_in_words(one, t), ways.sheet_of(one.id, one.name))
        for one in found.organisations
    ]
    told = t.plural("{n} suggestion", "{n} suggestions", found.count)
    return [
        html.P(hidden(told), role="status"),
        html.Ul(links, **named({"aria-label": t("Suggestions")})),
    ]


def _sector(one: SectorMeant, ways: MeantWays, t: Texts) -> html.Li:
    known = t.plural("{n} organisation", "{n} organisations", one.organisations)
    count = known if one.organisations else t("non connu de nos sources ici")
    return _line(t("Secteur"), t(one.sector.label), count, ways.list_of(one.selection))


def _place(one: PlaceName, selection: Selection, ways: MeantWays, t: Texts) -> html.Li:
    """A list in the territory, with the other filters."""
    level, code = one.territory.level.value, one.territory.code
    levels = TerritoryLevel.codes()
    kept = {name: values for name, values in selection.choices if name not in levels}
    inside = Selection.of({**kept, level: (code,)})
    return _line(t("Lieu"), one.name, one.context, ways.list_of(inside))


def _line(what: str, name: str, told: str, href: str) -> html.Li:
    words = [
        html.Span([what, "\u00a0: "], className="meant-what"),
        html.Span(name, className="meant-name"),
        html.Span([hidden(", "), told], className="meant-told"),
    ]
    return html.Li(page_link(words, href))
