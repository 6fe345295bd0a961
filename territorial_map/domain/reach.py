"""What people should find within reach: the kinds of place, and the distances counted."""

from territorial_map.domain.term import Term

REACH_KM = (10, 20, 30)
OUT_OF_REACH_KM = REACH_KM[-1]


class ReachTarget(Term):
    """What is looked for around each commune."""

    SHELTERED = "sheltered", "ESAT ou entreprise adaptée"
    INSERTION = "insertion", "Structure d’insertion (ACI, EI, AI, ETTI, EITI)"
    SPACE = "cooperation_space", "Lieu de coopération"
    PTCE = "ptce", "PTCE"
