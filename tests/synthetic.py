"""Synthetic organisations and territories, named as such: a few fixed, any by Hypothesis."""

from hypothesis import strategies as st

from territorial_map.domain.edition import LayerCount
from territorial_map.domain.geo import Point, Window
from territorial_map.domain.organisation import (
    Membership,
    Organisation,
    Place,
    PoleFacts,
    SectorClaim,
    SourceMention,
    Status,
    Zoning,
)
from territorial_map.domain.practices.tags import PracticeTag
from territorial_map.domain.practices.terms import Role
from territorial_map.domain.territory import Territory, TerritoryLevel, TerritoryShape
from territorial_map.domain.vocabulary import (
    Device,
    EssStatus,
    Kind,
    LegalForm,
    Located,
    PartnerType,
    PlaceType,
    Sector,
    SectorOrigin,
)
from territorial_map.domain.zoning_terms import PriorityPlace, ZoningKind

SQUARE = '{"type":"Polygon","coordinates":[[[4,44],[6,44],[6,46],[4,46],[4,44]]]}'
DROME = Window(4.0, 44.0, 6.0, 46.0)


def _shape(
    level: TerritoryLevel,
    code: str,
    name: str,
    population: int,
    within: tuple[str, str, str] = ("84", "26", "200068781"),
) -> TerritoryShape:
    """A territory; ``within`` are the codes of the region, département and EPCI of a commune."""
    commune = level is TerritoryLevel.COMMUNE
    territory = Territory(
        level,
        code,
        name,
        _CENTRES.get(within[1], Point(5.05, 45.04)),
        population,
        region_code=None if level is TerritoryLevel.REGION else within[0],
        department_code=within[1] if commune else None,
        epci_code=within[2] if commune else None,
        postcodes=("26100",) if code == "26281" else (),
    )
    return TerritoryShape(territory, DROME, SQUARE)


_CENTRES = {"75": Point(2.35, 48.86), "69": Point(4.84, 45.76)}
_PARIS, _LYON = ("11", "75", "200054781"), ("84", "69", "200046977")
PLACES = (
    _shape(TerritoryLevel.REGION, "84", "Auvergne-Rhône-Alpes", 8_000_000),
    _shape(TerritoryLevel.DEPARTMENT, "26", "Drôme", 520_000),
    _shape(TerritoryLevel.EPCI, "200068781", "CA Valence Romans Agglo", 225_000),
    _shape(TerritoryLevel.COMMUNE, "26281", "Romans-sur-Isère", 33_000),
    _shape(TerritoryLevel.COMMUNE, "26362", "Valence", 64_000),
    _shape(TerritoryLevel.COMMUNE, "26333", "Saint-Vallier", 4_000),
    _shape(TerritoryLevel.COMMUNE, "75056", "Paris", 2_100_000, _PARIS),
    _shape(TerritoryLevel.COMMUNE, "69123", "Lyon", 520_000, _LYON),
)


def source(identity: str) -> SourceMention:
    """A source that says it is synthetic."""
    return SourceMention(identity, "Table synthétique", identity, "2026-01", "CC0")


def place(lon: float | None = 5.05, lat: float = 45.04, commune: str = "26281") -> Place:
    """A place in the Drôme; without ``lon``, located at the département only."""
    if lon is None:
        return Place(
            Located.DEPARTMENT,
            department_code="26",
            department="Drôme",
            region_code="84",
            region="Auvergne-Rhône-Alpes",
            missing_reason="commune non indiquée par la source",
        )
    names = {"26281": "Romans-sur-Isère", "26362": "Valence", "26333": "Saint-Vallier"}
    return Place(
        Located.ADDRESS,
        address="1 rue Fictive",
        postcode="26100",
        commune_code=commune,
        commune=names[commune],
        epci_code="200068781",
        epci="CA Valence Romans Agglo",
        department_code="26",
        department="Drôme",
        region_code="84",
        region="Auvergne-Rhône-Alpes",
        point=Point(lon, lat),
    )


