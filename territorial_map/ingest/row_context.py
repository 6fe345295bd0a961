"""What every row needs beside its own cells, and the checks that every table shares."""

import html
from dataclasses import dataclass

from territorial_map.domain.licences import licence_in_words
from territorial_map.domain.organisation import Place, SectorClaim, SourceMention
from territorial_map.domain.trades import Trades
from territorial_map.ingest.journal import Journal, RemarkCode
from territorial_map.ingest.names import PlaceNames, display_name
from territorial_map.ingest.sectors import SectorClues, sectors_of
from territorial_map.ingest.tables import SourceTable
from territorial_map.ingest.territories import TerritoryReference
from territorial_map.places import PlaceFlag
from territorial_map.readers import Row

# Names that our tables give to sources that have none of their own.
_IN_FRENCH = {
    "compiled public lists of shared workspaces": "Listes publiques d’espaces de travail partagés"
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The table being read, the territories and their names, the trades, the build's journal."""

    table: SourceTable
    reference: TerritoryReference
    journal: Journal
    names: PlaceNames
    trades: Trades

    def reject(self, row: Row, column: str, problem: str, *, hide: bool = False) -> None:
        """Leave a row out, with its line and what is wrong, a French sentence."""
        self.journal.reject(self.table.file, row, column, problem, hide=hide)

    def mention(self, identity: str, row: Row) -> SourceMention:
        """The source of a row, by its own cells where it tells them, else the table's."""
        cells = row.values
        source = cells.get("source", "").strip()
        return SourceMention(
            id=identity,
            source=_IN_FRENCH.get(source, source) or self.table.name,
            reference=(cells.get("source_ref") or cells.get("source_url") or "").strip(),
            vintage=cells.get("vintage", "").strip() or self.table.vintage,
            licence=licence_in_words(cells.get("licence", "").strip() or self.table.licence),
        )

    def shown(self, name: str) -> str:
        """A name as people write it."""
        return display_name(name, places=self.names)

    def sectors(self, clues: SectorClues) -> tuple[SectorClaim, ...]:
        """What a row tells of its sectors, by the trades of this build."""
        return sectors_of(clues, self.trades)

    def note_place(self, identity: str, place: Place) -> None:
        """Count what was doubtful in a place, and the places without a commune."""
        for flag in place.flags:
            self.journal.note(PlaceFlag(flag), identity)
        if place.commune_code is None:
            self.journal.note(RemarkCode.WITHOUT_COMMUNE, identity)


def plain(text: str) -> str:
    """A cell without stray spaces nor HTML entities (« &amp; »)."""
    return " ".join(html.unescape(text).split()) if text else ""


def optional(text: str) -> str | None:
    """A cell's text, or ``None`` when blank."""
    return plain(text) or None


def several(text: str, separator: str = ";") -> tuple[str, ...]:
    """The items of a cell that lists several."""
    return tuple(item for item in map(plain, text.split(separator)) if item) if text else ()
