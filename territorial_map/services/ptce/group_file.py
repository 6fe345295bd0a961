"""A group as it is typed, pasted or sent as a file: ids one a line, or any list that is matched.

A list is read as ``match`` reads it; beside what that understands, the words of a column on forms
(« SCOP SARL », « loi 1901 ») and of one on types of partner are read. What cannot be read costs its
cell, or its line, and is told; the others are checked.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from territorial_map.domain.cells import Doubt, Doubted, read_form, read_partner_type
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.matching.list_row import Given, given_row
from territorial_map.domain.matching.terms import Warned, Why
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType
from territorial_map.places import place_doubts
from territorial_map.readers import Upload
from territorial_map.readers.column_names import field_of, matched
from territorial_map.services.matching.list_files import GivenList, read_list

MAX_LINES = 300
ACCEPTED = ("id", "name", "legal_form", "partner_type", "siren", "commune")
_FORM_COLUMNS = ("category", "legal_category")
_PARTNER_COLUMN = "partner_type"
_SHOWN = 60
_TITLES = 6  # lines among which the header of a pasted table is sought
_SHAPE = re.compile(r"[^\s:]+:\S+")  # of an id


@dataclass(frozen=True, slots=True)
class LineNote:
    """What was not taken of a line as it stands; ``set_aside`` when the line is not checked."""

    line: int
    value: str
    problem: Sentence
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One member as its author gives it: an id of the directory, or a description."""

    line: int
    id: str | None = None
    legal_form: LegalForm = LegalForm.UNKNOWN
    devices: tuple[Device, ...] = ()
    esus: bool = False
    partner_type: PartnerType | None = None
    given: Given = field(default_factory=lambda: Given(0))

    def __post_init__(self) -> None:
        if not self.id and self.given.tells_nothing:
            raise ValueError("a line is an id, or tells a name or a number")

    @property
    def tells_a_form(self) -> bool:
        """True when its author says what the member is."""
        told = (self.legal_form is not LegalForm.UNKNOWN, self.partner_type is not None)
        return any((*told, self.devices, self.esus))


@dataclass(frozen=True, slots=True)
class GivenGroup:
    """The members that could be read, and what was not, both in the order of the lines."""

    lines: tuple[GroupLine, ...]
    notes: tuple[LineNote, ...] = ()


def parse_group(text: str) -> GivenGroup:
    """The members of pasted lines: ids, or a table whose header is among its first lines.

    Empty lines, and lines that begin with ``#``, are left out.

    Raises:
        BadParameter: nothing in it, or too many lines.
        SourceError: a table that is none, or a list of persons.
    """
    told = text.lstrip("\ufeff").splitlines()
    kept = {number: line for number, line in enumerate(told, start=1) if _counts(line)}
    if not kept:
        raise BadParameter("groupe", "", "aucun membre : un identifiant par ligne, ou un tableau.")
    if _is_table(tuple(kept.values())[:_TITLES]):
        lines = [kept.get(number, "") for number in range(1, len(told) + 1)]
        return read_group(Upload("groupe.csv", "\n".join(lines).encode()))
    return _group_of(_id_line(number, line) for number, line in kept.items())


def read_group(file: Upload, sheet: str = "") -> GivenGroup:
    """The members of a file, in any format of a list.

    Raises:
        BadParameter: no column that tells who a row is, no member, or too many.
        SourceError: a format or a file that cannot be read, or a list of persons.
    """
    return group_of_list(read_list(file, sheet=sheet))


def group_of_list(given: GivenList) -> GivenGroup:
    """The members of a list that is read.

    Raises:
        BadParameter: no member, or too many.
    """
    columns = matched(given.columns)
    forms = [columns[name] for name in _FORM_COLUMNS if name in columns]
    partner = columns.get(_PARTNER_COLUMN)
    found = []
    for line, row in zip(given.lines, given.rows(), strict=True):
        cells = dict(zip(given.columns, line.cells, strict=False))
        doubts = tuple(place_doubts(given.cells(line)))
        form = next((cells[column] for column in forms if cells.get(column)), "")
        if line.whole:
            found.append(_described(row, form, cells.get(partner or "", ""), doubts))
        elif line.apart is not Why.FURNITURE:
            found.append(_unread(line.line, " ".join(line.cells)))
    return _group_of(found)


def group_of_rows(rows: Sequence[Mapping[str, str]]) -> GivenGroup:
    """The members of rows with the columns of ``ACCEPTED``, as an API or a form sends them.

    Raises:
        BadParameter: an unknown column, no member, or too many; the line is the row's place.
    """
    for number, row in enumerate(rows, start=1):
        for column in row:
            if column not in ACCEPTED:
                raise BadParameter(f"ligne {number}", column, "colonne inconnue.", ACCEPTED)
    return _group_of(_of_row(number, row) for number, row in enumerate(rows, start=1))


_Read = tuple[GroupLine | None, list[LineNote]]