def place_in_paris(lon: float) -> Place:
    """A place in the 13th arrondissement: its commune is Paris."""
    return Place(
        Located.ADDRESS,
        address="1 rue Fictive",
        postcode="75013",
        commune_code="75056",
        commune="Paris",
        epci_code="200054781",
        epci="Métropole du Grand Paris",
        department_code="75",
        department="Paris",
        region_code="11",
        region="Île-de-France",
        point=Point(lon, 48.83),
    )


def place_in_lyon(lon: float | None) -> Place:
    """A place in Lyon, at its address, or at the commune without ``lon``."""
    return Place(
        Located.COMMUNE if lon is None else Located.ADDRESS,
        address=None if lon is None else "1 rue Fictive",
        postcode="69003",
        commune_code="69123",
        commune="Lyon",
        epci_code="200046977",
        epci="Métropole de Lyon",
        department_code="69",
        department="Rhône",
        region_code="84",
        region="Auvergne-Rhône-Alpes",
        point=Point(4.84 if lon is None else lon, 45.76),
    )


def organisation(identity: str = "synthetic:1", **changes: object) -> Organisation:
    """A synthetic organisation; keyword arguments replace its fields."""
    fields: dict[str, object] = {
        "id": identity,
        "kind": Kind.ESS_ACTOR,
        "name": f"Organisation synthétique {identity}",
        "source_name": f"ORGANISATION SYNTHETIQUE {identity}",
        "sources": (source(identity),),
        "place": place(),
    }
    return Organisation(**(fields | changes))  # type: ignore[arg-type] # values of many types


def synthetic_organisations() -> list[Organisation]:
    """Organisations that differ in everything a filter can see, sorted by id.

    Those of Paris make a group; a PTCE has ended; see ``DISMISSED`` for the pair set aside.
    """
    esat = {"kind": Kind.SHELTERED_SUPPLIER, "devices": (Device.ESAT,)}
    pole = "synthetic:ptce"
    tie = Membership(pole, "PTCE synthétique", "https://example.org/pole", "seen")
    sites = [
        organisation(
            f"synthetic:site{n}",
            name=f"Atelier synthétique du Vercors {n}",
            siren="775544083",
            siret="77554408300477" if n == 1 else None,
            manager_id="synthetic:manager",
            place=place(5.05 + n / 10, 45.04, "26281" if n < 3 else "26362"),
            finess="260000011" if n == 1 else None,
            naf="8810C" if n == 1 else None,
            **esat,
        )
        for n in (1, 2, 3)
    ]
    others = [
        organisation("synthetic:ptce", kind=Kind.PTCE, name="PTCE synthétique", place=place(None)),
        organisation(
            "synthetic:lieu",
            kind=Kind.COOPERATION_SPACE,
            name="Tiers-lieu L’Œuvre synthétique",
            place_types=(PlaceType.TIERS_LIEU, PlaceType.FABLAB),
        ),
        organisation(
            "synthetic:town",
            kind=Kind.TERRITORIAL_PARTNER,
            name="Commune synthétique de Saint-Étienne",
            siren="212602817",
            devices=(Device.ACI,),
            partner_type=PartnerType.LOCAL_AUTHORITY,
            status=Status(
                EssStatus.OUTSIDE_PUBLIC,
                "SIREN de personne publique",
                LegalForm.PUBLIC,
                "SIREN de personne publique",
                LegalForm.PUBLIC.family,
            ),
            memberships=(tie,),
        ),
        organisation(
            "synthetic:scop",
            name="=Scop synthétique du vélo",
            acronym="SSV",
            naf="NAF25:9529H",
            sectors=(
                SectorClaim(Sector.TRANSPORT_MOBILITY, SectorOrigin.NAME, "vélo"),
                SectorClaim(Sector.REPAIR_REUSE, SectorOrigin.DECLARED, "réparation"),
            ),
            status=Status(
                EssStatus.STATUTORY,
                "coopérative",
                LegalForm.SCOP,
                "catégorie juridique 5458",
                LegalForm.SCOP.family,
            ),
            memberships=(tie,),
            place=place(5.2, 45.1, "26333"),
        ),
        organisation("synthetic:no-commune", name="Association synthétique", place=place(None)),
    ]
    far = [
        *(
            organisation(
                f"synthetic:paris{n}",
                name=f"Chantier synthétique de Paris {n}",
                devices=(device,),
                place=place_in_paris(2.36 + n / 100),
            )
            for n, device in enumerate((Device.ACI, Device.EI, Device.AI, Device.ETTI))
        ),
        organisation(
            "synthetic:ended",
            kind=Kind.PTCE,
            name="PTCE synthétique qui n’est plus",
            place=place_in_lyon(None),
            pole=PoleFacts(ended="2023"),
        ),
        organisation("synthetic:lyon", name="Régie synthétique", place=place_in_lyon(4.85)),
    ]
    return sorted([*sites, *others, *far], key=lambda o: o.id)


