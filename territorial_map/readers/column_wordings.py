"""Names of columns with what surveys, forms and tools write around them taken off."""

import re
from collections.abc import Iterator

# « 3. Quel est le nom de votre structure ? », « Votre commune »
_ASKED = re.compile(
    r"^(?:(?:q|question) ?\d+ |\d+ ?[a-z]? )?(?:quel(?:le)?s? (?:est|sont) |dans quel(?:le)?s? )?"
    r"(?:(?:le|la|l|les|votre|vos|your|the) )*"
)
_OWN_NAME = re.compile(r"(?:.* )?(?:votre|vos|your) (?:nom|noms|name)(?: .*)?")
_YOURS = re.compile(r"\b(de|du|d|of) (?:votre|vos|your) ")
_ANSWERED = re.compile(r" (?:etes vous|est elle|est il|svp|si (?:vous|elle|il|applicable) ?.*)$")
# « addr:city », « BillingStreet », « adresse_commune », « location.lat », « Coordonnée X »
_HOLDERS = re.compile(
    r"^(?:addr|address|adresse|billing|mailing|shipping|primary|geo|gps|coord|coordonnees?"
    r"|location|coordinates|result|properties|fields|ref|com|site|lien)"
    r" (?:du |de la |de l |de |d )?"
)
# « Nom du département », « lib_dep », « Libellé de la région »
_LABELS = re.compile(r"^(?:nom|noms|name|lib|libelle|intitule) (?:du |de la |de l |des |de |d )?")
# « N° dépt », « Identifiant SIRET », « code RNA »
_NUMBERS = re.compile(
    r"^(?:numero d identification|n|no|num|numero|code|c|identifiant|id)"
    r" (?:du |de la |de l |de |d )?"
)
_ENDS = re.compile(
    r" (?:(?:d )?implantation|(?:du )?siege social|wgs ?84|dd|decimale?s?|degres?|gps|nom|name|code"
    r"|number|internet|geographique|geo|exacte|complet|postale?)$"
)
_PLACES = frozenset(
    {"address", "postcode", "commune", "commune_code", "department_code", "region", "country"}
    | {"lat", "lon", "street", "house_number"}
)
_REACHED = frozenset({"phone", "website"})
_IDENTITIES = frozenset({"siret", "siren", "rna", "finess"})


def asked_for(plain: str) -> str:
    """What a question or a form asks for: its folded name without the question.

    >>> asked_for("3 quel est le nom de votre structure"), asked_for("dans quelle ville etes vous")
    ('nom de la structure', 'ville')
    >>> asked_for("votre nom")  # somebody's own
    ''
    """
    if _OWN_NAME.fullmatch(plain):
        return ""
    yours = _YOURS.sub(lambda found: f"{found[1]} la ", _ANSWERED.sub("", plain))
    return _ASKED.sub("", yours, count=1)


def shorter_wordings(plain: str) -> Iterator[tuple[str, frozenset[str]]]:
    """A folded name without what stands around it, with the fields that it may then tell.

    A number « of the member » is never the member's name: each wording is bound to some fields.
    """
    for pattern, fields in (
        (_HOLDERS, _PLACES | _REACHED),
        (_LABELS, _PLACES),
        (_NUMBERS, _IDENTITIES | {"department_code", "commune_code", "phone"}),
    ):
        begun = pattern.sub("", plain, count=1)
        if begun and begun != plain:
            yield begun, fields
            ended = _ENDS.sub("", begun)
            if ended != begun:
                yield ended, fields
    ended = _ENDS.sub("", plain)
    if ended != plain:
        yield ended, _PLACES | _REACHED | _IDENTITIES
