"""What was done with a value of an address that could not be taken as it stood, and its words."""

from dataclasses import dataclass

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.term import Term
from territorial_map.domain.territory import COLLECTIVITIES
from territorial_map.places.reader import PlaceReader
from territorial_map.services.texts import Texts

Pair = tuple[str, str]
MOST_SHOWN = 60


class MendKind(Term):
    """What was done with a value that could not be taken as it stood; the label says it."""

    FORMER = "former", "{filter} : « {value} » est un ancien code, lu comme {now}."
    WRITTEN = "written", "{filter} : « {value} » est lu comme {now}."
    NAMED = "named", "{filter} : le nom « {value} » est lu comme {now}."
    ELSEWHERE = "elsewhere", "{filter} : « {value} » n’a pas de commune ici, lu comme {now}."
    EDGES = "edges", "{filter} : des bords opposés étaient échangés, remis en ordre."
    EXCHANGED = "exchanged", "{filter} : longitude et latitude étaient échangées, remises en ordre."
    LARGEST = (
        "largest",
        "{filter} : le nom « {value} » est lu comme {now}, de loin la plus peuplée (ou {others}).",
    )
    SEVERAL = (
        "several",
        "{filter} : « {value} » peut être {others} : dites laquelle, ce filtre est retiré.",
    )
    UNKNOWN = "unknown", "{filter} : « {value} » n’est pas connu, ce filtre est retiré."


@dataclass(frozen=True, slots=True)
class Mend:
    """One value put right or taken off: ``now`` is what it became, blank when it was taken off.

    ``others`` are what a name may designate too, or instead, the largest first.
    """

    kind: MendKind
    name: str
    value: str
    now: tuple[Pair, ...] = ()
    others: tuple[Pair, ...] = ()

    @property
    def taken_off(self) -> bool:
        """True for a value that says nothing that can be asked."""
        return self.kind in {MendKind.UNKNOWN, MendKind.SEVERAL}


@dataclass(frozen=True, slots=True)
class MendedPairs:
    """The parameters of an address with their values put right, and what was done."""

    pairs: tuple[Pair, ...]
    mends: tuple[Mend, ...] = ()


def mend_in_words(mend: Mend, places: PlaceReader, t: Texts) -> str:
    """What was done with a value, in one sentence without words of the program."""
    dimension = BY_NAME.get(mend.name)
    label = dimension.label if dimension is not None else OTHER_LABELS.get(mend.name, ADDRESS)
    now, others = (
        ", ".join(_named_now(name, code, places) for name, code in pairs)
        for pairs in (mend.now, mend.others)
    )
    value = mend.value[:MOST_SHOWN]
    return t(mend.kind.label, filter=t(label), value=value, now=now, others=others)


# Parameters that are no filter among values, as readers know them.
OTHER_LABELS = {
    "near": "Lieu",
    "bbox": "Carte",
    "map": "Carte",
    "radius_km": "Rayon",
    "q": "Recherche",
    "order": "Tri",
    "view": "Affichage",
    "shown": "Nombre de lignes",
    "lang": "Langue",
    "show": "Ce qu’il montre",
    "lock": "Filtres que ses lecteurs ne peuvent pas changer",
    "accent": "Couleur d’accent",
    "height": "Hauteur",
}
ADDRESS = "Adresse de la page"


def _named_now(name: str, code: str, places: PlaceReader) -> str:
    index = places.index
    held = {
        "region": index.regions,
        "department": index.departments,
        "epci": index.epci,
        "commune": index.communes,
    }.get(name, {})
    territory = held.get(code)
    return f"{territory.name} ({code})" if territory else COLLECTIVITIES.get(code, code)
