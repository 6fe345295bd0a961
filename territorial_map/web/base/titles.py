"""Titles and descriptions of pages, for windows, search engines and link previews."""

from dataclasses import dataclass, replace

from territorial_map.domain.listing import Listed
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.services.explore.names import Names
from territorial_map.web.base.chips import active_filters, place_name
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import NBSP, Texts
from territorial_map.web.base.wording import what_it_is

PRODUCT = "Carte et annuaire de la coopération territoriale"
_NAMED = 3
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page is called and what it holds, in one line each."""

    title: str
    description: str


def selection_title(state: PageState, total: int, names: Names, t: Texts) -> str:
    """« 14 ESAT autour de Romans-sur-Isère, 30 km »; empty when nothing filters."""
    selection = state.selection
    if selection.is_empty:
        return ""
    told, rest = _subject(selection, total, t)
    if selection.around is not None:
        radius = t.radius(selection.around.radius_km)
        place = place_name(state, names)
        if place:
            told = t("{what} autour de {place}, {radius}", what=told, place=place, radius=radius)
        else:
            told = t("{what} autour du point choisi, {radius}", what=told, radius=radius)
        rest = replace(rest, around=None)
    for level in TerritoryLevel:
        codes = rest.chosen(level.value)
        if codes:
            told += ", " + ", ".join(names.territory(level, code) for code in codes)
            rest = rest.choosing(level.value, ())
    others = active_filters(replace(state, selection=rest), names, t)
    return " · ".join((told, *(other.words for other in others)))


def selection_heading(
    state: PageState, found: tuple[tuple[Listed, ...], int], names: Names, t: Texts
) -> Heading:
    """Title and description of a list; ``found`` holds its first lines and how many there are."""
    items, total = found
    title = selection_title(state, total, names, t)
    if not title:
        return Heading("", product_description(t))
    first = ", ".join(item.name for item in items[:_NAMED])
    promise = t("Liste, carte et export ; chaque fiche dit d’où et de quand viennent ses données.")
    if not first:
        return Heading(title, promise)
    more = "…" if total > _NAMED else "."
    return Heading(title, cut(f"{first}{more} {promise}"))


def organisation_heading(organisation: Organisation, t: Texts) -> Heading:
    """Name and place; then what it is, what it does, and from when we know it."""
    place = organisation.place
    where = place.commune or place.department or place.region
    title = f"{organisation.name}, {where}" if where else organisation.name
    sectors = ", ".join(t(claim.sector.label) for claim in organisation.sectors)
    located = f"{where}{NBSP}({place.department})" if place.commune and place.department else where
    told = [
        what_it_is(organisation, t),
        located,
        sectors or t("Activités non renseignées"),
        t(
            "{source}, {vintage}",
            source=organisation.source.source,
            vintage=t.date(organisation.source.vintage),
        ),
    ]
    return Heading(title, cut(". ".join(part for part in told if part) + "."))


def product_description(t: Texts) -> str:
    """What the product is for."""
    return t(
        "Trouver près de chez soi les organisations de l’économie sociale et solidaire, les PTCE, "
        "les ESAT et entreprises adaptées et les lieux de coopération : carte, annuaire, export."
    )


def cut(text: str) -> str:
    """A description no longer than what previews show, cut between words.

    >>> cut("mot " * 200)[-5:]
    'mot …'
    """
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _subject(selection: Selection, total: int, t: Texts) -> tuple[str, Selection]:
    """What is counted, and the selection without the filter that says it."""
    devices = selection.chosen("device")
    if len(devices) == 1:
        device = Device(devices[0])
        if device is not Device.EA and device.short != device.label:
            return f"{t.number(total)} {device.short}", selection.choosing("device", ())
        if device is Device.EA:
            told = t.plural("{n} entreprise adaptée", "{n} entreprises adaptées", total)
            return told, selection.choosing("device", ())
    if selection.chosen("kind") == (Kind.PTCE.value,):
        return f"{t.number(total)} PTCE", selection.choosing("kind", ())
    return t.plural("{n} organisation", "{n} organisations", total), selection
