"""The closed lists of the directory; codes are stable, French labels are the msgids.

Statutory words stay French. Definitions: law 2014-856 article 1 (ESS), code du travail L5132-4
(SIAE), L5213-13 (EA), code de l'action sociale et des familles L344-2 (ESAT).
"""

from territorial_map.domain.term import Term


class Kind(Term):
    """What the map symbol says; it never says whether an organisation is ESS."""

    ESS_ACTOR = "ess_actor", "Acteur de l’ESS ou de l’insertion"
    PTCE = "ptce", "PTCE"
    SHELTERED_SUPPLIER = "sheltered_supplier", "Travail protégé et adapté"
    COOPERATION_SPACE = "cooperation_space", "Lieu de coopération"
    TERRITORIAL_PARTNER = "territorial_partner", "Partenaire territorial"


class EssStatus(Term):
    """Whether an organisation is ESS in the sense of article 1 of law 2014-856."""

    STATUTORY = "statutory", "ESS par statut"
    COMMERCIAL_COMPANY = "commercial_company", "Société commerciale de l’ESS"
    OUTSIDE_PUBLIC = "outside_public", "Hors ESS : personne publique"
    OUTSIDE_PRIVATE = "outside_private", "Hors ESS : personne privée"
    TO_ESTABLISH = "to_establish", "À établir"


class LegalFamily(Term):
    """Legal family; ``unknown`` where no source tells."""

    ASSOCIATION = "association", "Association"
    COOPERATIVE = "cooperative", "Coopérative"
    MUTUAL = "mutual", "Mutuelle"
    FOUNDATION = "foundation", "Fondation"
    COMMERCIAL = "commercial", "Société commerciale"
    PUBLIC = "public", "Personne publique"
    UNKNOWN = "unknown", "Non renseignée"


class LegalForm(Term):
    """Legal form, as far as the sources tell it."""

    ASSOCIATION = "association", "Association"
    FOUNDATION = "foundation", "Fondation"
    ENDOWMENT_FUND = "endowment_fund", "Fonds de dotation"
    MUTUAL = "mutual", "Mutuelle"
    MUTUAL_INSURER = "mutual_insurer", "Société d’assurance mutuelle"
    SCOP = "scop", "Scop"
    SCIC = "scic", "SCIC"
    CAE = "cae", "Coopérative d’activité et d’emploi (CAE)"
    CUMA = "cuma", "CUMA"
    AGRICULTURAL_COOP = "agricultural_coop", "Coopérative agricole"
    MARITIME_COOP = "maritime_coop", "Coopérative maritime"
    RETAILERS_COOP = "retailers_coop", "Coopérative de commerçants"
    CRAFT_COOP = "craft_coop", "Coopérative d’artisans"
    HOUSING_COOP = "housing_coop", "Coopérative d’habitation"
    BANK_COOP = "bank_coop", "Banque coopérative"
    CONSUMER_COOP = "consumer_coop", "Coopérative de consommateurs"
    OTHER_COOP = "other_coop", "Autre coopérative"
    COMMERCIAL_ESS = "commercial_ess", "Société commerciale de l’ESS"
    COMMERCIAL = "commercial", "Société commerciale"
    PUBLIC = "public", "Personne publique"
    GIP = "gip", "Groupement d’intérêt public (GIP)"
    OTHER = "other", "Autre"
    UNKNOWN = "unknown", "Non renseignée"

    @property
    def family(self) -> LegalFamily:
        """The legal family this form belongs to."""
        return _FAMILY.get(self, LegalFamily.COOPERATIVE)


_FAMILY: dict[LegalForm, LegalFamily] = {
    LegalForm.ASSOCIATION: LegalFamily.ASSOCIATION,
    LegalForm.FOUNDATION: LegalFamily.FOUNDATION,
    LegalForm.ENDOWMENT_FUND: LegalFamily.FOUNDATION,
    LegalForm.MUTUAL: LegalFamily.MUTUAL,
    LegalForm.MUTUAL_INSURER: LegalFamily.MUTUAL,
    LegalForm.COMMERCIAL_ESS: LegalFamily.COMMERCIAL,
    LegalForm.COMMERCIAL: LegalFamily.COMMERCIAL,
    LegalForm.PUBLIC: LegalFamily.PUBLIC,
    LegalForm.GIP: LegalFamily.PUBLIC,
    LegalForm.OTHER: LegalFamily.UNKNOWN,
    LegalForm.UNKNOWN: LegalFamily.UNKNOWN,
}


