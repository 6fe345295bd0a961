"""The words a list uses for legal forms and types of partner, in French or as codes."""

from dataclasses import dataclass

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.text import fold
from territorial_map.domain.vocabulary import Device, LegalForm, PartnerType


@dataclass(frozen=True, slots=True)
class FormWords:
    """What the words of a legal form tell; a device or ESUS there is not a form."""

    form: LegalForm = LegalForm.UNKNOWN
    devices: tuple[Device, ...] = ()
    esus: bool = False


_COMMERCIAL = ("sarl", "sas", "sasu", "sa", "eurl", "snc", "sca", "societe", "entreprise")
_FORM_WORDS: dict[str, LegalForm] = (
    {fold(form.value): form for form in LegalForm}
    | {fold(form.label): form for form in LegalForm}
    | dict.fromkeys(_COMMERCIAL, LegalForm.COMMERCIAL)
    | {
        "association loi 1901": LegalForm.ASSOCIATION,
        "asso": LegalForm.ASSOCIATION,
        "cooperative": LegalForm.OTHER_COOP,
        "coop": LegalForm.OTHER_COOP,
        "cae": LegalForm.CAE,
        "cooperative d activite et d emploi": LegalForm.CAE,
        "assurance mutuelle": LegalForm.MUTUAL_INSURER,
        "societe de l ess": LegalForm.COMMERCIAL_ESS,
        "collectivite": LegalForm.PUBLIC,
        "etablissement public": LegalForm.PUBLIC,
        "gip": LegalForm.GIP,
        "inconnue": LegalForm.UNKNOWN,
    }
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


def form_of(line: int, text: str) -> FormWords:
    """What a cell of the column ``legal_form`` tells; empty tells nothing.

    Raises:
        BadParameter: words that are neither a form nor a device.
    """
    folded = fold(text)
    words = [word for word in folded.split() if word not in {"esus", "agreee", "agree"}]
    esus = "esus" in folded.split()
    wanted = " ".join(words)
    if not wanted:
        return FormWords(esus=esus)
    if wanted in _FORM_WORDS:
        return FormWords(_FORM_WORDS[wanted], esus=esus)
    if wanted in _DEVICE_WORDS:
        return FormWords(devices=(_DEVICE_WORDS[wanted],), esus=esus)
    raise BadParameter(
        f"ligne {line}, colonne legal_form", text, "forme inconnue.", LegalForm.codes()
    )


def partner_type_of(line: int, text: str) -> PartnerType | None:
    """The type of partner of a cell; empty tells nothing.

    Raises:
        BadParameter: words that are no type of partner.
    """
    folded = fold(text)
    if not folded:
        return None
    if folded not in _PARTNER_WORDS:
        raise BadParameter(
            f"ligne {line}, colonne partner_type",
            text,
            "type de partenaire inconnu.",
            PartnerType.codes(),
        )
    return _PARTNER_WORDS[folded]
