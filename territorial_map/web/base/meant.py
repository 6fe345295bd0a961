"""What the typed text may mean, offered under the box: the question read, places, organisations."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import html

from territorial_map.domain.commune_groups import CommuneGroup
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.reading import PartRead
from territorial_map.services.explore.suggestions import (
    OtherQuestion,
    SearchSuggestions,
    suggestions,
)
from territorial_map.services.explore.trade_counts import count_in_three, trade_counts
from territorial_map.services.explore.understood_words import reading_in_words, value_of
from territorial_map.services.portrait.zones import zone_asked, zones_meant
from territorial_map.web.base import ids
from territorial_map.web.base.addresses import in_language, territory_path
from territorial_map.web.base.marks import Node, hidden, icon, named, page_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.base.wording import place_in_words

_MOST_ZONES = 3


@dataclass(frozen=True, slots=True)
class MeantWays:
    """Where a selection (and the commune of its circle), and an organisation, are shown."""

    list_of: Callable[[Selection, str | None], str]
    sheet_of: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class _Choice:
    """One thing to choose: its name, what tells it apart, and where it leads.

    ``leaves`` says that it is a page of its own, not a state of the list.
    """

    name: str
    told: str
    href: str
    leaves: bool = False


def meant(selection: Selection, ways: MeantWays, edition: OpenEdition, t: Texts) -> Node:
    """The parts understood, then options in groups, for the combobox; ``None`` without any."""
    found = suggestions(selection, edition)
    if not found.count or found.reading is None:
        return None
    groups = _groups(found, ways, edition, t)
    count = sum(len(choices) for _, choices in groups)
    return [
        _understood(found.reading.parts, selection, ways, (edition, t)),
        html.Div(
            [_group(name, choices, start) for name, choices, start in _numbered(groups)],
            id=ids.SEARCH_OPTIONS,
            role="listbox",
            **named(
                {
                    "aria-label": t("Propositions"),
                    "data-for": selection.text,
                    "data-told": t.plural("{n} proposition", "{n} propositions", count),
                }
            ),
        ),
    ]


def plain_meant(selection: Selection, ways: MeantWays, edition: OpenEdition, t: Texts) -> Node:
    """The same choices but the question itself, as links for readers without JavaScript."""
    found = suggestions(selection, edition)
    groups = [group for group in _groups(found, ways, edition, t) if group[0]]
    return [
        html.Div([html.P(name, className="meant-heading"), html.Ul(_links(choices))])
        for name, choices in groups
    ]


def _links(choices: list[_Choice]) -> list[html.Li]:
    return [html.Li(page_link(_said(choice), choice.href)) for choice in choices]


def _groups(
    found: SearchSuggestions, ways: MeantWays, edition: OpenEdition, t: Texts
) -> list[tuple[str, list[_Choice]]]:
    """Groups of choices by their heading; the question itself stands first, without one."""
    kind, _ = zone_asked(found.reading.text) if found.reading else (None, "")
    zones = _zones(found, edition, t)
    groups = [
        (t("Zones"), zones if kind else []),
        ("", [_asked(found.asked, ways, edition, t)] if found.asked is not None else []),
        (t("Réponses partielles"), [_lesser(one, ways, edition, t) for one in found.partial]),
        (_elsewhere(found, t), [_place(one, ways, t) for one in found.places]),
        (t("Zones"), [] if kind else zones),
        (
            t("Organisations"),
            [
                _Choice(one.name, place_in_words(one, t), ways.sheet_of(one.id, one.name))
                for one in found.organisations
            ],
        ),
    ]
    return [group for group in groups if group[1]]


def _zones(found: SearchSuggestions, edition: OpenEdition, t: Texts) -> list[_Choice]:
    """The zones that the text may mean, each to its portrait."""
    if found.reading is None:
        return []
    return [_zone(one, edition, t) for one in zones_meant(edition, found.reading.text, _MOST_ZONES)]


def _zone(zone: CommuneGroup, edition: OpenEdition, t: Texts) -> _Choice:
    """« Valence, zone d’emploi · Drôme · 214 organisations »: what tells it from its namesakes."""
    holding = edition.gazetteer.name_of(TerritoryLevel.DEPARTMENT, zone.department_code or "")
    n = edition.counts(zone.level.value).get(zone.code, 0)
    count = t.plural("{n} organisation", "{n} organisations", n) if n else t("non connu")
    told = " · ".join(filter(None, (t(zone.level.label), holding, count, t("portrait"))))
    href = in_language(territory_path(zone), t.language)
    return _Choice(zone.name, told, href, leaves=True)


def _elsewhere(found: SearchSuggestions, t: Texts) -> str:
    place = found.reading.place if found.reading is not None else None
    if place is None or place.territory is None:
        return t("Lieux")
    return t("Un autre lieu que {place} ?", place=place.territory.name)


def _asked(asked: OtherQuestion, ways: MeantWays, edition: OpenEdition, t: Texts) -> _Choice:
    """The question itself; where it asks for a trade, those to call are counted too."""
    counts = trade_counts(edition, asked.selection)
    told = count_in_three(counts, t) if counts and counts.any else _count(asked, t)
    return _Choice(t("Voir la liste"), told, ways.list_of(asked.selection, None))


def _lesser(one: OtherQuestion, ways: MeantWays, edition: OpenEdition, t: Texts) -> _Choice:
    told = reading_in_words(edition.understood(one.selection.text), edition.gazetteer, t)
    return _Choice(told, _count(one, t), ways.list_of(one.selection, None))


def _place(one: OtherQuestion, ways: MeantWays, t: Texts) -> _Choice:
    if one.place is None:
        return _Choice("", _count(one, t), ways.list_of(one.selection, None))
    territory = one.place.territory
    centre = f"{territory.level.value}:{territory.code}" if one.selection.around else None
    told = f"{one.place.context} · {_count(one, t)}"
    return _Choice(one.place.name, told, ways.list_of(one.selection, centre))


def _count(one: OtherQuestion, t: Texts) -> str:
    return t.plural("{n} organisation", "{n} organisations", one.organisations)


def _understood(
    parts: tuple[PartRead, ...],
    selection: Selection,
    ways: MeantWays,
    telling: tuple[OpenEdition, Texts],
) -> Node:
    """« Nous comprenons » : each part, to take off."""
    edition, t = telling
    chips = [
        html.Li(
            page_link(
                [
                    html.Span(t.label(part.what.label), className="chip-what"),
                    html.Span(value_of(part, edition.gazetteer, t)),
                    icon("x"),
                ],
                ways.list_of(_less(selection, part), None),
                label=t("Retirer {part}", part=value_of(part, edition.gazetteer, t)),
                class_name="chip",
            )
        )
        for part in parts
    ]
    label = named({"aria-label": t("Ce que nous comprenons")})
    return html.Div(
        [
            html.P(t("Nous comprenons"), className="meant-heading"),
            html.Ul(chips, className="chips", **label),
        ],
        className="meant-understood",
    )


def _less(selection: Selection, part: PartRead) -> Selection:
    return Selection(selection.choices, selection.around, part.without)


def _numbered(
    groups: list[tuple[str, list[_Choice]]],
) -> list[tuple[str, list[_Choice], int]]:
    numbered, start = [], 0
    for name, choices in groups:
        numbered.append((name, choices, start))
        start += len(choices)
    return numbered


def _group(name: str, choices: list[_Choice], start: int) -> html.Div:
    options = [
        html.Div(
            _said(choice),
            id=f"{ids.SEARCH_OPTIONS}-{number}",
            role="option",
            className="meant-option",
            **named(
                {"aria-selected": "false", "data-go": choice.href}
                | ({"data-leaves": "1"} if choice.leaves else {})
            ),
        )
        for number, choice in enumerate(choices, start)
    ]
    if not name:
        return html.Div(options, className="meant-asked", role="presentation")
    heading = html.P(name, className="meant-heading", **named({"aria-hidden": "true"}))
    return html.Div([heading, *options], role="group", **named({"aria-label": name}))


def _said(choice: _Choice) -> list[Node]:
    return [
        html.Span(choice.name, className="meant-name"),
        html.Span([hidden(", "), choice.told], className="meant-told"),
    ]
