"""What a source row tells that a legal status can be read from."""

from typing import NamedTuple

from territorial_map.domain.text import fold


class Clues(NamedTuple):
    """Cells of one row, as its source writes them; empty where the source is silent.

    ``category`` is the table's own (``esat``, ``aci``, ``association``…), ``register`` the name
    of the source as sentences give it, ``commune`` the official name of the commune.
    ``family_told`` is false where the family was read in the name or in the list's type.
    ``legal_form`` is the form that the row's own words tell, ``from_register`` false in a list
    that is no register: then nothing of the law follows from it.
    """

    name: str
    category: str = ""
    siren: str | None = None
    legal_category: str = ""
    legal_family: str = ""
    naf: str = ""
    register: str = "la source"
    commune: str = ""
    family_told: bool = True
    legal_form: str = ""
    from_register: bool = True

    @property
    def folded(self) -> str:
        """The name folded to words, for patterns."""
        return fold(self.name)
