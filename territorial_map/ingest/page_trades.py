"""Trades that someone read on public pages: facts on organisations that other tables tell.

A claim of its own kind, weaker than what an establishment declares and stronger than what a rule
infers; each keeps its page, and the year where the page tells one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from territorial_map.domain.organisation import Organisation, SectorClaim
from territorial_map.domain.vocabulary import Sector, SectorOrigin
from territorial_map.ingest.french_typography import quoted
from territorial_map.ingest.journal import Journal
from territorial_map.ingest.row_context import plain
from territorial_map.ingest.sectors import strongest
from territorial_map.ingest.tables import SourceTable
from territorial_map.readers import Row, read_table

# How the table says that only place and operator agree, and nobody has looked again.
_UNSURE = "look again"


@dataclass(frozen=True, slots=True)
class PageTrade:
    """What one page tells of one organisation."""

    row: Row
    claims: tuple[SectorClaim, ...]

    @property
    def organisation(self) -> str:
        """The id of the organisation."""
        return self.row.values["id"]


def read_page_trades(
    path: Path, table: SourceTable, journal: Journal
) -> tuple[int, list[PageTrade]]:
    """How many rows a table has, and those that can be used; the others are in the journal.

    Raises:
        SourceError: the table cannot be read as what it is.
    """
    rows = list(read_table(path, required=table.columns).rows)
    return len(rows), list(_usable(rows, table, journal))


def _usable(rows: Iterable[Row], table: SourceTable, journal: Journal) -> Iterator[PageTrade]:
    codes = frozenset(Sector.codes())
    for row in rows:
        cells = row.values
        sectors = cells["trades"].split("|")
        if cells["match"].endswith(_UNSURE):
            reason = "La page ne nomme que le lieu et le gestionnaire : à revoir."
            journal.reject(table.file, row, "match", reason)
        elif not codes.issuperset(sectors):
            journal.reject(table.file, row, "trades", "Secteur inconnu.")
        elif not cells["source_url"].startswith(("http://", "https://")):
            journal.reject(table.file, row, "source_url", "La page n’a pas d’adresse.")
        else:
            yield PageTrade(row, tuple(_claims(row, sectors)))


def _claims(row: Row, sectors: Iterable[str]) -> Iterator[SectorClaim]:
    cells = row.values
    year = cells["page_year"].strip() or None
    when = year or f"page sans date, lue en {cells['seen_on'][:4]}"
    told = f"D’après une page publique ({when}) : {quoted(plain(cells['words']))}"
    evidence = f"{told} — {plain(cells['source'])}."
    for sector in sectors:
        yield SectorClaim(
            Sector(sector), SectorOrigin.PUBLIC_PAGE, evidence, cells["source_url"], year
        )


def by_organisation(trades: Iterable[PageTrade]) -> dict[str, tuple[SectorClaim, ...]]:
    """The claims of each organisation, those of the newest pages first."""
    found: dict[str, list[SectorClaim]] = defaultdict(list)
    for trade in trades:
        found[trade.organisation] += trade.claims
    return {
        identity: tuple(sorted(claims, key=lambda claim: claim.year or "", reverse=True))
        for identity, claims in found.items()
    }


def with_page_trades(organisation: Organisation, claims: tuple[SectorClaim, ...]) -> Organisation:
    """The organisation with what pages tell of it."""
    return replace(organisation, sectors=strongest((*organisation.sectors, *claims)))
