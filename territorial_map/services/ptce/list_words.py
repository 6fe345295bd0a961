"""The words a list uses for legal forms and types of partner, in French or as codes."""

import re
from dataclasses import dataclass

from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType

_DOTS = re.compile(r"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?")


@dataclass(frozen=True, slots=True)
class FormWords:
    """What the words of a legal form tell; a device or ESUS there is not a form."""

    form: LegalForm = LegalForm.UNKNOWN
    devices: tuple[Device, ...] = ()
    esus: bool = False


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
    "societe",
    "entreprise",
    "commercial",
]
_FORM_WORDS: dict[str, LegalForm] = (
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
            "pme",
            "tpe",
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
            "entreprise individuelle",
            "entrepreneur individuel",
            "eirl",
            "micro entreprise",
            "microentreprise",
            "auto entrepreneur",
            "autoentrepreneur",
            "profession liberale",
            "exploitation agricole",
            "syndicat",
            "autre",
        ),
        LegalForm.OTHER,
    )
)
# Words that say more of a form, and change nothing to what it is here.
_BESIDE = frozenset(
    [
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
_DECIDES = (
    LegalForm.SCIC,
    LegalForm.CAE,
    LegalForm.SCOP,
    LegalForm.COMMERCIAL_ESS,
    LegalForm.OTHER_COOP,
    LegalForm.ASSOCIATION,
    LegalForm.COMMERCIAL,
)
_DEVICE_WORDS: dict[str, Device] = (
    {fold(device.value): device for device in Device}
    | {fold(device.short): device for device in Device}
    | {fold(device.label): device for device in Device}
)
_PARTNER_WORDS: dict[str, PartnerType] = (
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
        "autre": PartnerType.OTHER,
    }
)


def form_of(text: str) -> FormWords | None:
    """What the words of a cell on forms tell; ``None`` for none, or unknown ones.

    >>> [form_of(words).form.value for words in ("SCOP SARL", "S.A.R.L. à capital variable")]
    ['scop', 'commercial']
    """
    folded = fold(_dotted(text))
    words = [word for word in folded.split() if word not in {"esus", "agreee", "agree"}]
    esus = "esus" in folded.split()
    wanted = " ".join(words)
    if not wanted:
        return FormWords(esus=True) if esus else None
    if wanted in _FORM_WORDS:
        return FormWords(_FORM_WORDS[wanted], esus=esus)
    if wanted in _DEVICE_WORDS:
        return FormWords(devices=(_DEVICE_WORDS[wanted],), esus=esus)
    together = _together(words)
    return together and FormWords(together.form, together.devices, esus)


def _dotted(text: str) -> str:
    """Letters apart by dots as one word: « S.C.O.P. » is « SCOP »."""
    return _DOTS.sub(lambda found: found.group().replace(".", ""), text)


def _together(words: list[str]) -> FormWords | None:
    """Several forms or devices in one cell, and words that say more of them."""
    forms = {_FORM_WORDS[word] for word in words if word in _FORM_WORDS}
    devices = {_DEVICE_WORDS[word] for word in words if word in _DEVICE_WORDS}
    known = (_FORM_WORDS, _DEVICE_WORDS, _BESIDE)
    if not (forms or devices) or any(all(word not in each for each in known) for word in words):
        return None
    decided = next((form for form in _DECIDES if form in forms), None)
    if decided is None and len(forms) > 1:
        return None
    form = decided or next(iter(forms), LegalForm.UNKNOWN)
    return FormWords(form, tuple(sorted(devices, key=tuple(Device).index)))


def partner_type_of(text: str) -> PartnerType | None:
    """The type of partner that a cell tells; ``None`` for none, or unknown words."""
    return _PARTNER_WORDS.get(fold(text))
