"""What a cell of a list, or a field of the form that is one, says of an organisation."""

from collections.abc import Iterator, Mapping

from territorial_map.domain.contributions.terms import ContributionKind, CorrectedField
from territorial_map.domain.contributions.values import TRADES
from territorial_map.domain.text import fold
from territorial_map.domain.trades.words import Precision, ReadIn, TradeTable
from territorial_map.domain.vocabulary import Sector
from territorial_map.readers.completing_columns import Completed

_YES = frozenset({"oui", "o", "x", "1", "vrai", "yes", "true"})
_NO = frozenset({"", "non", "n", "0", "faux", "no", "false"})
_UNTOLD = ("non renseigne", "activite non renseignee", "activites non renseignees", "not recorded")
"""How our own lists say, folded, that nothing is known."""

_READ = frozenset({ReadIn.NAME, ReadIn.ACTIVITY})


def cell_said(what: Completed, cell: str, words: TradeTable) -> Iterator[Mapping[str, str]]:
    """What a cell says, in the keys of a contribution; ``fault`` where it cannot be read."""
    if isinstance(what, ContributionKind):
        if fold(cell) in _YES:
            yield {"kind": what.value}
        elif fold(cell) not in _NO:
            yield {"fault": "« oui » ou « non » est attendu."}
        return
    if fold(cell).startswith(_UNTOLD):
        return
    field = {"kind": ContributionKind.FIELD.value, "field": what.value}
    if what is not CorrectedField.TRADE:
        yield {**field, "value": cell}
        return
    trades = _trades(cell, words)
    if not trades:
        yield {"fault": "aucune activité connue dans ces mots."}
    for trade in trades:
        yield {**field, "value": trade}


def _trades(cell: str, words: TradeTable) -> list[str]:
    """The trades that a cell names, by their code, their label or words that surely tell them."""
    rest, named = fold(cell), set()
    for code in TRADES:
        label = fold(Sector(code).label)
        if rest == fold(code) or label in rest:
            named.add(code)
            rest = rest.replace(label, " ").strip()
    sure = {
        each.sector.value for each in words.find(rest, _READ) if each.precision is Precision.SURE
    }
    return [code for code in TRADES if code in named | sure]
