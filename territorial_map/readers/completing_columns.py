"""Which columns of a list complete a page, by their names: light enough for a reading apart."""

from collections.abc import Collection, Sequence

from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField
from territorial_map.domain.text import fold
from territorial_map.readers.column_names import matched as columns_by_field

Completed = CorrectedField | ContributionKind
"""What a cell completes: a field, or « toujours exact » and « fermée » of the whole page."""

_FIELDS = {
    "phone": CorrectedField.PHONE,
    "website": CorrectedField.WEBSITE,
    "address": CorrectedField.ADDRESS,
    "sectors": CorrectedField.TRADE,
}
_PRESSED = {
    "toujours exact": ContributionKind.CONFIRMATION,
    "toujours exacte": ContributionKind.CONFIRMATION,
    "confirme": ContributionKind.CONFIRMATION,
    "confirmee": ContributionKind.CONFIRMATION,
    "still right": ContributionKind.CONFIRMATION,
    "fermee": ContributionKind.CLOSED,
    "ferme": ContributionKind.CLOSED,
    "closed": ContributionKind.CLOSED,
}
"""Columns, folded, where « oui » says something of the whole page."""


def completing_columns(
    columns: Sequence[str], persons: Collection[str] = ()
) -> dict[str, Completed]:
    """What each column could complete, in the order of the list; those of persons are left out.

    >>> completing_columns(["Nom", "Fermée", "Téléphone", "Note"])
    {'Fermée': <ContributionKind.CLOSED: 'closed'>, 'Téléphone': <CorrectedField.PHONE: 'phone'>}
    """
    named = columns_by_field(columns)
    told: dict[str, Completed] = {
        column: _FIELDS[name] for name, column in named.items() if name in _FIELDS
    }
    told |= {column: _PRESSED[fold(column)] for column in columns if fold(column) in _PRESSED}
    return {c: told[c] for c in columns if c in told and c not in persons}
