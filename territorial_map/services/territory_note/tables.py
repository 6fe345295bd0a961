"""Every table of a portrait as a workbook: one sheet each, unknown in words, numbers as numbers."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import xlsxwriter

from territorial_map.domain.reach import REACH_KM
from territorial_map.services.export.about import ABOUT_HEADING, CLOSING_NOTE
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.partner_lists.files import lead_rows
from territorial_map.services.portrait import Figure, FigureRow
from territorial_map.services.portrait.words import traits_in_words
from territorial_map.services.territory_note.note import TerritoryNote
from territorial_map.services.territory_note.report import nearest_in_words

_WIDE, _NARROW = 34, 13
Value = str | int | float


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """A sheet: its name, one heading per column, rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def note_workbook(note: TerritoryNote) -> bytes:
    """The workbook; the same note gives the same cells."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        bold = book.add_format(
            {"bold": True, "bg_color": "#E7EEF0", "bottom": 1, "text_wrap": True}
        )
        for one in sheets_of(note):
            sheet = book.add_worksheet(one.name)
            for column, heading in enumerate(one.headings):
                sheet.set_column(column, column, _NARROW if column else _WIDE)
                sheet.write_string(0, column, heading, bold)
            for row, values in enumerate(one.rows, start=1):
                for column, value in enumerate(values):
                    if isinstance(value, str):
                        sheet.write_string(row, column, value)
                    else:
                        sheet.write_number(row, column, value)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, max(1, len(one.rows)), len(one.headings) - 1)
    return made.getvalue()


def sheets_of(note: TerritoryNote) -> tuple[NoteSheet, ...]:
    """Every table of the note, what it says of itself last."""
    return (
        _figures(note),
        _alike(note),
        _inside(note),
        _gaps(note),
        _reach(note),
        _away(note),
        _leads(note),
        _organisations(note),
        _about(note),
    )


def _figures(note: TerritoryNote) -> NoteSheet:
    t, portrait = note.t, note.portrait
    figures = portrait.figures
    beside = [*(one.name for one in portrait.place.wider), t("France")]
    alike = [one.territory.name for one in portrait.alike.territories] if portrait.alike else []
    rate = t("Pour 10 000 hab.")
    headings = (
        t("Type"),
        t("Connues"),
        rate,
        t("Médiane des semblables"),
        rate,
        t("Lecture"),
        *(words for one in beside for words in (one, f"{one}, {rate.lower()}")),
        *alike,
    )
    rows = (
        figures.total,
        *figures.kinds,
        *figures.devices,
        *figures.trades,
        figures.trade_unknown,
    )
    told = tuple(_figure_row(note, row, len(alike)) for row in rows)
    return NoteSheet(t("Chiffres"), headings, told)


def _figure_row(note: TerritoryNote, row: FigureRow, alike: int) -> tuple[Value, ...]:
    t = note.t
    unknown = t("non connu")
    middle: tuple[Value, ...] = (unknown, unknown, "")
    counts: tuple[Value, ...] = (unknown,) * alike
    if row.alike is not None:
        one = row.alike
        counts = tuple(unknown if count is None else count for count in one.counts)
        middle = (
            unknown if one.median_count is None else one.median_count,
            unknown if one.median_rate is None else round(one.median_rate, 4),
            t(one.standing.label) if one.standing else "",
        )
    return (
        t(row.label) if row.label else t("Toutes les organisations"),
        *_figure(row.here, note),
        *middle,
        *(value for one in row.beside for value in _figure(one, note)),
        *counts,
    )


def _figure(one: Figure, note: TerritoryNote) -> tuple[Value, Value]:
    if one.count is None:
        return note.t("non connu"), note.t("non connu")
    if one.rate is None:
        return one.count, note.t("petit nombre") if one.count else 0
    return one.count, round(one.rate, 4)


def _alike(note: TerritoryNote) -> NoteSheet:
    t, alike = note.t, note.portrait.alike
    headings = (t("Territoire"), t("Code"), t("Habitants"), t("Distance"), t("Critères"))
    rows: list[tuple[Value, ...]] = []
    if alike is not None:
        rows += (
            (
                one.territory.name,
                one.territory.code,
                _known(one.territory.population, note),
                t("choisi") if one.distance is None else round(one.distance, 3),
                traits_in_words(one.traits, t) if one.traits else t("non connu"),
            )
            for one in alike.territories
        )
    return NoteSheet(t("Semblables"), headings, tuple(rows))


def _inside(note: TerritoryNote) -> NoteSheet:
    t, inside = note.t, note.portrait.inside
    kinds = [t(kind.kind.label) for kind in note.portrait.coverage.kinds]
    rows: list[tuple[Value, ...]] = [
        (one.territory.name, one.territory.code, one.organisations, *one.kinds)
        for one in inside.territories
    ]
    headings = (t("Territoire"), t("Code"), t("Total"), *kinds)
    return NoteSheet(t("Où elles sont"), headings, tuple(rows))


def _gaps(note: TerritoryNote) -> NoteSheet:
    t = note.t
    headings = (
        t("Quoi"),
        t("Connu ici"),
        t("Attendu"),
        t("Attendu, au moins"),
        t("Attendu, au plus"),
        t("Semblables qui en ont"),
        t("Semblables comparés"),
        t("Chance d’en avoir si peu"),
        t("Au-delà du hasard"),
        t("Le plus proche, hors du territoire"),
    )
    rows = tuple(
        (
            t(one.label),
            one.known,
            round(one.expected, 1),
            one.low,
            one.high,
            one.present,
            one.compared,
            round(one.chance, 4),
            t("oui") if one.beyond_chance else t("non"),
            nearest_in_words(one, t),
        )
        for one in note.portrait.gaps or ()
    )
    return NoteSheet(t("Manques"), headings, rows)


def _reach(note: TerritoryNote) -> NoteSheet:
    t = note.t
    headings = (t("Lieu"), t("Habitants"), *(t("à moins de {n} km", n=km) for km in REACH_KM))
    rows: list[tuple[Value, ...]] = [
        (t(one.target.label), one.inhabitants, *one.within) for one in note.portrait.reach or ()
    ]
    return NoteSheet(t("À portée"), headings, tuple(rows))


def _away(note: TerritoryNote) -> NoteSheet:
    t = note.t
    headings = (t("Commune"), t("Code"), t("Habitants"), t("Lieu"), t("Distance (km)"))
    rows: list[tuple[Value, ...]] = []
    rows += (
        (
            each.name,
            each.code,
            _known(each.population, note),
            t(one.target.label),
            round(each.nearest_km, 1),
        )
        for one in note.portrait.reach or ()
        for each in one.away
    )
    return NoteSheet(t("Hors de portée"), headings, tuple(rows))


def _leads(note: TerritoryNote) -> NoteSheet:
    """Every lead, then who is together already: the rows of the page's own files."""
    headings, *rows = lead_rows(note.found, note.t)
    return NoteSheet(note.t("Pistes"), headings, tuple(rows))


