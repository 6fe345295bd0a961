"""What two organisations already share; existing cooperation is shown apart, never proposed."""

from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.term import Term


class TieKind(Term):
    """A tie between two organisations that the sources show."""

    SAME_PTCE = "same_ptce", "Même PTCE"
    SAME_MANAGER = "same_manager", "Même gestionnaire"
    SAME_EPCI = "same_epci", "Même EPCI"

    @property
    def is_cooperation(self) -> bool:
        """True when the tie is a cooperation already; the same EPCI is only a neighbourhood."""
        return self is not TieKind.SAME_EPCI


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie, the code it rests on (PTCE, manager or EPCI) and a sentence."""

    kind: TieKind
    code: str
    sentence: Sentence


def ties_between(a: Facts, b: Facts) -> tuple[Tie, ...]:
    """Everything the two are known to share, cooperation first."""
    found = [
        Tie(
            TieKind.SAME_PTCE,
            code,
            Sentence("déjà en lien dans le même PTCE", "already linked in the same PTCE"),
        )
        for code in sorted(a.ptce_ids & b.ptce_ids)
    ]
    if a.manager_id is not None and a.manager_id == b.manager_id:
        told = Sentence("le même organisme les gère déjà", "the same body already runs both")
        found.append(Tie(TieKind.SAME_MANAGER, a.manager_id, told))
    if a.epci_code is not None and a.epci_code == b.epci_code:
        name = a.epci or a.epci_code
        told = Sentence(f"même EPCI{NBSP}: {name}", f"same EPCI: {name}")
        found.append(Tie(TieKind.SAME_EPCI, a.epci_code, told))
    return tuple(found)


def already_cooperate(a: Facts, b: Facts) -> bool:
    """True when the sources show a cooperation: the same PTCE or the same manager."""
    return bool(a.ptce_ids & b.ptce_ids) or (
        a.manager_id is not None and a.manager_id == b.manager_id
    )
