"""What is worth saying of the file of a list: formulas, shapes, encoding, columns and widths."""

from collections.abc import Iterable, Mapping

from territorial_map.domain.errors import SourceError
from territorial_map.readers import ForeignTable


def notes_on(
    table: ForeignTable, understood: Mapping[str, str], widths: Iterable[int]
) -> tuple[str, ...]:
    """What is worth saying of a file that was read; ``widths`` are those of its rows, in cells.

    Raises:
        SourceError: a column that is needed holds formulas that were never calculated.
    """
    notes = _of_the_text(table, widths)
    used = {*understood.values()}
    for place, count in sorted(table.formulas.without.items()):
        column = table.columns[place] if place < len(table.columns) else ""
        if column in used:
            raise SourceError(
                f"{table.path.name} : la colonne « {column} » contient {count} formule(s) sans "
                "résultat enregistré. Ouvrez le fichier dans un tableur et enregistrez-le, ou "
                "collez ses cellules en « valeurs seules »."
            )
    cached = table.formulas.cached.total()
    if cached:
        notes.append(
            f"{cached} formule(s) : le résultat de leur dernier calcul est lu, elles ne sont pas "
            "recalculées."
        )
    if table.formulas.without:
        notes.append("Des formules sans résultat, dans des colonnes non lues, sont laissées vides.")
    if table.shapes.on_surface:
        notes.append(
            f"{table.shapes.on_surface} ligne(s) ou surface(s) : un point pris dessus les place."
        )
    if table.shapes.without_place:
        shown = ", ".join(map(str, table.shapes.unplaced))
        more = "…" if table.shapes.without_place > len(table.shapes.unplaced) else ""
        notes.append(
            f"{table.shapes.without_place} entité(s) de la carte sans position lisible "
            f"(lignes {shown}{more}) : seules leurs autres cellules peuvent les situer."
        )
    return tuple(notes)


def _of_the_text(table: ForeignTable, widths: Iterable[int]) -> list[str]:
    """What is worth saying of how the file is written."""
    notes = []
    if table.text is not None and table.text.repaired:
        notes.append(
            f"{table.text.repaired} ligne(s) en Windows-1252 dans un fichier UTF-8 : lues comme "
            "telles."
        )
    if table.renamed:
        twice = ", ".join(f"« {column} »" for column in dict.fromkeys(table.renamed))
        notes.append(f"Colonnes de même nom : {twice}. La première est lue.")
    beyond = sum(width > len(table.columns) for width in widths)
    if beyond:
        notes.append(f"{beyond} ligne(s) ont des cellules après la dernière colonne : non lues.")
    return notes
