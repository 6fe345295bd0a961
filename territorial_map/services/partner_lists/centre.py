"""The centre of a partner list: an organisation, or a structure supposed to stand at a place."""

from dataclasses import dataclass, replace

from territorial_map.domain.errors import NotFound
from territorial_map.domain.geo import Point
from territorial_map.domain.pooling.facts import OVERSEAS_REGIONS, Facts, PoolingProfile
from territorial_map.domain.territory import TerritoryLevel
from territorial_map.domain.vocabulary import Kind, LegalForm, SizeBand
from territorial_map.services.explore.nearest_commune import nearest_commune
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.map_background import METROPOLE
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.services.texts import Texts

_HERE = "lieu"


@dataclass(frozen=True, slots=True)
class Centre:
    """``facts`` is what leads are weighed with; ``name`` is the organisation's or the place's.

    At a place nobody stands: a structure is supposed there (``supposed``), of which the needs asked
    for and what it says of itself are held as given; the rest stays unknown. ``name`` is that of
    the nearest commune, or empty, when the centre is a ``spot`` of the map.
    """

    facts: Facts
    name: str
    supposed: bool
    spot: bool = False

    def called(self, t: Texts) -> str:
        """The centre in words."""
        if not self.spot:
            return self.name
        if not self.name:
            return t("un point de la carte")
        return t("un point près de {place}", place=self.name)


def centre_of(edition: OpenEdition, asked: PartnersAsked) -> Centre:
    """The centre of a list.

    Raises:
        NotFound: no organisation, or no commune, answers to what was asked.
    """
    if asked.organisation is not None:
        facts = facts_of_id(edition, asked.organisation)
        return Centre(facts, facts.name, supposed=False)
    if asked.point is not None:
        near = nearest_commune(edition, asked.point)
        overseas = not METROPOLE.holds(asked.point)
        name = near.name if near else ""
        return replace(_supposed(asked, asked.point, name, overseas=overseas), spot=True)
    return _at_commune(edition, asked)


def _at_commune(edition: OpenEdition, asked: PartnersAsked) -> Centre:
    commune = edition.gazetteer.get(TerritoryLevel.COMMUNE, asked.commune or "")
    if commune is None or commune.point is None:
        raise NotFound(
            f"Aucune commune « {asked.commune} » dont la position soit connue ({edition.cog}). Un "
            "code de commune a cinq caractères : 46102 pour Figeac."
        )
    overseas = commune.region_code in OVERSEAS_REGIONS
    return _supposed(asked, commune.point, commune.name, overseas=overseas)


def _supposed(asked: PartnersAsked, point: Point, name: str, *, overseas: bool) -> Centre:
    own = asked.described
    form = own.legal_form or LegalForm.UNKNOWN
    profile = PoolingProfile(
        kind=Kind.COOPERATION_SPACE if own.place_types else Kind.ESS_ACTOR,
        devices=frozenset(own.devices or ()),
        place_types=frozenset(own.place_types or ()),
        legal_form=form,
        legal_family=form.family,
        sectors=frozenset(own.sectors or ()),
        size=own.size_band or SizeBand.UNKNOWN,
        needs=frozenset(asked.categories),
        overseas=overseas,
    )
    return Centre(Facts(_HERE, name, _HERE, profile, point), name, supposed=True)
