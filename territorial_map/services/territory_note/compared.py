"""The territories that somebody chose, side by side in the note: a count and a rate of each."""

from collections.abc import Iterator, Sequence

from territorial_map.services.portrait import Figure, FigureRow
from territorial_map.services.portrait.beside import LEAST_FOR_A_RATE
from territorial_map.services.portrait.words import count_in_words, rate_in_words
from territorial_map.services.reports.report import Block, Grid, Prose, ReportHeading, Tone
from territorial_map.services.territory_note.note import TerritoryNote
from territorial_map.services.texts import Texts

MOST_SIDE_BY_SIDE = 3


def compared_blocks(note: TerritoryNote, rows: Sequence[FigureRow]) -> Iterator[Block]:
    """One column per territory, the portrait's first; nothing where nobody chose any."""
    t, portrait = note.t, note.portrait
    if portrait.alike is None or not portrait.alike.chosen:
        return
    chosen = portrait.alike.territories
    shown = chosen[:MOST_SIDE_BY_SIDE]
    names = [note.name, *(one.territory.name for one in shown)]
    yield ReportHeading(t("Côte à côte"))
    yield Prose(t("Connues, puis pour 10 000 habitants."), Tone.NOTE)
    told = tuple(_row(row, len(shown), t) for row in rows)
    yield Grid((t("Type"), *names), told, (30, *([26] * len(names))))
    if len(chosen) > len(shown):
        rest = t("Les autres territoires choisis sont dans les tableaux (XLSX).")
        yield Prose(rest, Tone.NOTE)


def _row(row: FigureRow, others: int, t: Texts) -> tuple[str, ...]:
    counts = row.alike.counts[:others] if row.alike else (None,) * others
    rates = row.alike.rates[:others] if row.alike else (None,) * others
    beside = (
        Figure(n, rate if n is not None and n >= LEAST_FOR_A_RATE else None)
        for n, rate in zip(counts, rates, strict=True)
    )
    label = t(row.label) if row.label else t("Toutes les organisations")
    return (label, *(_cell(one, t) for one in (row.here, *beside)))


def _cell(figure: Figure, t: Texts) -> str:
    count = count_in_words(figure, t)
    return count if figure.rate is None else f"{count} ({rate_in_words(figure, t)})"
