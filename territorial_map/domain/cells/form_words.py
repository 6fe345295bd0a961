"""The words of tables for legal forms, devices and types of partner, in French or as codes."""

from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType

# Companies by their forms; words may stand beside: « SAS à capital variable ».
_COMMERCIAL = [
    "sarl",
    "sas",
    "sasu",
    "sa",
    "eurl",
    "snc",
    "scs",
    "sel",
    "selarl",
    "selas",
    "selasu",
    "selafa",
    "sem",
    "semop",
    "spl",
    "spla",
    "commercial",
]
FORM_WORDS: dict[str, LegalForm] = (
    {fold(form.value): form for form in LegalForm}
    | {fold(form.label): form for form in LegalForm}
    | dict.fromkeys(_COMMERCIAL, LegalForm.COMMERCIAL)
    | dict.fromkeys(
        (
            "societe a responsabilite limitee",
            "societe par actions simplifiee",
            "societe anonyme",
            "societe commerciale",
            "societe d economie mixte",
            "societe publique locale",
            "entreprise classique",
        ),
        LegalForm.COMMERCIAL,
    )
    | dict.fromkeys(
        (
            "asso",
            "assoc",
            "loi 1901",
            "association loi 1901",
            "association loi 1908",
            "association declaree",
            "association reconnue d utilite publique",
            "association d utilite publique",
            "arup",
            "association 1901",
        ),
        LegalForm.ASSOCIATION,
    )
    | {
        "cooperative": LegalForm.OTHER_COOP,
        "coop": LegalForm.OTHER_COOP,
        "societe cooperative": LegalForm.OTHER_COOP,
        "scop": LegalForm.SCOP,
        "societe cooperative et participative": LegalForm.SCOP,
        "societe cooperative de production": LegalForm.SCOP,
        "societe cooperative ouvriere de production": LegalForm.SCOP,
        "scic": LegalForm.SCIC,
        "societe cooperative d interet collectif": LegalForm.SCIC,
        "cae": LegalForm.CAE,
        "cooperative d activite et d emploi": LegalForm.CAE,
        "cooperative agricole": LegalForm.AGRICULTURAL_COOP,
        "assurance mutuelle": LegalForm.MUTUAL_INSURER,
        "mutuelle": LegalForm.MUTUAL,
        "fondation reconnue d utilite publique": LegalForm.FOUNDATION,
        "frup": LegalForm.FOUNDATION,
        "fondation d entreprise": LegalForm.FOUNDATION,
        "fonds de dotation": LegalForm.ENDOWMENT_FUND,
        "societe de l ess": LegalForm.COMMERCIAL_ESS,
        "societe commerciale de l ess": LegalForm.COMMERCIAL_ESS,
        "collectivite": LegalForm.PUBLIC,
        "collectivite territoriale": LegalForm.PUBLIC,
        "etablissement public": LegalForm.PUBLIC,
        "epic": LegalForm.PUBLIC,
        "epa": LegalForm.PUBLIC,
        "epci": LegalForm.PUBLIC,
        "gip": LegalForm.GIP,
        "syndicat mixte": LegalForm.PUBLIC,
        "syndicat intercommunal": LegalForm.PUBLIC,
        "sivom": LegalForm.PUBLIC,
        "sivu": LegalForm.PUBLIC,
        "inconnue": LegalForm.UNKNOWN,
        "inconnu": LegalForm.UNKNOWN,
        "non renseigne": LegalForm.UNKNOWN,
        "non renseignee": LegalForm.UNKNOWN,
    }
    # Forms that are neither of the ESS by statute nor a company's: what they are is to establish.
    | dict.fromkeys(
        (
            "gie",
            "sca",  # agricultural cooperative, or partnership limited by shares
            "groupement d interet economique",
            "geie",
            "gaec",
            "earl",
            "scea",
            "sci",
            "scm",
            "scp",
            "societe civile",
            "societe civile immobiliere",
            "profession liberale",
            "exploitation agricole",
            "syndicat",
            "autre",
        ),
        LegalForm.OTHER,
    )
)
# Those among them that are a natural person's, INSEE's category 1000: never published.
SOLE_TRADERS = frozenset(
    [
        "entreprise individuelle",
        "entrepreneur individuel",
        "entrepreneuse individuelle",
        "eirl",
        "micro entreprise",
        "micro entrepreneur",
        "micro entrepreneuse",
        "microentreprise",
        "microentrepreneur",
        "auto entreprise",
        "auto entrepreneur",
        "auto entrepreneuse",
        "autoentrepreneur",
        "autoentrepreneuse",
        "entreprise en nom propre",
        "travailleur independant",
        "travailleuse independante",
    ]
)
FORM_WORDS |= dict.fromkeys(SOLE_TRADERS, LegalForm.OTHER)
# Words that say more of a form, and change nothing to what it is here.
BESIDE = frozenset(
    [
        "societe",
        "entreprise",
        "a",
        "au",
        "capital",
        "variable",
        "de",
        "la",
        "loi",
        "du",
        "1er",
        "juillet",
        "1901",
        "1908",
        "simplifiee",
        "anonyme",
        "unipersonnelle",
        "par",
        "actions",
        "et",
        "en",
        "sous",
        "forme",
        "arl",  # « SCOP ARL »
        "45",  # « mutuelle 45 »: of the ordonnance of 1945
        "livre",
        "ii",
        "iii",
    ]
)
# Of two forms told together, the one that says which statutes: « SCOP SARL », « SCIC SA ».
DECIDES = (
    LegalForm.SCIC,
    LegalForm.CAE,
    LegalForm.SCOP,
    LegalForm.COMMERCIAL_ESS,
    LegalForm.OTHER_COOP,
    LegalForm.ASSOCIATION,
    LegalForm.COMMERCIAL,
)
DEVICE_WORDS: dict[str, Device] = (
    {fold(device.value): device for device in Device}
    | {fold(device.short): device for device in Device}
    | {fold(device.label): device for device in Device}
)
PARTNER_WORDS: dict[str, PartnerType] = (
    {fold(kind.value): kind for kind in PartnerType}
    | {fold(kind.label): kind for kind in PartnerType}
    | {
        "commune": PartnerType.LOCAL_AUTHORITY,
        "mairie": PartnerType.LOCAL_AUTHORITY,
        "collectivite": PartnerType.LOCAL_AUTHORITY,
        "departement": PartnerType.LOCAL_AUTHORITY,
        "region": PartnerType.LOCAL_AUTHORITY,
        "epci": PartnerType.GROUPING,
        "groupement": PartnerType.GROUPING,
        "cias": PartnerType.CCAS,
        "ccas": PartnerType.CCAS,
        "universite": PartnerType.HIGHER_EDUCATION,
        "laboratoire": PartnerType.RESEARCH,
        "formation": PartnerType.TRAINING,
        "bailleur social": PartnerType.LANDLORD,
        # They say neither a form nor statutes: a Scop is one too.
        **dict.fromkeys(
            ("entreprise", "entreprises", "societe", "societes", "pme", "tpe", "eti"),
            PartnerType.ENTERPRISE,
        ),
        "autre": PartnerType.OTHER,
    }
)
