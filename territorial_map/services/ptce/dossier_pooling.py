"""What members bring and look for, in the dossier of a group: the matrix, then leads and ties."""

from collections.abc import Callable, Sequence

from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.partnerships.group_partnerships import Inside, one_per_pair
from territorial_map.services.partnerships.words import LeadWords
from territorial_map.services.ptce.matrix import (
    Ground,
    MatrixCell,
    MatrixRow,
    PoolingMatrix,
    SaidOfPooling,
    said_in_words,
)
from territorial_map.services.ptce.notes import GroupNotes
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportHeading,
    Tone,
)

# As many columns as a page holds beside the names.
_COLUMNS = 5
IdsOf = Callable[[str], tuple[str, ...]]


def matrix_blocks(
    matrix: PoolingMatrix, telling: LeadWords, notes: GroupNotes, ids_of: IdsOf
) -> list[Block]:
    """The categories worth a meeting as tables, then what was noted in the others."""
    t = telling.t
    how = t(
        "Sans signe : déclaré ou connu de nos sources. « déduit » : par une règle, à vérifier. "
        "Point d’interrogation : à demander. « noté » : réponse notée par l’auteur du groupe."
    )
    blocks: list[Block] = [ReportHeading(t("Qui apporte, qui cherche")), Prose(how, Tone.NOTE)]
    noted = _Noted(telling, notes, ids_of)
    starts = range(0, len(matrix.first), _COLUMNS)
    blocks += [_grid(matrix, matrix.first[at : at + _COLUMNS], noted) for at in starts]
    others = [
        f"{row.member.name}, {telling.category(category)}{NBSP}: {told}"
        for row in matrix.rows
        for category in matrix.others
        if (told := noted.told(row, category)) is not None
    ]
    return [*blocks, *([Bullets(tuple(others))] if others else [])]


class _Noted:
    """The words of cells, what was noted before what sources say."""

    def __init__(self, telling: LeadWords, notes: GroupNotes, ids_of: IdsOf) -> None:
        self.telling, self.notes, self.ids_of = telling, notes, ids_of

    def told(self, row: MatrixRow, category: PoolingCategory) -> str | None:
        """What the author noted, in words."""
        said = self.notes.answer(self.ids_of(row.member.id), category)
        return None if said is None else self._noted(said)

    def cell(self, row: MatrixRow, category: PoolingCategory, cell: MatrixCell) -> str:
        """What a cell says, in words."""
        told = self.told(row, category)
        if told is not None:
            return told
        if cell.says is None:
            return "?"
        words = said_in_words(cell.says, self.telling.t)
        return (
            words if cell.ground is Ground.KNOWN else self.telling.t("{said} (déduit)", said=words)
        )

    def _noted(self, said: SaidOfPooling) -> str:
        t = self.telling.t
        return t("{said} (noté)", said=said_in_words(said, t))


def _grid(matrix: PoolingMatrix, categories: Sequence[PoolingCategory], noted: _Noted) -> Grid:
    rows = tuple(
        (
            row.member.name,
            *(noted.cell(row, one, matrix.cell(row, one)) for one in categories),
        )
        for row in matrix.rows
    )
    headings = (noted.telling.t("Membre"), *map(noted.telling.category, categories))
    return Grid(headings, rows, (34, *(20 for _ in categories)))


def inside_blocks(inside: Inside, telling: LeadWords) -> list[Block]:
    """The leads of pairs with their frames, and who is tied already."""
    t = telling.t
    blocks: list[Block] = [ReportHeading(t("Pistes entre membres"))]
    rows = tuple(
        (
            found.a.name,
            found.b.name,
            telling.category(found.category),
            telling.tier(found.tier),
            telling.distance(found),
            telling.say(reasons_of(found, telling.rulebook).ask),
        )
        for found in one_per_pair(inside.found)
    )
    headings = (t("Membre"), t("Avec"), t("Sur quoi"), t("Piste"), t("Distance"), t("À demander"))
    if rows:
        blocks.append(Grid(headings, rows, (22, 22, 18, 14, 14, 30)))
        blocks += _frames(inside, telling)
    else:
        words = t("Aucune piste entre ces membres d’après nos sources.")
        blocks.append(Prose(words, Tone.NOTE))
    if inside.existing:
        blocks.append(ReportHeading(t("Déjà en lien"), level=2))
        blocks.append(
            Bullets(
                tuple(
                    f"{bond.a.name} — {bond.b.name}{NBSP}: "
                    + " ; ".join(telling.say(tie.sentence) for tie in bond.ties)
                    for bond in inside.existing
                )
            )
        )
    if inside.unlocated:
        names = ", ".join(facts.name for facts in inside.unlocated)
        words = t("Sans position connue, donc sans distance ni piste : {names}.", names=names)
        blocks.append(Prose(words, Tone.NOTE))
    return blocks


def _frames(inside: Inside, telling: LeadWords) -> list[Block]:
    """The legal frame of each category that the table names, once."""
    found = {p.category: telling.rulebook.frame(p.category).legal for p in inside.found}
    told = tuple(
        f"{telling.category(category)}{NBSP}: {telling.say(legal)}"
        for category, legal in found.items()
        if legal is not None
    )
    if not told:
        return []
    return [ReportHeading(telling.t("Cadre juridique, à vérifier"), level=2), Bullets(told)]
