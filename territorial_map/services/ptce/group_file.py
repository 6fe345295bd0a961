"""A group as it is typed, pasted or uploaded: ids one a line, or a table with a header.

Table columns: ``id``, or ``name, legal_form, partner_type, siren, commune`` (French names are read
too); comma, semicolon or tab. Empty lines, and lines that begin with ``#``, are left out.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.identifiers import parse_siren, parse_siret
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType
from territorial_map.services.ptce.list_words import form_of, partner_type_of

MAX_LINES = 300
COLUMNS: dict[str, str] = {
    "id": "id",
    "identifiant": "id",
    "name": "name",
    "nom": "name",
    "legal form": "legal_form",
    "forme juridique": "legal_form",
    "forme": "legal_form",
    "partner type": "partner_type",
    "type de partenaire": "partner_type",
    "type partenaire": "partner_type",
    "type": "partner_type",
    "siren": "siren",
    "commune": "commune",
}
ACCEPTED = ("id", "name", "legal_form", "partner_type", "siren", "commune")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One member as its author gives it: an id of the directory, or a description."""

    line: int
    id: str | None = None
    name: str = ""
    legal_form: LegalForm = LegalForm.UNKNOWN
    devices: tuple[Device, ...] = ()
    esus: bool = False
    partner_type: PartnerType | None = None
    siren: str | None = None
    commune: str = ""

    def __post_init__(self) -> None:
        if not self.id and not self.name:
            raise ValueError("a line is an id or has a name")


def parse_group(text: str) -> tuple[GroupLine, ...]:
    """The members of a file or of pasted lines.

    Raises:
        BadParameter: nothing in it, too many lines, or a value that cannot be read; the message
            names the line and the column.
    """
    kept = [
        (number, line)
        for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1)
        if line.strip(" \t,;") and not line.lstrip().startswith("#")
    ]
    if not kept:
        raise BadParameter("groupe", "", "aucun membre : un identifiant par ligne, ou un tableau.")
    if len(kept) > MAX_LINES + 1:
        raise BadParameter("groupe", f"{len(kept)} lignes", f"{MAX_LINES} lignes au plus.")
    delimiter = max(",;\t", key=kept[0][1].count)
    header = [COLUMNS.get(fold(cell)) for cell in _cells(kept[0][1], delimiter)]
    if "id" not in header and "name" not in header:
        return tuple(_id_line(number, line) for number, line in kept)
    columns = _columns(kept[0][0], kept[0][1], delimiter)
    rows = [(n, _row(n, _cells(line, delimiter), columns)) for n, line in kept[1:]]
    if not rows:
        raise BadParameter("groupe", "", "l’en-tête n’est suivi d’aucun membre.")
    return tuple(_described(number, row) for number, row in rows)


def group_of_rows(rows: Sequence[Mapping[str, str]]) -> tuple[GroupLine, ...]:
    """The members of rows with the columns of ``ACCEPTED``, as an API or a form sends them.

    Raises:
        BadParameter: as ``parse_group``; the line is the row's place, from 1.
    """
    if not rows:
        raise BadParameter("groupe", "", "aucun membre.")
    if len(rows) > MAX_LINES:
        raise BadParameter("groupe", f"{len(rows)} lignes", f"{MAX_LINES} lignes au plus.")
    for number, row in enumerate(rows, start=1):
        for column in row:
            if column not in ACCEPTED:
                raise BadParameter(f"ligne {number}", column, "colonne inconnue.", ACCEPTED)
    return tuple(
        _described(number, {c: v.strip() for c, v in row.items()})
        for number, row in enumerate(rows, start=1)
    )


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter))]


def _columns(number: int, line: str, delimiter: str) -> list[str]:
    columns = []
    for cell in _cells(line, delimiter):
        column = COLUMNS.get(fold(cell))
        if column is None or column in columns:
            problem = "colonne inconnue." if column is None else "colonne donnée deux fois."
            raise BadParameter(f"ligne {number}, en-tête", cell, problem, ACCEPTED)
        columns.append(column)
    return columns


def _row(number: int, cells: list[str], columns: list[str]) -> dict[str, str]:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        problem = f"{len(cells)} valeurs pour {len(columns)} colonnes."
        raise BadParameter(f"ligne {number}", cells[-1], problem)
    return dict(zip(columns, cells, strict=False))


def _id_line(number: int, line: str) -> GroupLine:
    found = line.strip().strip(",;").strip()
    if ":" not in found or " " in found:
        raise BadParameter(
            f"ligne {number}",
            found,
            "ce n’est pas un identifiant de l’annuaire (par exemple « finess:260000450 »). "
            "Un tableau commence par une ligne d’en-tête.",
            ACCEPTED,
        )
    return GroupLine(number, id=found)


def _described(number: int, row: Mapping[str, str]) -> GroupLine:
    if row.get("id"):
        return GroupLine(number, id=row["id"])
    if not row.get("name"):
        raise BadParameter(f"ligne {number}, colonne name", "", "un nom ou un identifiant manque.")
    form = form_of(number, row.get("legal_form", ""))
    return GroupLine(
        number,
        name=row["name"],
        legal_form=form.form,
        devices=form.devices,
        esus=form.esus,
        partner_type=partner_type_of(number, row.get("partner_type", "")),
        siren=_siren(number, row.get("siren", "")),
        commune=row.get("commune", ""),
    )


def _siren(number: int, text: str) -> str | None:
    if not text:
        return None
    siret = parse_siret(text)
    siren = siret[:9] if siret else parse_siren(text)
    if siren is None:
        raise BadParameter(
            f"ligne {number}, colonne siren",
            text,
            "un SIREN a neuf chiffres et une clé juste ; un SIRET, quatorze.",
        )
    return siren
