"""The columns of an exported list: French heading, type, and how to read it off a line."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from territorial_map.domain.listing import Listed
from territorial_map.domain.vocabulary import LegalForm, SizeBand

Cell = str | float | int | None
NOT_TOLD = "non renseigné"
UNKNOWN_ACTIVITY = "non renseignée : à demander"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``width`` in characters; ``numeric`` cells are numbers, all others text."""

    heading: str
    read: Callable[[Listed], Cell]
    width: int = 18
    numeric: bool = False


def _labels(values: Iterable[object]) -> str:
    return ", ".join(getattr(value, "label", str(value)) for value in values)


def _km(item: Listed) -> Cell:
    return None if item.distance_km is None else round(item.distance_km, 1)


COLUMNS: tuple[Column, ...] = (
    Column("Nom", lambda i: i.name, 40),
    Column("Sigle", lambda i: i.acronym, 12),
    Column("Type", lambda i: i.kind.label, 26),
    Column("Dispositifs", lambda i: _labels(i.devices), 30),
    Column("Types de lieu", lambda i: _labels(i.place_types), 20),
    Column("Type de partenaire", lambda i: i.partner_type.label if i.partner_type else None, 20),
    Column("Statut ESS", lambda i: i.ess_status.label, 26),
    Column(
        "Forme juridique",
        lambda i: NOT_TOLD if i.legal_form is LegalForm.UNKNOWN else i.legal_form.label,
        24,
    ),
    Column("Famille juridique", lambda i: i.legal_family.label, 20),
    Column("Secteurs", lambda i: _labels(i.sectors) or UNKNOWN_ACTIVITY, 34),
    Column("Effectif", lambda i: NOT_TOLD if i.size is SizeBand.UNKNOWN else i.size.label, 18),
    Column("Adresse", lambda i: i.address, 34),
    Column("Code postal", lambda i: i.postcode, 11),
    Column("Commune", lambda i: i.commune, 24),
    Column("Code commune", lambda i: i.commune_code, 12),
    Column("EPCI", lambda i: i.epci, 34),
    Column("Département", lambda i: i.department, 20),
    Column("Région", lambda i: i.region, 24),
    Column("Téléphone", lambda i: i.phone, 14),
    Column("Site web", lambda i: i.website, 30),
    Column("SIREN", lambda i: i.siren, 11),
    Column("SIRET", lambda i: i.siret, 16),
    Column("FINESS", lambda i: i.finess, 11),
    Column("Distance (km, à vol d’oiseau)", _km, 14, numeric=True),
    Column("Latitude", lambda i: i.point.lat if i.point else None, 11, numeric=True),
    Column("Longitude", lambda i: i.point.lon if i.point else None, 11, numeric=True),
    Column("Précision de la position", lambda i: i.located.label, 18),
    Column("Source", lambda i: i.source, 26),
    Column("Millésime", lambda i: i.vintage, 12),
    Column("Licence", lambda i: i.licence, 24),
    Column("Identifiant", lambda i: i.id, 28),
)
SITES_HEADING = "Autres sites de la personne morale"
N_SITES_HEADING = "Nombre de sites"


def rows_by_site(items: Iterable[Listed]) -> Iterator[list[Cell]]:
    """One row per site."""
    for item in items:
        yield [column.read(item) for column in COLUMNS]


def rows_by_person(items: Iterable[Listed]) -> Iterator[list[Cell]]:
    """One row per legal person: its first site's facts, how many sites, and the others by name.

    ``items`` come with the sites of one person side by side.
    """
    for _, group in groupby(items, key=lambda i: i.siren or i.id):
        first, *others = group
        named = (f"{o.name} ({o.commune or o.department or 'lieu inconnu'})" for o in others)
        yield [
            *(column.read(first) for column in COLUMNS),
            1 + len(others),
            " ; ".join(named),
        ]
