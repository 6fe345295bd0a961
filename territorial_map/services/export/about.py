"""What an exported file says of itself, so that it can be checked later."""

from dataclasses import dataclass

from territorial_map.domain.edition import Edition
from territorial_map.services.export.cells import Cell, number
from territorial_map.services.export.formats import RowsPer

PRODUCT = "Carte et annuaire de la coopération territoriale"
LINK_HEADING = "Lien de la requête"
EDITION_HEADING = "Édition"
CLOSING_NOTE = "Des organisations peuvent avoir fermé depuis le millésime de leur source."


@dataclass(frozen=True, slots=True)
class About:
    """``query`` in words, ``link`` to the live list; ``total`` organisations make ``rows`` lines.

    ``unlocated`` of the organisations have no point; ``sorted_by`` and ``notes`` are French.
    ``found`` is how many lines there were before a list was cut to its first ones.
    """

    query: str
    link: str
    edition: Edition
    total: int
    unlocated: int
    rows_per: RowsPer
    sorted_by: str
    rows: int
    title: str = "Organisations"
    notes: tuple[str, ...] = ()
    found: int | None = None

    @property
    def n_of_n(self) -> str:
        """« 50 sur 120 », or the number of lines when all are there."""
        cut = self.found is not None and self.found > self.rows
        return f"{number(self.rows)} sur {number(self.found or 0)}" if cut else number(self.rows)

    @property
    def sources(self) -> list[str]:
        """One line per source table: name, vintage, licence, rows read."""
        return [
            f"{source.name} — millésime {source.vintage} — {source.licence} — "
            f"{number(source.read)} lignes lues"
            for source in self.edition.report.sources
        ]

    def facts(self) -> list[tuple[str, Cell]]:
        """Everything but the sources, as heading and value."""
        return [
            ("Liste", self.title),
            ("Requête", self.query),
            (LINK_HEADING, self.link),
            ("Tri", self.sorted_by),
            ("Lignes", self.rows_per.label),
            ("Nombre de lignes", self.rows),
            *([("Lignes sur le total", self.n_of_n)] if self.found is not None else []),
            ("Organisations de la sélection", self.total),
            ("Dont sans position", self.unlocated),
            (EDITION_HEADING, self.edition.id),
            ("Construite le", self.edition.built_on),
            ("Empreinte du contenu", self.edition.content_hash),
        ]

    def lines(self) -> list[tuple[str, Cell]]:
        """The whole « À propos », as heading and value; a heading alone has ``None``."""
        sources: list[tuple[str, Cell]] = [
            (f"Source {n}", source) for n, source in enumerate(self.sources, start=1)
        ]
        notes: list[tuple[str, Cell]] = [("À savoir", note) for note in (*self.notes, CLOSING_NOTE)]
        return [(PRODUCT, None), *self.facts(), *sources, *notes]

    def as_json(self) -> dict[str, Cell | list[str]]:
        """The same for machines, in one object that every format carries under one name."""
        return {
            "product": PRODUCT,
            "title": self.title,
            "query": self.query,
            "link": self.link,
            "rows_per": self.rows_per.value,
            "rows": self.rows,
            "found": self.found,
            "total": self.total,
            "unlocated": self.unlocated,
            "edition": self.edition.id,
            "built_on": self.edition.built_on,
            "content_hash": self.edition.content_hash,
            "sources": self.sources,
            "notes": [*self.notes, CLOSING_NOTE],
        }
