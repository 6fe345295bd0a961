"""Cells of an exported table: their columns, and how each kind of file keeps them harmless."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from territorial_map.domain.term import Term
from territorial_map.domain.text import fold
from territorial_map.services.texts import Texts

Cell = str | float | int | None
_FRENCH = Texts()
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# A number, a telephone by groups of digits, a sign alone: nothing is calculated.
_HARMLESS = re.compile(r"[+-](?:\(?\d\)?(?:[ \u00a0\u202f.,]?\(?\d\)?)*(?: ?[%€])?)?")
# Latin, Greek, Cyrillic and usual punctuation: what the fonts that travel with the PDF cover.
_NOT_PRINTABLE = re.compile(
    "[^\u0020-\u007e\u00a0-\u017f\u0386-\u03ce\u0400-\u045f\u2009-\u200a\u2010-\u2015"
    "\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2039\u203a\u20ac\u2116\u2122\u2190-\u2193"
    "\u2212\u2264\u2265]"
)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Slot(Term):
    """Where a column stands in a printed document; tables show every column."""

    NAME = "name", "Nom"
    IDENTITY = "identity", "Sous le nom"
    WHY = "why", "Pourquoi elle est là"
    WHERE = "where", "Où"
    CONTACT = "contact", "Contact"
    PROOF = "proof", "D’où vient la ligne"
    NONE = "none", "Dans les tableaux seulement"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` in code and addresses, French ``heading``, ``width`` in characters.

    ``numeric`` cells are numbers, all others text. A printed document shows ``prefix`` before the
    cell and ``suffix`` after it, but for a cell that holds ``said``, which tells as much as the
    prefix; ``joined`` cells follow the previous one on its line. A ``dated`` cell (a day, a month,
    a year) stands in words, a ``website`` as one types it. Where ``brief`` is told, the sentence of
    the cell stands once at the end of the document, and ``brief`` with its number on the line.
    """

    key: str
    heading: str
    width: int = 18
    numeric: bool = False
    slot: Slot = Slot.NONE
    prefix: str = ""
    suffix: str = ""
    joined: bool = False
    said: str = ""
    dated: bool = False
    brief: str = ""
    website: bool = False

    @property
    def field(self) -> str:
        """The name of the field in GeoJSON, GeoPackage and KML: no accent, no space.

        >>> Column("epci", "Code de l’EPCI").field
        'code_de_l_epci'
        """
        return fold(self.heading).replace(" ", "_")


def columns_in(columns: Sequence[Column], t: Texts) -> tuple[Column, ...]:
    """The columns in a language: headings, and what documents say around cells."""
    return tuple(
        replace(
            column,
            heading=t.label(column.heading),
            prefix=t.label(column.prefix),
            suffix=t.label(column.suffix),
            brief=t.label(column.brief),
        )
        for column in columns
    )


def neutral(cell: Cell) -> Cell:
    """A cell of a text file that no spreadsheet runs as a formula (OWASP, CSV injection).

    Numbers and telephones are left: they are all that they can be run as. So are the cells of
    workbooks, whose files say which are texts: they need nothing of this.

    >>> neutral("=1+1"), neutral(-3.5), neutral("+33 4 74 47 04 70"), neutral("-0,5"), neutral("-")
    ("'=1+1", -3.5, '+33 4 74 47 04 70', '-0,5', '-')
    """
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return cell if _HARMLESS.fullmatch(cell) else f"'{cell}"
    return cell


def plain(cell: Cell) -> str:
    """The cell as it was before a format wrote it, for comparing: one text whatever the file.

    >>> plain("'=1+1"), plain(5.0), plain("5"), plain(None), plain(4.80000001)
    ('=1+1', '5', '5', '', '4.8')
    """
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return f"{cell:.6f}".rstrip("0").rstrip(".")
    text = " ".join(_NOT_XML.sub("", cell).split())
    harmless = len(text) > 1 and text[0] == "'" and text[1] in "=+-@"
    return text[1:] if harmless else text


def number(value: float) -> str:
    """A number in French: decimal comma, thousands apart, no useless decimals.

    >>> number(30.0), number(2.5)
    ('30', '2,5')
    """
    return _FRENCH.decimal(value)


def printable(text: str) -> str:
    """The text with what the fonts of the PDF cannot show replaced by a question mark."""
    return _NOT_PRINTABLE.sub("?", " ".join(text.split()))


def xml_text(text: str) -> str:
    """The text inside an XML element or attribute: escaped, without what XML 1.0 forbids."""
    return escape(_NOT_XML.sub("", text), {'"': "&quot;"})


def xml_allowed(text: str) -> str:
    """The text without the characters that XML 1.0 forbids, for libraries that escape."""
    return _NOT_XML.sub("", text)