class Device(Term):
    """Devices and agreements an organisation holds; a device is not a legal form."""

    ACI = "aci", "Atelier et chantier d’insertion (ACI)"
    EI = "ei", "Entreprise d’insertion (EI)"
    AI = "ai", "Association intermédiaire (AI)"
    ETTI = "etti", "Entreprise de travail temporaire d’insertion (ETTI)"
    EITI = "eiti", "Entreprise d’insertion par le travail indépendant (EITI)"
    GEIQ = "geiq", "Groupement d’employeurs pour l’insertion et la qualification (GEIQ)"
    EMPLOYERS_GROUP = "employers_group", "Groupement d’employeurs"
    REGIE_QUARTIER = "regie_quartier", "Régie de quartier ou de territoire"
    TZCLD = "tzcld", "Entreprise à but d’emploi (TZCLD)"
    ESAT = "esat", "Établissement et service d’accompagnement par le travail (ESAT)"
    EA = "ea", "Entreprise adaptée (EA)"
    EATT = "eatt", "Entreprise adaptée de travail temporaire (EATT)"
    TRAINING_BODY = "training_body", "Organisme de formation"

    @property
    def is_siae(self) -> bool:
        """True for the structures of code du travail L5132-4, and EITI; a GEIQ is not one."""
        return self in _SIAE

    @property
    def short(self) -> str:
        """The acronym in brackets, else the label: what fits on a badge."""
        return self.label.rsplit("(", 1)[1].rstrip(")") if "(" in self.label else self.label


_SIAE = frozenset({Device.ACI, Device.EI, Device.AI, Device.ETTI, Device.EITI})


class PlaceType(Term):
    """What a cooperation space is."""

    TIERS_LIEU = "tiers_lieu", "Tiers-lieu"
    COWORKING = "coworking", "Espace de coworking"
    FABLAB = "fablab", "Fablab"
    INCUBATOR = "incubator", "Incubateur"
    PEPINIERE = "pepiniere", "Pépinière d’entreprises"
    COUVEUSE = "couveuse", "Couveuse d’entreprises"
    BUSINESS_CENTRE = "business_centre", "Centre d’affaires"
    ESS_HOUSE = "ess_house", "Maison de l’ESS"
    ASSOCIATIONS_HOUSE = "associations_house", "Maison des associations"
    INNOVATION_SPACE = "innovation_space", "Espace d’innovation"


class PartnerType(Term):
    """What a territorial partner is, beside the ESS."""

    LOCAL_AUTHORITY = "local_authority", "Collectivité territoriale"
    GROUPING = "grouping", "Groupement de collectivités (EPCI, PETR, PNR, syndicat mixte)"
    CCAS = "ccas", "CCAS ou CIAS"
    CHAMBER = "chamber", "Chambre consulaire"
    NETWORK_HEAD = "network_head", "Tête de réseau"
    HIGHER_EDUCATION = "higher_education", "Enseignement supérieur"
    RESEARCH = "research", "Recherche"
    TRAINING = "training", "Organisme de formation"
    BUSINESS_CLUB = "business_club", "Club d’entreprises"
    LANDLORD = "landlord", "Bailleur"
    ENTERPRISE = "enterprise", "Entreprise"
    OTHER = "other", "Autre partenaire"
    INITIATIVE = "initiative", "Initiative, forme à établir"


class Sector(Term):
    """Field of activity; several per organisation, each with its origin."""

    AGRICULTURE_FOOD = "agriculture_food", "Agriculture et alimentation"
    FISHING_SEA = "fishing_sea", "Pêche et mer"
    ENVIRONMENT_CIRCULAR = "environment_circular", "Environnement et économie circulaire"
    REPAIR_REUSE = "repair_reuse", "Réparation et réemploi"
    GREEN_SPACES = "green_spaces", "Espaces verts"
    BUILDING_ENERGY = "building_energy", "Bâtiment et énergie"
    INDUSTRY_CRAFT = "industry_craft", "Industrie et artisanat"
    TEXTILE = "textile", "Textile"
    TRANSPORT_MOBILITY = "transport_mobility", "Transport et mobilité"
    CATERING = "catering", "Restauration et traiteur"
    CLEANING_LAUNDRY = "cleaning_laundry", "Propreté et blanchisserie"
    DIGITAL = "digital", "Numérique"
    CULTURE_MEDIA = "culture_media", "Culture et médias"
    SPORT_LEISURE_TOURISM = "sport_leisure_tourism", "Sport, loisirs et tourisme"
    HEALTH = "health", "Santé"
    SOCIAL_CARE = "social_care", "Action sociale et médico-sociale"
    EARLY_CHILDHOOD = "early_childhood", "Petite enfance"
    PERSONAL_SERVICES = "personal_services", "Services à la personne"
    EDUCATION_TRAINING = "education_training", "Éducation et formation"
    WORK_INTEGRATION = "work_integration", "Insertion par l’activité économique"
    HOUSING = "housing", "Logement"
    FINANCE_INSURANCE = "finance_insurance", "Finance et assurance"
    BUSINESS_SERVICES = "business_services", "Services aux entreprises"
    RETAIL = "retail", "Commerce"


