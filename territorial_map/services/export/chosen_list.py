"""A list made line by line in a browser, as a table: what is told of each is today's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from territorial_map.domain.language.languages import Language
from territorial_map.domain.licences import licence_of
from territorial_map.domain.listing import Listed
from territorial_map.domain.selection import Selection
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import Located
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Cell, Column, Slot, columns_in
from territorial_map.services.export.columns import COLUMNS, READERS
from territorial_map.services.export.licence_notes import licence_notes
from territorial_map.services.export.map_background import survey
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable
from territorial_map.services.texts import Texts

PATH = "/listes"
MOST_LINES = 5_000
_MOST_TITLE = 120
_MOST_TOLD = 20
DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_UNTOLD = frozenset({"distance_km"})


class FollowUp(Term):
    """Where the author of a list stands with a line."""

    TO_CONTACT = "to_contact", "À contacter"
    CONTACTED = "contacted", "Contacté"
    INTERESTED = "interested", "Intéressé"
    NO = "no", "Non"


LIST_COLUMNS: tuple[Column, ...] = (
    COLUMNS[0],
    Column("status", "Suivi", 14, slot=Slot.WHY, prefix="Suivi : "),
    Column("verified_on", "Vérifié le", 14, slot=Slot.WHY, prefix="Vérifié le "),
    *(column for column in COLUMNS[1:] if column.key not in _UNTOLD),
)


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """One line of a browser's list; its note never leaves the browser."""

    id: str
    status: FollowUp | None = None
    checked_on: str | None = None


@dataclass(frozen=True, slots=True)
class ChosenList:
    """A titled list, in its author's order."""

    title: str
    lines: tuple[ChosenLine, ...]

    @classmethod
    def titled(cls, title: str, lines: Iterable[ChosenLine]) -> Self:
        """A list under its title on one line, cut where it is too long."""
        return cls(" ".join(title.split())[:_MOST_TITLE] or "Ma liste", tuple(lines))


def list_table(
    edition: OpenEdition,
    chosen: ChosenList,
    public_url: str,
    language: Language = Language.FRENCH,
) -> ExportTable:
    """The table of a list: ids that were merged follow, unknown ones are told and left out."""
    t = Texts(language)
    own = edition.own_ids(tuple(line.id for line in chosen.lines))
    listed = {item.id: item for item in edition.listed_by_ids(tuple(set(own.values())))}
    kept: dict[str, ChosenLine] = {}
    for line in chosen.lines:
        if line.id in own:
            kept.setdefault(own[line.id], line)
    items = [listed[identity] for identity in kept]
    lines = tuple(_line(item, line, t) for item, line in zip(items, kept.values(), strict=True))

    counted = t.plural("{n} organisation", "{n} organisations", len(lines))
    lang = "" if language is Language.FRENCH else f"?lang={language.value}"

    def read() -> Iterator[ExportLine]:
        return iter(lines)

    return ExportTable(
        columns=columns_in(LIST_COLUMNS, t),
        about=About(
            query=t("Liste « {title} » ({counted})", title=chosen.title, counted=counted),
            link=f"{public_url}{PATH}{lang}",
            edition=edition.edition,
            total=len(lines),
            unlocated=sum(item.point is None for item in items),
            rows_per=RowsPer.SITE,
            sorted_by=t("Ordre de la liste"),
            rows=len(lines),
            title=chosen.title,
            notes=(
                *_notes(edition, Read(chosen, own, listed), t),
                *licence_notes(Counter(licence_of(item.licence) for item in items), t),
            ),
            t=t,
        ),
        read=read,
        symbols=edition.knowledge.symbols,
        map_script=edition.knowledge.map_script,
        sheet_name=t("Organisations"),
        why_heading=t("Activité et statut"),
        survey=lambda points: survey(edition, Selection.of({}), points, None),
    )


@dataclass(frozen=True, slots=True)
class Read:
    """A list as read: the ids that each line has today, and what is listed of them."""

    chosen: ChosenList
    own: Mapping[str, str]
    listed: Mapping[str, Listed]


def _notes(edition: OpenEdition, read: Read, t: Texts) -> tuple[str, ...]:
    ids = [line.id for line in read.chosen.lines]
    unknown = [i for i in dict.fromkeys(ids) if i not in read.own]
    merged = [i for i in dict.fromkeys(ids) if read.own.get(i, i) != i]
    notes = [
        t("La liste est gardée dans le navigateur de son auteur ; ses notes n’en sortent pas.")
    ]
    if unknown:
        notes.append(
            t(
                "Absentes de l’édition {id}, fermées ou retirées de leur source : {names}.",
                id=edition.edition.id,
                names=_told(unknown, t),
            )
        )
    if merged:
        named = [
            t("{id}, réunie à « {name} »", id=i, name=read.listed[read.own[i]].name) for i in merged
        ]
        notes.append(t("Suivies sous un autre identifiant : {names}.", names=_told(named, t)))
    return tuple(notes)


def _told(words: Sequence[str], t: Texts) -> str:
    more = len(words) - _MOST_TOLD
    others = [t.plural("et {n} autre", "et {n} autres", more)] if more > 0 else []
    return " ; ".join([*words[:_MOST_TOLD], *others])


def _line(item: Listed, line: ChosenLine, t: Texts) -> ExportLine:
    own: dict[str, Cell] = {
        "status": t.label(line.status.label) if line.status else None,
        "verified_on": line.checked_on,
    }
    cells = (own[c.key] if c.key in own else READERS[c.key](item, t) for c in LIST_COLUMNS)
    return ExportLine(tuple(cells), item.point, item.kind, item.located is Located.ADDRESS)
