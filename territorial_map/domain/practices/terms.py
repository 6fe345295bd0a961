"""The closed lists of the practices: what a profile can say and what a link can be."""

from territorial_map.domain.term import Term


class Audience(Term):
    """For whom or with whom an organisation works."""

    DISABLED = "disabled", "Personnes en situation de handicap"
    YOUTH = "youth", "Jeunes"
    SENIORS = "seniors", "Personnes âgées"
    JOBSEEKERS = "jobseekers", "Demandeurs d’emploi"
    FAMILIES = "families", "Familles"
    RESIDENTS = "residents", "Habitants"
    PATIENTS = "patients", "Patients et usagers des soins"
    CARERS = "carers", "Aidants"
    FARMERS_FISHERS = "farmers_fishers", "Agriculteurs et pêcheurs"
    ENTREPRENEURS = "entrepreneurs", "Entrepreneurs et porteurs de projets"
    CUSTOMERS = "customers", "Clients et consommateurs"


class Trait(Term):
    """What an organisation has or does, that decides which practices it can take up."""

    MEMBERS = "members", "Adhérents ou sociétaires"
    EMPLOYEES = "employees", "Salariés"
    VOLUNTEERS = "volunteers", "Bénévoles"
    ELECTED_BOARD = "elected_board", "Conseil élu"
    FEDERATION = "federation", "Fédération ou tête de réseau"
    MULTI_SITE = "multi_site", "Plusieurs sites"
    SHAREHOLDERS = "shareholders", "Associés ou actionnaires"
    FUNDS_PROJECTS = "funds_projects", "Finance des projets"
    WORKS_WITH_LOCAL_AUTHORITIES = (
        "works_with_local_authorities",
        "Travaille avec les collectivités",
    )
    ENVIRONMENTAL = "environmental", "Objet environnemental"


class Scope(Term):
    """How far an organisation acts."""

    LOCAL = "local", "Local"
    DEPARTMENTAL = "departmental", "Départemental"
    REGIONAL = "regional", "Régional"
    NATIONAL = "national", "National"


class Participant(Term):
    """Who takes part in an example of the guide."""

    MEMBERS = "members", "Adhérents ou sociétaires"
    SHAREHOLDERS = "shareholders", "Associés ou actionnaires"
    ELECTED = "elected", "Élus et administrateurs"
    EMPLOYEES = "employees", "Salariés"
    VOLUNTEERS = "volunteers", "Bénévoles"
    YOUNG_PEOPLE = "young_people", "Jeunes"
    BENEFICIARIES = "beneficiaries", "Bénéficiaires et usagers"
    RESIDENTS = "residents", "Habitants et citoyens"
    PROJECT_HOLDERS = "project_holders", "Porteurs de projets"
    LOCAL_ACTORS = "local_actors", "Acteurs locaux"
    LOCAL_AUTHORITIES = "local_authorities", "Collectivités"
    ENTERPRISES = "enterprises", "Entreprises"
    SUPPLIERS = "suppliers", "Fournisseurs"
    PEERS = "peers", "Pairs"
    EXPERTS = "experts", "Experts"
    RESEARCHERS = "researchers", "Chercheurs et universitaires"


class Role(Term):
    """How an organisation stands to a practice."""

    EMBODIES = "embodies", "L’incarne"
    PARTNER_FOR = "partner_for", "Partenaire possible"
    COULD_ADOPT = "could_adopt", "Pourrait l’adopter"
    DECLARED = "declared", "Déclarée"


class PracticeCriterion(Term):
    """What a link is judged on: nine facts of the profile, four of the territory."""

    KIND = "kind", "Nature"
    LEGAL_FORM = "legal_form", "Forme juridique"
    DEVICES = "devices", "Dispositifs"
    PLACE_TYPES = "place_types", "Type de lieu"
    SECTORS = "sectors", "Secteurs"
    SIZE_BAND = "size_band", "Effectif"
    SCOPE = "scope", "Échelle d’action"
    AUDIENCES = "audiences", "Publics"
    TRAITS = "traits", "Caractéristiques"
    SUPPLIERS_NEAR = "suppliers_near", "Fournisseurs proches"
    SPACES_NEAR = "spaces_near", "Lieux de coopération proches"
    MIX_NEAR = "mix_near", "Acteurs de l’article 9 proches"
    PEERS_NEAR = "peers_near", "Pairs proches"

    @property
    def is_territorial(self) -> bool:
        """True for the criteria that read the surroundings and not the profile."""
        return self in _TERRITORIAL


_TERRITORIAL = frozenset(
    {
        PracticeCriterion.SUPPLIERS_NEAR,
        PracticeCriterion.SPACES_NEAR,
        PracticeCriterion.MIX_NEAR,
        PracticeCriterion.PEERS_NEAR,
    }
)