class SectorOrigin(Term):
    """Where a sector comes from, the strongest first: told, read on a page, or inferred by a rule.

    ``programme`` is an activity that a public programme pays for: it tells no trade.
    """

    DECLARED = "declared", "déclaré par la source"
    PUBLIC_PAGE = "public_page", "d’après une page publique"
    NAF = "naf", "déduit du code NAF"
    PERSON_NAF = "person_naf", "déduit du code NAF d’un autre site de la personne"
    NAME = "name", "déduit du nom"
    PROGRAMME = "programme", "activité d’un programme public"

    @property
    def is_told(self) -> bool:
        """True where the source or a public page says it; false where one of our rules does."""
        return self in {SectorOrigin.DECLARED, SectorOrigin.PUBLIC_PAGE}

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return list(SectorOrigin).index(self)


class Located(Term):
    """How precisely an organisation is placed."""

    ADDRESS = "address", "À l’adresse"
    COMMUNE = "commune", "À la commune"
    DEPARTMENT = "department", "Au département"
    REGION = "region", "À la région"
    ABROAD = "abroad", "Hors de France"
    NONE = "none", "Sans position"


class SizeBand(Term):
    """Employees, in the bands of INSEE's ``tranche d'effectifs`` folded to five."""

    NONE = "none", "Sans salarié"
    MICRO = "micro", "1 à 9 salariés"
    SMALL = "small", "10 à 49 salariés"
    MEDIUM = "medium", "50 à 249 salariés"
    LARGE = "large", "250 salariés et plus"
    UNKNOWN = "unknown", "Effectif non renseigné"


class PoolingCategory(Term):
    """What organisations can pool, cut after what 52 real PTCEs say they pool."""

    PREMISES_AND_LAND = "premises_and_land", "Locaux et foncier"
    EQUIPMENT = "equipment", "Matériel"
    PRODUCTION_TOOLS = "production_tools", "Outils de production"
    LOGISTICS = "logistics", "Logistique"
    MOBILITY = "mobility", "Mobilité"
    PURCHASING = "purchasing", "Achats groupés"
    SHARED_JOBS = "shared_jobs", "Emplois partagés"
    INSERTION_PATHWAYS = "insertion_pathways", "Parcours d’insertion"
    SUPPORT_FUNCTIONS = "support_functions", "Fonctions support"
    DIGITAL_TOOLS = "digital_tools", "Outils numériques"
    TRAINING = "training", "Formation"
    PROJECT_ENGINEERING = "project_engineering", "Ingénierie de projet et incubation"
    SECTOR_COORDINATION = "sector_coordination", "Animation de filière"
    JOINT_OFFER = "joint_offer", "Offre commune"
    JOINT_BIDS = "joint_bids", "Réponses communes aux marchés"
    JOINT_VENTURE = "joint_venture", "Création d’activité commune"
    FUNDING = "funding", "Financement"
    COMMUNICATION_EVENTS = "communication_events", "Communication et événements"
    STAFF_SERVICES = "staff_services", "Services aux salariés"
    MATERIALS_REUSE = "materials_reuse", "Réemploi de matières"
    ENERGY_TRANSITION = "energy_transition", "Transition énergétique"
    PEER_EXCHANGE = "peer_exchange", "Échanges entre pairs"
    RESEARCH_INNOVATION = "research_innovation", "Recherche et innovation"
    LOCAL_SUPPLY = (
        "local_supply",
        "Approvisionnement local",
        "Partenariat commercial, à côté de la mutualisation.",
    )

    @property
    def is_commercial(self) -> bool:
        """True for buying from a local supplier, which is not pooling."""
        return self is PoolingCategory.LOCAL_SUPPLY