_POINTS = st.builds(Point, st.floats(-62, 56), st.floats(-22, 51))
_WORDS = st.sampled_from(["régie", "Saint-Étienne", "ESAT", "vélo", "L’Œuvre", "jardin", "d’Arc"])


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Any place: at an address or a commune with a point, or at a département without."""
    if not draw(st.booleans()):
        return place(None)
    point = draw(_POINTS)
    commune = draw(st.sampled_from(["26281", "26362", "97411"]))
    return Place(
        draw(st.sampled_from([Located.ADDRESS, Located.COMMUNE])),
        commune_code=commune,
        commune=draw(_WORDS),
        epci_code=draw(st.sampled_from(["200068781", None])),
        department_code=draw(st.sampled_from(["26", "974"])),
        region_code=draw(st.sampled_from(["84", "04"])),
        point=point,
    )


_TAGS = st.lists(
    st.builds(
        PracticeTag,
        st.sampled_from(["p27", "p30"]),
        st.sampled_from([Role.PARTNER_FOR, Role.COULD_ADOPT]),
        st.floats(0, 1),
    ),
    max_size=2,
    unique_by=lambda tag: tag.practice_id,
)


# The zonings of synthetic editions: each kind, its zones by code and name.
LAYERS = tuple(
    LayerCount(kind, "2026", (("8431", "Zone synthétique"), ("26281", "Bassin synthétique")))
    for kind in ZoningKind
)
_ZONES = [
    Zoning(ZoningKind.DENSITY, "4", "Petites villes", "2026", Located.COMMUNE),
    Zoning(ZoningKind.VILLAGES, "villages_avenir", "x", "2024", Located.COMMUNE),
    Zoning(ZoningKind.EMPLOYMENT_ZONE, "8431", "Zone synthétique", "2026", Located.COMMUNE),
    Zoning(ZoningKind.LIVING_AREA, "26281", "Bassin synthétique", "2026", Located.COMMUNE),
]


@st.composite
def organisations(draw: st.DrawFn, identity: str = "synthetic:any") -> Organisation:
    """Any organisation that the domain accepts, over a small vocabulary so that filters meet."""
    form = draw(st.sampled_from([LegalForm.UNKNOWN, LegalForm.SCIC, LegalForm.ASSOCIATION]))
    claims = draw(
        st.lists(
            st.builds(
                SectorClaim,
                st.sampled_from([Sector.HEALTH, Sector.RETAIL]),
                st.sampled_from(list(SectorOrigin)),
                st.just("synthétique"),
            ),
            max_size=3,
        )
    )
    return organisation(
        identity,
        kind=draw(st.sampled_from(list(Kind))),
        name=" ".join(draw(st.lists(_WORDS, min_size=1, max_size=3))),
        place=draw(places()),
        devices=tuple(draw(st.sets(st.sampled_from([Device.ESAT, Device.EI]), max_size=2))),
        place_types=tuple(draw(st.sets(st.sampled_from(list(PlaceType)), max_size=2))),
        partner_type=draw(st.sampled_from([None, PartnerType.RESEARCH])),
        sectors=tuple(claims),
        status=Status(
            draw(st.sampled_from([EssStatus.TO_ESTABLISH, EssStatus.STATUTORY])),
            "",
            form,
            "",
            form.family,
        ),
        siren=draw(st.sampled_from([None, "775544083", "807469317"])),
        qpv=draw(st.sampled_from(list(PriorityPlace))),
        zonings=tuple(draw(st.lists(st.sampled_from(_ZONES), max_size=3, unique=True))),
        practices=tuple(draw(_TAGS)),
    )
