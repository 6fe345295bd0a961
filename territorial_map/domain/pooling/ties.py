"""What two organisations already share; existing cooperation is shown apart, never proposed."""

from dataclasses import dataclass

from territorial_map.domain.language.sentence import Sentence
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.pooling.facts import Facts
from territorial_map.domain.pooling.same_group import ENGLISH, SharedGroup, shared_group
from territorial_map.domain.term import Term

SAID = "said"
"""The code of a tie that a person tells."""

_SAID = Sentence(
    f"du même groupe{NBSP}: une personne l’a dit, ici ou pour tous",
    "of the same group: a person said so, here or for all",
)


class TieStrength(Term):
    """How sure a tie is."""

    KNOWN = "known", "Établi par une source"
    PROBABLE = "probable", "Probable"


class TieKind(Term):
    """A tie between two organisations that the sources show."""

    SAME_PTCE = "same_ptce", "Même PTCE"
    SAME_MANAGER = "same_manager", "Même gestionnaire"
    SAME_GROUP = "same_group", "Sans doute du même groupe"
    SAME_EPCI = "same_epci", "Même EPCI"

    @property
    def is_cooperation(self) -> bool:
        """True when the tie is a cooperation already; the same EPCI is only a neighbourhood."""
        return self is not TieKind.SAME_EPCI

    @property
    def strength(self) -> "TieStrength":
        """How sure the tie is: told by a source, or read from several signs."""
        return TieStrength.PROBABLE if self is TieKind.SAME_GROUP else TieStrength.KNOWN


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie, the code it rests on (PTCE, manager, sort of evidence, EPCI) and what shows it."""

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
    found += _same_group(a, b)
    if a.epci_code is not None and a.epci_code == b.epci_code:
        name = a.epci or a.epci_code
        told = Sentence(f"même EPCI{NBSP}: {name}", f"same EPCI: {name}")
        found.append(Tie(TieKind.SAME_EPCI, a.epci_code, told))
    return tuple(found)


def already_cooperate(a: Facts, b: Facts) -> bool:
    """True for the same PTCE, the same manager, or one group, said or probable."""
    if a.ptce_ids & b.ptce_ids or (a.manager_id is not None and a.manager_id == b.manager_id):
        return True
    return are_of_one_group(a, b)


def are_of_one_group(a: Facts, b: Facts) -> bool:
    """True when a person says so, or when signs do and nobody says the contrary."""
    return said_of_one_group(a, b) or group_shared_by(a, b) is not None


def said_of_one_group(a: Facts, b: Facts) -> bool:
    """True when a person says that the two are of one group."""
    return b.id in a.said_same or a.id in b.said_same


def group_shared_by(a: Facts, b: Facts) -> SharedGroup | None:
    """Why the two are probably of one group; ``None`` when nothing tells, or a person denies it."""
    if a.signs is None or b.signs is None:
        return None
    if b.id in a.said_apart or a.id in b.said_apart:
        return None
    return shared_group(a.signs, b.signs, (a.point, b.point))


def _same_group(a: Facts, b: Facts) -> list[Tie]:
    """The probable group, unless a sure tie says it better."""
    sure = a.ptce_ids & b.ptce_ids or (a.manager_id is not None and a.manager_id == b.manager_id)
    if sure:
        return []
    if said_of_one_group(a, b):
        return [Tie(TieKind.SAME_GROUP, SAID, _SAID)]
    shared = group_shared_by(a, b)
    if shared is None:
        return []
    words = " ".join(shared.words)
    fr, en = shared.evidence.label, ENGLISH[shared.evidence]
    told = Sentence(
        f"sans doute du même groupe{NBSP}: {fr}, «{NBSP}{words}{NBSP}» dans les deux noms",
        f"probably of the same group: {en}, “{words}” in both names",
    )
    return [Tie(TieKind.SAME_GROUP, shared.evidence.value, told)]
