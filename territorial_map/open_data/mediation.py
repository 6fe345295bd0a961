"""Places of digital mediation in the national schema (« lieux de médiation numérique »).

https://schema.data.gouv.fr/LaMednum/standard-mediation-num, version 1.0.2. Only places that a
national programme of digital mediation names: a tiers-lieu is none by itself. Services are those
that a programme is by its very definition, and are left empty otherwise: nobody told them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.cells.phones import international
from territorial_map.domain.organisation import Organisation, source_names
from territorial_map.domain.vocabulary import Located
from territorial_map.open_data.dates import first_day_of

_LISTED = "|"


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: its source here, its name in the schema, and what it is by definition."""

    source: str
    name: str
    services: tuple[str, ...] = ()


PROGRAMMES: tuple[Programme, ...] = (
    Programme("Aidants Connect (ANCT)", "Aidants Connect", ("Aide aux démarches administratives",)),
    Programme(
        "Conseillers numériques (ANCT), permanences",
        "Conseillers numériques",
    ),
)
FIELDS: tuple[str, ...] = (
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
)


def places_of(rows: Iterable[Organisation]) -> list[dict[str, str]]:
    """The places of the programmes that have all that the schema requires; one dict of texts each.

    Required: a SIRET, an address, a postcode, a commune.
    """
    return [told for one in rows if (told := _place(one)) is not None]


def programmes_of(one: Organisation) -> tuple[Programme, ...]:
    """The programmes whose source names an organisation."""
    names = set(source_names(one))
    return tuple(programme for programme in PROGRAMMES if programme.source in names)


def _place(one: Organisation) -> dict[str, str] | None:
    programmes, place = programmes_of(one), one.place
    day = first_day_of(one.source.vintage)
    if not programmes or day is None:
        return None
    required = {
        "pivot": one.siret,
        "commune": place.commune,
        "code_postal": place.postcode,
        "adresse": place.address,
    }
    point = place.point if place.located is Located.ADDRESS else None
    services = dict.fromkeys(service for each in programmes for service in each.services)
    told = required | {
        "id": one.id,
        "nom": one.name,
        "code_insee": place.commune_code,
        "latitude": str(point.lat) if point else None,
        "longitude": str(point.lon) if point else None,
        "telephone": international(one.phone),
        "site_web": one.website,
        "source": _LISTED.join(each.source for each in programmes),
        "date_maj": day.isoformat(),
        "services": _LISTED.join(services),
        "dispositif_programmes_nationaux": _LISTED.join(each.name for each in programmes),
    }
    if not all(required.values()):
        return None
    return {field: told.get(field) or "" for field in FIELDS}
