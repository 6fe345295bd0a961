"""Filters on screen: their groups, and which values each shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from territorial_map.domain.listing import FacetValue
from territorial_map.domain.practices.catalogue import PracticeCatalogue
from territorial_map.services.explore.names import PRACTICE
from territorial_map.web.base.practices.wording import practice_in_words
from territorial_map.web.base.texts import Texts

Facets = Mapping[str, Sequence[FacetValue]]


@dataclass(frozen=True, slots=True)
class Group:
    """One filter on screen; ``most`` caps values that a search box also reaches.

    ``without`` says what it means that there is no value. ``ours`` is said of what we measure of
    our own records: a count of 0 is a zero there; elsewhere it is what no source tells.
    """

    name: str
    title: str
    opened: bool = False
    alphabetical: bool = False
    most: int = 200
    hint: str = ""
    ours: bool = False
    without: str = "Aucune valeur dans cette sélection."


_NO_LAYER = "Ce zonage n’est pas chargé dans cette édition."
_GRID = "Grille communale de densité de l’Insee, en sept niveaux."
_COMMUNES = "La commune en est ; l’organisation n’en reçoit pas forcément d’aide."

GROUPS: tuple[Group, ...] = (
    Group("kind", "Type", opened=True),
    Group("sector", "Secteur d’activité", opened=True),
    Group(
        "device",
        "Dispositif",
        hint="Insertion, travail protégé et adapté, groupements d’employeurs.",
    ),
    Group(
        "ess_status",
        "Appartenance à l’ESS",
        hint="D’après les statuts. Une personne publique n’est jamais de l’ESS.",
    ),
    Group("legal_family", "Famille juridique"),
    Group("legal_form", "Forme juridique"),
    Group("place_type", "Type de lieu"),
    Group("partner_type", "Type de partenaire"),
    Group(
        "practice",
        "Bonne pratique",
        hint="Déduit par nos règles ; chaque fiche dit pourquoi.",
        ours=True,
    ),
    Group("region", "Région", alphabetical=True),
    Group("department", "Département", alphabetical=True),
    Group("epci", "Intercommunalité (EPCI)", most=30),
    Group(
        "qpv",
        "Quartier prioritaire (QPV)",
        hint="Au moins : seules les adresses situées sur la carte le disent.",
        without="Aucun contour de quartier prioritaire n’est chargé dans cette édition : elle ne "
        "peut dire ni dedans, ni dehors.",
    ),
    Group("density", "Densité de la commune", hint=_GRID, without=_NO_LAYER),
    Group("programme", "Programme de l’État", hint=_COMMUNES, without=_NO_LAYER),
    Group("employment_zone", "Zone d’emploi", most=30, without=_NO_LAYER),
    Group("living_area", "Bassin de vie", most=30, without=_NO_LAYER),
    Group("source", "Source", alphabetical=True, ours=True),
    Group(
        "licence",
        "Licence des données",
        hint="Celle que dit le producteur, ou seulement un dépôt ; sinon, non précisée.",
        ours=True,
    ),
    Group("located", "Précision de la position", ours=True),
    Group(
        "quality",
        "Qualité de la fiche",
        hint="La fiche est mesurée, pas l’organisation : ce que nos sources en disent.",
        ours=True,
    ),
    Group("missing", "À compléter dans la fiche", ours=True),
)


def shown_values(
    group: Group, values: Sequence[FacetValue], chosen: Sequence[str]
) -> list[FacetValue]:
    """The values of a group in a stable order; chosen ones always, however many there are."""
    known = {value.value for value in values}
    missing = [FacetValue(code, code, 0) for code in chosen if code not in known]
    kept = [v for rank, v in enumerate(values) if rank < group.most or v.value in chosen]
    kept += missing
    return sorted(kept, key=lambda v: v.name) if group.alphabetical else kept


def value_name(name: str, value: FacetValue, guide: PracticeCatalogue, t: Texts) -> str:
    """A value of a filter in words."""
    return practice_in_words(value.value, guide, t) if name == PRACTICE else t(value.name)
