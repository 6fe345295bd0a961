"""Territories of the Code officiel géographique (COG) and their places in one another."""

from dataclasses import dataclass

from territorial_map.domain.geo import Point, Window
from territorial_map.domain.numbers import whole_number
from territorial_map.domain.term import Term


class TerritoryLevel(Term):
    """The four levels of the directory, from the widest."""

    REGION = "region", "Région"
    DEPARTMENT = "department", "Département"
    EPCI = "epci", "EPCI"
    COMMUNE = "commune", "Commune"


@dataclass(frozen=True, slots=True)
class Territory:
    """One territory; ``point`` lies inside its largest part; ``population`` in inhabitants.

    ``point`` is ``None`` for collectivities without a polygon here (975, 977, 978).
    """

    level: TerritoryLevel
    code: str
    name: str
    point: Point | None = None
    population: int | None = None
    region_code: str | None = None
    department_code: str | None = None
    epci_code: str | None = None
    postcodes: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.code or not self.name:
            raise ValueError("a territory has a code and a name")


# Collectivities outside the COG's départements: organisations there are kept, by name.
COLLECTIVITIES: dict[str, str] = {
    "975": "Saint-Pierre-et-Miquelon",
    "977": "Saint-Barthélemy",
    "978": "Saint-Martin",
    "984": "Terres australes et antarctiques françaises",
    "986": "Wallis-et-Futuna",
    "987": "Polynésie française",
    "988": "Nouvelle-Calédonie",
}

# Municipal arrondissements: registers use their codes, the COG the commune's.
_ARRONDISSEMENTS: tuple[tuple[range, str], ...] = (
    (range(75101, 75121), "75056"),
    (range(69381, 69390), "69123"),
    (range(13201, 13217), "13055"),
)


def commune_of_arrondissement(code: str) -> str:
    """The commune of a municipal arrondissement; any other code is its own answer.

    >>> commune_of_arrondissement("75113"), commune_of_arrondissement("26281")
    ('75056', '26281')
    """
    number = whole_number(code)
    for arrondissements, commune in _ARRONDISSEMENTS:
        if number in arrondissements:
            return commune
    return code


@dataclass(frozen=True, slots=True)
class TerritoryShape:
    """A territory with what a screen draws: its window and simplified outline (GeoJSON text)."""

    territory: Territory
    window: Window | None = None
    outline: str | None = None
