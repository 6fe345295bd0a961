"""The table of a selection: one line per site or per legal person, read from an edition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from territorial_map.domain.geo import Point, window_around
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Around, Selection
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Device, Kind
from territorial_map.services.explore.nearest_commune import nearest_commune
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.query_string import query_of
from territorial_map.services.explore.understood_words import place_told_apart
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import columns_in
from territorial_map.services.export.columns import (
    COLUMNS,
    FOLDED_COLUMNS,
    KIND_GROUPS,
    SECTOR_GROUPS,
)
from territorial_map.services.export.figure_map import figure_map
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.export.map_background import MapBackground, survey
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.selection_words import selection_in_words
from territorial_map.services.export.table import ExportLine, ExportTable, Origin
from territorial_map.services.export.trade_lines import TRADE_GROUPS, AskedLines, with_group
from territorial_map.services.texts import Texts


def export_table(
    edition: OpenEdition,
    selection: Selection,
    order: Order,
    rows_per: RowsPer,
    public_url: str,
    language: Language = Language.FRENCH,
) -> ExportTable:
    """The table of a selection with its query in words and as a link, in a language."""
    t = Texts(language)
    by_person = rows_per is RowsPer.PERSON
    by_sector = len(selection.chosen("kind")) == 1
    asked = AskedLines.of(edition, selection)

    def read() -> Iterator[ExportLine]:
        return asked.lines(order, t, by_person=by_person, by_sector=by_sector)

    around = selection.around
    drawn = window_around(around.point, around.radius_km) if around else None

    def surveyed(points: Iterable[Point]) -> MapBackground:
        return survey(edition, selection, points, drawn)

    columns = FOLDED_COLUMNS if by_person else COLUMNS
    groups = SECTOR_GROUPS if by_sector else KIND_GROUPS
    if asked.question is not None:
        columns, groups = with_group(columns), TRADE_GROUPS
    return ExportTable(
        columns=columns_in(columns, t),
        about=_about(asked, selection, Told(order, rows_per, t), public_url),
        read=read,
        symbols=edition.knowledge.symbols,
        map_script=edition.knowledge.map_script,
        survey=surveyed,
        figure=partial(figure_map, edition, selection, t),
        origin=Origin(t("Lieu choisi"), around.point, around.radius_km) if around else None,
        sheet_name=t("Organisations"),
        why_heading=t("Activité et statut"),
        group_order=tuple(map(t.label, groups)),
        group_notes={t.label(TRADE_GROUPS[-1]): asked.questions(t)},
    )


@dataclass(frozen=True, slots=True)
class Told:
    """How a selection is told: in which order, what a row is, in which language."""

    order: Order
    rows_per: RowsPer
    t: Texts


def _about(asked: AskedLines, selection: Selection, told: Told, public_url: str) -> About:
    t, rows_per, edition = told.t, told.rows_per, asked.edition
    total, unlocated = asked.totals()
    own = [f"order={told.order.value}"]
    own += ["rows=person"] if rows_per is RowsPer.PERSON else []
    own += [] if t.language is Language.FRENCH else [f"lang={t.language.value}"]
    query = "&".join(filter(None, (query_of(selection), *own)))
    return About(
        query=selection_in_words(selection, edition.names, t),
        link=f"{public_url}/?{query}",
        edition=edition.edition,
        total=total,
        unlocated=unlocated,
        rows_per=rows_per,
        sorted_by=t.label(told.order.label),
        rows=asked.persons() if rows_per is RowsPer.PERSON else total,
        title=_title(edition, selection, t),
        notes=(
            *asked.note(t),
            *_notes(selection.chosen("kind"), t),
            *licence_notes(asked.licences(), t),
        ),
        t=t,
    )


def _notes(kinds: tuple[str, ...], t: Texts) -> tuple[str, ...]:
    notes = []
    if len(kinds) == 1:
        notes.append(t("Une organisation de plusieurs secteurs est rangée sous le premier."))
    if not kinds or Kind.PTCE.value in kinds:
        notes.append(
            t("PTCE : activité actuelle à confirmer, les sources disant ce qui a été annoncé.")
        )
    return tuple(notes)


def _title(edition: OpenEdition, selection: Selection, t: Texts) -> str:
    """What and where, in a few words: « ESAT · Drôme »."""
    what = [Device(code).short for code in selection.chosen("device")]
    what = what or [t.label(Kind(code).label) for code in selection.chosen("kind")]
    what = what or [t("Organisations")]
    where = [
        edition.gazetteer.name_of(level, code)
        for level in TerritoryLevel
        for code in selection.chosen(level.value)
    ]
    shown = ", ".join(where[:3])
    if len(where) > 3:
        others = len(where) - 3
        shown += " " + t.plural("et {n} autre territoire", "et {n} autres territoires", others)
    if selection.around is not None:
        circle = _circle(edition, selection.around, t)
        shown = f"{shown}, {circle}" if shown else circle
    return " · ".join(part for part in (t(" et ").join(what), shown) if part)


def _circle(edition: OpenEdition, around: Around, t: Texts) -> str:
    """« autour de Valence (Drôme), 40 km »; near a commune where the centre is no commune's."""
    gazetteer, radius = edition.gazetteer, t.radius(around.radius_km)
    commune = gazetteer.commune_at(around.point)
    if commune is not None:
        place = place_told_apart(commune, gazetteer)
        return t("autour de {place}, {radius}", place=place, radius=radius)
    near = nearest_commune(edition, around.point)
    if near is None:
        return t("autour du point choisi, {radius}", radius=radius)
    place = place_told_apart(near, gazetteer)
    return t("autour d’un point près de {place}, {radius}", place=place, radius=radius)