def _counts(line: str) -> bool:
    return bool(line.strip(" \t,;")) and not line.lstrip().startswith("#")


def _is_table(first: Sequence[str]) -> bool:
    """True when a header comes before any id: at once, or under a title of the table."""
    ids = [bool(_SHAPE.fullmatch(line.strip(" ,;\t"))) for line in first]
    header = next((n for n, line in enumerate(first) if _is_header(line)), None)
    return header is not None and not any(ids[:header])


def _is_header(line: str) -> bool:
    """True when cells of a first line are names of columns, and none is an id."""
    delimiter = max(";,\t|", key=line.count)
    names = [field_of(cell.strip(' "')) for cell in line.split(delimiter)]
    return any(name is not None for name in names) and ":" not in line


def _group_of(read: Sequence[_Read] | Iterator[_Read]) -> GivenGroup:
    lines: list[GroupLine] = []
    notes: list[LineNote] = []
    for line, told in read:
        notes += told
        if line is not None:
            lines.append(line)
        if len(lines) > MAX_LINES:
            problem = f"{MAX_LINES} membres au plus."
            raise BadParameter("groupe", f"plus de {MAX_LINES}", problem)
    if not lines:
        why = f" {notes[0].problem.fr}" if notes else ""
        raise BadParameter("groupe", "", f"aucun membre lu.{why}")
    return GivenGroup(tuple(lines), tuple(notes))


def _id_line(number: int, line: str) -> _Read:
    found = line.strip().strip(",;").strip()
    if ":" not in found or " " in found:
        problem = say(
            "Ce n’est pas un identifiant de l’annuaire (par exemple « finess:260000450 ») ; un "
            "tableau commence par une ligne d’en-tête.",
            "This is no identifier of the directory (such as “finess:260000450”); a table begins "
            "with a header line.",
        )
        return None, [LineNote(number, found[:_SHOWN], problem, set_aside=True)]
    return GroupLine(number, id=found), []


def _of_row(number: int, row: Mapping[str, str]) -> _Read:
    told = {column: value.strip() for column, value in row.items()}
    number_cell = told.get("siren", "")
    long = sum(character.isdigit() for character in number_cell) > 9
    cells = {name: told.get(name, "") for name in ("id", "name", "commune")}
    given = given_row(number, {**cells, "siret" if long else "siren": number_cell})
    return _described(given, told.get("legal_form", ""), told.get("partner_type", ""))


def _described(
    given: Given, form_cell: str, partner_cell: str, doubts: Sequence[Doubted] = ()
) -> _Read:
    if given.id and ":" in given.id:
        return GroupLine(given.line, id=given.id), []
    if given.tells_nothing:
        return _unread(given.line, "")
    form, partner = read_form(form_cell), read_partner_type(partner_cell)
    if partner is None and not partner_cell and form is None:
        partner = read_partner_type(form_cell)  # « Type » holds forms as well as partners
    notes = [_unsaid(given.line, warned) for warned in given.warnings]
    notes += [_doubtful(given.line, each) for each in doubts]
    if form is None and form_cell.strip() and partner is None:
        notes.append(_unknown_word(given.line, form_cell, "une forme juridique", "legal form"))
    if partner is None and partner_cell.strip():
        notes.append(
            _unknown_word(given.line, partner_cell, "un type de partenaire", "partner type")
        )
    member = GroupLine(
        given.line,
        legal_form=form.form if form else LegalForm.UNKNOWN,
        devices=form.devices if form else (),
        esus=form.esus if form else False,
        partner_type=partner,
        given=given,
    )
    return member, notes


def _unread(line: int, told: str) -> _Read:
    problem = say(
        "Ligne laissée de côté : elle ne dit ni nom ni numéro que l’on puisse lire.",
        "Line set aside: it tells neither a name nor a number that can be read.",
    )
    return None, [LineNote(line, told[:_SHOWN], problem, set_aside=True)]


def _unsaid(line: int, warned: Warned) -> LineNote:
    problem = say(
        f"{warned.label} Le numéro n’est pas pris en compte.",
        "This number cannot be read as it stands; it is not taken into account.",
    )
    return LineNote(line, "", problem)


def _doubtful(line: int, doubted: Doubted) -> LineNote:
    put_right = {
        Doubt.POINT_SWAPPED: "Longitude and latitude were exchanged: put in order.",
        Doubt.POINT_ON_SHAPE: "Line or area: a point taken on it places it.",
    }
    unread = "This cell of the place cannot be read as it stands; it is not taken into account."
    english = put_right.get(doubted.doubt, unread)
    return LineNote(line, doubted.value, say(doubted.doubt.label, english))


def _unknown_word(line: int, cell: str, noun: str, english: str) -> LineNote:
    problem = say(
        f"« {cell[:_SHOWN]} » n’est pas un mot connu pour {noun} : c’est à établir.",
        f"“{cell[:_SHOWN]}” is no known word for a {english}: it is still to establish.",
    )
    return LineNote(line, cell[:_SHOWN], problem)
