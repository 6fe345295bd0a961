"""Titles and descriptions of pages, for windows, search engines and link previews."""

from dataclasses import dataclass, replace

from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.services.explore.names import Names
from territorial_map.web.base.chips import active_filters, place_name
from territorial_map.web.base.state import PageState
from territorial_map.web.base.texts import Texts

PRODUCT = "Carte et annuaire de la coopération territoriale"
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
    """What is counted, and the selection without the filter that says it.

    Nothing known is no count: our sources may not tell.
    """
    number = f"{t.number(total)} " if total else ""
    devices = selection.chosen("device")
    if len(devices) == 1:
        device = Device(devices[0])
        if device is not Device.EA and device.short != device.label:
            return f"{number}{device.short}", selection.choosing("device", ())
        if device is Device.EA:
            told = t.plural("{n} entreprise adaptée", "{n} entreprises adaptées", total)
            return told if total else t("Entreprises adaptées"), selection.choosing("device", ())
    if selection.chosen("kind") == (Kind.PTCE.value,):
        return f"{number}PTCE", selection.choosing("kind", ())
    told = t.plural("{n} organisation", "{n} organisations", total)
    return told if total else t("Organisations"), selection
