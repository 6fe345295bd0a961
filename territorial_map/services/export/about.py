"""What an exported file says of itself, so that it can be checked later."""

from dataclasses import dataclass, field

from territorial_map.domain.edition import Edition
from territorial_map.services.export.cells import Cell
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.texts import Texts

PRODUCT = "Carte et annuaire de la coopération territoriale"
LINK_HEADING = "Lien de la requête"
EDITION_HEADING = "Édition"
ABOUT_HEADING = "À propos"
NOTES_HEADING = "À savoir"
CLOSING_NOTE = "Des organisations peuvent avoir fermé depuis le millésime de leur source."


@dataclass(frozen=True, slots=True)
class About:
    """``query`` in words, ``link`` to the live list; ``total`` organisations make ``rows`` lines.

    ``unlocated`` of the organisations have no point; every text is in the language of ``t``.
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
    t: Texts = field(default_factory=Texts)

    @property
    def n_of_n(self) -> str:
        """« 50 sur 120 », or the number of lines when all are there."""
        shown = self.t.number(self.rows)
        if self.found is None or self.found <= self.rows:
            return shown
        return self.t("{n} sur {total}", n=shown, total=self.t.number(self.found))

    @property
    def sources(self) -> list[str]:
        """One line per source table: name, vintage, licence, rows read."""
        return [
            self.t(
                "{name} — millésime {vintage} — {licence} — {n} lignes lues",
                name=source.name,
                vintage=source.vintage,
                licence=self.t.label(source.licence),
                n=self.t.number(source.read),
            )
            for source in self.edition.report.sources
        ]

    def facts(self) -> list[tuple[str, Cell]]:
        """Everything but the sources, as heading and value."""
        t = self.t
        return [
            (t("Liste"), self.title),
            (t("Requête"), self.query),
            (t(LINK_HEADING), self.link),
            (t("Tri"), self.sorted_by),
            (t("Lignes"), t.label(self.rows_per.label)),
            (t("Nombre de lignes"), self.rows),
            *([(t("Lignes sur le total"), self.n_of_n)] if self.found is not None else []),
            (t("Organisations de la sélection"), self.total),
            (t("Dont sans position"), self.unlocated),
            (t(EDITION_HEADING), self.edition.id),
            (t("Construite le"), self.edition.built_on),
            (t("Empreinte du contenu"), self.edition.content_hash),
        ]

    @property
    def all_notes(self) -> tuple[str, ...]:
        """The notes of the list, then the one of every file."""
        return (*self.notes, self.t(CLOSING_NOTE))

    def lines(self) -> list[tuple[str, Cell]]:
        """The whole « À propos », as heading and value; a heading alone has ``None``."""
        sources: list[tuple[str, Cell]] = [
            (self.t("Source {n}", n=n), source) for n, source in enumerate(self.sources, start=1)
        ]
        notes: list[tuple[str, Cell]] = [
            (self.t.label(NOTES_HEADING), note) for note in self.all_notes
        ]
        return [(self.t(PRODUCT), None), *self.facts(), *sources, *notes]

    def as_json(self) -> dict[str, Cell | list[str]]:
        """The same for machines, in one object that every format carries under one name."""
        return {
            "product": self.t(PRODUCT),
            "language": self.t.language.value,
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
            "notes": list(self.all_notes),
        }
