"""What the territory around an organisation tells, as far as the sources know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nearby:
    """An organisation within reach; ``distance_km`` is as the crow flies, None when unknown."""

    name: str
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Facts on the neighbourhood; None means not known.

    An empty list never proves that there is none (the registers are thin), so it counts as not
    known. ``suppliers`` are sheltered, adapted or insertion suppliers, nearest first;
    ``supplier_count`` counts all of them within reach. Who is tied to the organisation already
    (same manager, PTCE or probable group) is neither: ``suppliers_tied`` says that only such are.
    ``article_9_mix`` is True when ESS enterprises, another enterprise and another person of
    article 9 (law 2014-856) are near.
    """

    suppliers: tuple[Nearby, ...] | None = None
    supplier_count: int | None = None
    suppliers_tied: bool = False
    spaces: tuple[Nearby, ...] | None = None
    article_9_mix: bool | None = None
    mix: tuple[Nearby, ...] = ()
    peers: tuple[Nearby, ...] | None = None
    reach_km: float | None = None

    def __post_init__(self) -> None:
        if self.supplier_count is not None and self.supplier_count < len(self.suppliers or ()):
            raise ValueError("more suppliers are named than counted")
        if self.reach_km is not None and self.reach_km <= 0:
            raise ValueError("a reach is a positive number of kilometres")


UNKNOWN_SURROUNDINGS = Surroundings()
