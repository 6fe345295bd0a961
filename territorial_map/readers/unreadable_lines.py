"""Lines of somebody else's file that cannot be read as a record: said, never lost."""

from dataclasses import dataclass

from territorial_map.domain.term import Term


class FlawKind(Term):
    """What is wrong with a line; the label is a French sentence for the reader."""

    TOO_SHORT = "too_short", "La ligne s’arrête avant la dernière colonne."
    TOO_LONG = "too_long", "La ligne a plus de cellules que l’en-tête n’a de colonnes."
    OPEN_QUOTE = "open_quote", "Un guillemet ouvert n’est jamais refermé."
    NUL_BYTE = "nul_byte", "La ligne contient un octet nul."
    ENDLESS = "endless", "La ligne ou l’une de ses cellules est démesurée."
    HEADER_AGAIN = "header_again", "La ligne d’en-tête est répétée."


@dataclass(frozen=True, slots=True)
class Flaw:
    """A line left out: where it begins (the first line is 1), the column if known, the start.

    ``cells`` are all that it holds, so that nothing of it is lost.
    """

    line: int
    kind: FlawKind
    column: str = ""
    value: str = ""
    cells: tuple[str, ...] = ()
