"""What makes two territories alike: the traits compared, and the classes that each may have.

Classes are those of INSEE and of the Observatoire des territoires; shares are of inhabitants.
"""

from territorial_map.domain.term import Term
from territorial_map.domain.territory import TerritoryLevel

ALIKE = 10
# As many again are kept in reserve: they are proposed where the ten are changed by hand.
KEPT_ALIKE = 20
MOST_CHOSEN = 20
# Smaller communes have too few organisations for a comparison to say anything.
LEAST_PEOPLE: dict[TerritoryLevel, int] = {TerritoryLevel.COMMUNE: 2_000}


class PlaceTrait(Term):
    """What is compared; all weigh the same."""

    POPULATION = "population", "nombre d’habitants"
    DENSITY = "density", "densité"
    RURALITY = "rurality", "type de ruralité"
    CENTRALITY = "centrality", "niveau de centralité"
    MASSIF = "massif", "massif"
    ATTRACTION = "attraction", "aire d’attraction d’une ville"


class Rurality(Term):
    """Types of rurality (ANCT, 2023): mainland France and Corsica alone."""

    AFFLUENT = "affluent", "ruralités résidentielles aisées"
    RESIDENTIAL = "residential", "ruralités résidentielles mixtes"
    SMALL_HUBS = "small_hubs", "petites polarités mixtes"
    INDUSTRIAL_HUBS = "industrial_hubs", "petites polarités industrielles et artisanales"
    FARMING = "farming", "ruralités productives agricoles"
    WORKING = "working", "ruralités productives ouvrières"
    TOURISM = "tourism", "ruralités touristiques spécialisées"
    TOURISM_RESIDENTIAL = "tourism_residential", "ruralités touristiques à dominante résidentielle"
    URBAN = "urban", "communes urbaines"


class Centrality(Term):
    """How many services and shops a commune has for those around (INRAE, ANCT)."""

    MAJOR = "major", "centre majeur d’équipements"
    STRUCTURING = "structuring", "centre structurant d’équipements"
    INTERMEDIATE = "intermediate", "centre intermédiaire d’équipements"
    LOCAL = "local", "centre local d’équipements"
    NONE = "none", "communes non centres"


class Massif(Term):
    """Massifs of the « loi montagne »; ``none`` is outside all of them."""

    ALPES = "alpes", "massif des Alpes"
    CENTRAL = "central", "Massif central"
    CORSE = "corse", "massif de Corse"
    JURA = "jura", "massif du Jura"
    PYRENEES = "pyrenees", "massif des Pyrénées"
    VOSGES = "vosges", "massif des Vosges"
    GUADELOUPE = "guadeloupe", "massif de Guadeloupe"
    MARTINIQUE = "martinique", "massif de Martinique"
    REUNION = "reunion", "massif des Hauts de La Réunion"
    NONE = "none", "hors massif"


class Attraction(Term):
    """Attraction areas of towns (INSEE, 2020) by their inhabitants in 2023."""

    PARIS = "paris", "aire d’attraction de Paris"
    LARGEST = "largest", "aires de 700 000 habitants et plus"
    LARGE = "large", "aires de 200 000 à 700 000 habitants"
    MIDDLE = "middle", "aires de 50 000 à 200 000 habitants"
    SMALL = "small", "aires de moins de 50 000 habitants"
    NONE = "none", "hors de toute aire d’attraction"


class RateStanding(Term):
    """How a rate stands to those of alike territories."""

    MORE = "more", "plus que la plupart"
    MIDDLE = "middle", "dans la moyenne"
    LESS = "less", "moins que la plupart"
    FEW = "few", "petit nombre"
