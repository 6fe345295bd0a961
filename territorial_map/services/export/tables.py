"""The table of a selection: one line per site or per legal person, read from an edition."""

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select

from territorial_map.domain.geo import Point, window_around
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.queries.conditions import selection_condition
from territorial_map.queries.schema import organisations
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import number
from territorial_map.services.export.columns import (
    COLUMNS,
    FOLDED_COLUMNS,
    KIND_GROUPS,
    SECTOR_GROUPS,
    lines_by_person,
    lines_by_site,
)
from territorial_map.services.export.formats import ExportFormat, RowsPer
from territorial_map.services.export.ground import Ground, nearest_commune, survey
from territorial_map.services.export.in_words import selection_in_words
from territorial_map.services.export.table import ExportTable, Line, Origin

__all__ = ["ExportFormat", "ExportTable", "RowsPer", "export_table"]

_SECTOR_NOTE = "Une organisation de plusieurs secteurs est rangée sous le premier."
_POLE_NOTE = "PTCE : activité actuelle à confirmer, les sources disant ce qui a été annoncé."


def export_table(
    edition: OpenEdition, selection: Selection, order: Order, rows_per: RowsPer, public_url: str
) -> ExportTable:
    """The table of a selection with its query in words and as a link."""
    by_person = rows_per is RowsPer.PERSON
    by_sector = len(selection.chosen("kind")) == 1

    def read() -> Iterator[Line]:
        items = edition.stream(selection, order, by_person=by_person)
        return (lines_by_person if by_person else lines_by_site)(items, by_sector=by_sector)

    around = selection.around
    drawn = window_around(around.point, around.radius_km) if around else None

    def surveyed(points: Iterable[Point]) -> Ground:
        return survey(edition, selection, points, drawn)

    return ExportTable(
        columns=FOLDED_COLUMNS if by_person else COLUMNS,
        about=_about(edition, selection, order, rows_per, public_url),
        read=read,
        survey=surveyed,
        origin=Origin("Lieu choisi", around.point, around.radius_km) if around else None,
        group_order=SECTOR_GROUPS if by_sector else KIND_GROUPS,
    )


def _about(
    edition: OpenEdition, selection: Selection, order: Order, rows_per: RowsPer, public_url: str
) -> About:
    resolved = edition.resolve(selection)
    total, unlocated = edition.totals(resolved)
    query = query_of(selection)
    if rows_per is RowsPer.PERSON:
        query = f"{query}&rows=person" if query else "rows=person"
    return About(
        query=selection_in_words(selection, edition.gazetteer.name_of),
        link=f"{public_url}/?{query}" if query else f"{public_url}/",
        edition=edition.edition,
        total=total,
        unlocated=unlocated,
        rows_per=rows_per,
        sorted_by=order.label,
        rows=_persons(edition, resolved) if rows_per is RowsPer.PERSON else total,
        title=_title(edition, selection),
        notes=_notes(selection.chosen("kind")),
    )


def _notes(kinds: tuple[str, ...]) -> tuple[str, ...]:
    notes = [_SECTOR_NOTE] if len(kinds) == 1 else []
    if not kinds or Kind.PTCE.value in kinds:
        notes.append(_POLE_NOTE)
    return tuple(notes)


def _persons(edition: OpenEdition, resolved: Selection) -> int:
    """How many legal persons a selection keeps; a site without SIREN counts for one."""
    statement = (
        select(func.count(organisations.c.person_key.distinct()))
        .select_from(organisations)
        .where(selection_condition(resolved))
    )
    with edition.file.connect() as connection:
        return int(connection.scalar(statement) or 0)


def _title(edition: OpenEdition, selection: Selection) -> str:
    """What and where, in a few words: « ESAT · Drôme »."""
    what = [Device(code).short for code in selection.chosen("device")]
    what = what or [Kind(code).label for code in selection.chosen("kind")] or ["Organisations"]
    where = [
        edition.gazetteer.name_of(level, code)
        for level in TerritoryLevel
        for code in selection.chosen(level.value)
    ]
    shown = ", ".join(where[:3]) + (f" et {len(where) - 3} autres territoires" * (len(where) > 3))
    if selection.around is not None:
        near = nearest_commune(edition, selection.around.point)
        radius = f"{number(selection.around.radius_km)} km à la ronde"
        shown = f"{shown}, {radius}" if shown else radius
        shown += f" près de {near}" if near else ""
    return " · ".join(part for part in (" et ".join(what), shown) if part)
