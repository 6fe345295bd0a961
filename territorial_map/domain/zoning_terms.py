"""The closed lists of zonings, beside the four levels of territories."""

from territorial_map.domain.term import Term


class ZoningKind(Term):
    """Zonings that a commune or an address may be part of, beside the four territory levels."""

    QPV = "qpv", "Quartier prioritaire de la politique de la ville (QPV)"
    EMPLOYMENT_ZONE = "employment_zone", "Zone d’emploi"
    LIVING_AREA = "living_area", "Bassin de vie"
    ATTRACTION_AREA = "attraction_area", "Aire d’attraction des villes"
    URBAN_UNIT = "urban_unit", "Unité urbaine"
    DENSITY = "density", "Grille communale de densité"
    SMALL_TOWNS = "petites_villes_de_demain", "Petites villes de demain"
    VILLAGES = "villages_avenir", "Villages d’avenir"
    CITY_HEARTS = "action_coeur_de_ville", "Action cœur de ville"
    INDUSTRY = "territoires_industrie", "Territoires d’industrie"


CUT_BY_DEPARTMENT = frozenset(
    {ZoningKind.DENSITY, ZoningKind.SMALL_TOWNS, ZoningKind.VILLAGES, ZoningKind.CITY_HEARTS}
)
"""Zonings whose zones hold much of the country: drawn a département at a time, told by a legend."""


class PriorityPlace(Term):
    """Where an organisation stands to priority neighbourhoods: only an address can tell."""

    INSIDE = "inside", "Dans un quartier prioritaire"
    OUTSIDE = "outside", "Hors quartier prioritaire, d’après l’adresse"
    UNKNOWN = "unknown", "Non établi : adresse non située, ou contours non chargés"


class Density(Term):
    """INSEE's density grid in seven levels, of a commune (« grille communale de densité »)."""

    LARGE_CENTRES = "1", "Grands centres urbains"
    MIDDLE_CENTRES = "2", "Centres urbains intermédiaires"
    URBAN_BELTS = "3", "Ceintures urbaines"
    SMALL_TOWNS = "4", "Petites villes"
    RURAL_TOWNS = "5", "Bourgs ruraux"
    SCATTERED = "6", "Rural à habitat dispersé"
    VERY_SCATTERED = "7", "Rural à habitat très dispersé"


class StateProgramme(Term):
    """Programmes of the State that a commune is part of."""

    SMALL_TOWNS = ZoningKind.SMALL_TOWNS.value, ZoningKind.SMALL_TOWNS.label
    VILLAGES = ZoningKind.VILLAGES.value, ZoningKind.VILLAGES.label
    CITY_HEARTS = ZoningKind.CITY_HEARTS.value, ZoningKind.CITY_HEARTS.label
    INDUSTRY = ZoningKind.INDUSTRY.value, ZoningKind.INDUSTRY.label


class ZoningDrawn(Term):
    """Whether the zones of a zoning can be drawn: where they cannot, none is not zero."""

    DRAWN = "drawn", "Contours de l’édition"
    NOT_LOADED = (
        "not_loaded",
        "non établi : ce zonage n’est pas chargé dans l’édition servie, rien ne peut en être dit.",
    )
    OLDER = (
        "older",
        "non établi : l’édition servie est plus ancienne, « territorial-map build » le donnera.",
    )
