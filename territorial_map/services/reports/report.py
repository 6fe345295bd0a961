"""A document of headings, paragraphs and tables, before its format: HTML, PDF or DOCX.

Each format draws the same blocks in the same order; texts come in the language of the reader.
"""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How a paragraph is meant."""

    PLAIN = "plain"
    NOTE = "note"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """A heading under the title: ``level`` 1, or 2 inside a part."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in {1, 2} or not self.text.strip():
            raise ValueError(f"a heading has words and level 1 or 2: {self}")


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; ``lead`` comes first, in bold."""

    text: str
    tone: Tone = Tone.PLAIN
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a heading per column; ``shares`` are relative widths.

    ``tick`` heads one more column, with a box to tick and room to write.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    tick: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.headings) for row in (*self.rows, self.shares)):
            raise ValueError("every row, and the widths, have as many values as there are headings")


Block = ReportHeading | Prose | Bullets | Grid


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The document: ``edition`` id and ISO day ``built_on``, ``link`` to open it again.

    ``language`` is ``fr`` or ``en``; ``words`` are « Édition », « Page », the text of the link and
    the alternative text of its code, in that language.
    """

    title: str
    summary: str
    edition: str
    built_on: str
    link: str
    language: str
    words: tuple[str, str, str, str]
    blocks: tuple[Block, ...]