def _organisations(note: TerritoryNote) -> NoteSheet:
    t = note.t
    unknown = t("non renseigné")
    headings = (
        t("Nom"),
        t("Type"),
        t("Dispositifs"),
        t("Activité"),
        t("Commune"),
        t("Téléphone"),
        t("Site web"),
        "SIRET",
        t("Source"),
        t("Millésime"),
        t("Identifiant"),
    )
    rows = tuple(
        (
            one.name,
            t(one.kind.label),
            ", ".join(t(device.label) for device in one.devices),
            ", ".join(t(sector.label) for sector in one.sectors) or unknown,
            one.commune or unknown,
            one.phone or unknown,
            one.website or unknown,
            one.siret or unknown,
            one.source,
            one.vintage,
            one.id,
        )
        for one in note.organisations
    )
    return NoteSheet(t("Organisations"), headings, rows)


def _about(note: TerritoryNote) -> NoteSheet:
    t = note.t
    return NoteSheet(t(ABOUT_HEADING), (t("À savoir"), ""), tuple(_told(note)))


def _told(note: TerritoryNote) -> Iterator[tuple[Value, ...]]:
    t = note.t
    yield t("Territoire"), note.name
    yield t("Édition"), note.edition.id
    yield t("Lien"), note.link
    lines: Sequence[str] = licence_notes(note.licences, t)
    for line in (*lines, t(CLOSING_NOTE)):
        yield line, ""


def _known(n: int | None, note: TerritoryNote) -> Value:
    return note.t("non connu") if n is None else n
