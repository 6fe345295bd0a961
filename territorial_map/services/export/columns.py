"""The columns of a selection's list: French heading, type, and how to read it off a line."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from territorial_map.domain.declared import Declared
from territorial_map.domain.language.sentence import until_told
from territorial_map.domain.listing import Listed
from territorial_map.domain.naf import naf_parts
from territorial_map.domain.vocabulary import Kind, Located, Sector, SizeBand
from territorial_map.services.export.cells import Cell, Column, Slot
from territorial_map.services.export.table import ExportLine
from territorial_map.services.source_words import source_in_words
from territorial_map.services.texts import Texts

NOT_TOLD = "non renseigné"
UNKNOWN_SECTOR = "Activité non renseignée : à demander"
UNKNOWN_ACTIVITY = "non renseignée : à demander"
Reader = Callable[[Listed, Texts], Cell]


def _labels(values: Iterable[object], t: Texts) -> str:
    return " ; ".join(t.label(getattr(value, "label", str(value))) for value in values)


def _km(item: Listed, _: Texts) -> Cell:
    return None if item.distance_km is None else round(item.distance_km, 1)


def _size(item: Listed, t: Texts) -> Cell:
    return t.label(NOT_TOLD if item.size is SizeBand.UNKNOWN else item.size.label)


def _declared(several: Iterable[Declared], t: Texts) -> Cell:
    """What is declared, in its words, with its end; nothing where nothing is."""
    return " ; ".join([_with_end(one, t) for one in several]) or None


def _with_end(one: Declared, t: Texts) -> str:
    return f"{one.words} ({t.say(until_told(one.until))})" if one.until else one.words


def _nomenclature(item: Listed, t: Texts) -> Cell:
    _, nomenclature = naf_parts(item.naf)
    return t.label(nomenclature.label) if nomenclature else None


def _quality(item: Listed, t: Texts) -> Cell:
    return t("{n} critères sur {total}", n=item.criteria_met, total=item.criteria_applied)


_IDENTITY, _WHY, _WHERE = Slot.IDENTITY, Slot.WHY, Slot.WHERE
_READ: tuple[tuple[Column, Reader], ...] = (
    (Column("name", "Nom", 40, slot=Slot.NAME), lambda i, _: i.name),
    (Column("acronym", "Sigle", 12, slot=Slot.NAME), lambda i, _: i.acronym),
    (Column("phone", "Téléphone", 14, slot=Slot.CONTACT), lambda i, _: i.phone),
    (Column("website", "Site web", 30, slot=Slot.CONTACT, website=True), lambda i, _: i.website),
    (Column("kind", "Type", 26, slot=_IDENTITY), lambda i, t: t.label(i.kind.label)),
    (Column("devices", "Dispositifs", 30, slot=_IDENTITY), lambda i, t: _labels(i.devices, t)),
    (
        Column("place_types", "Types de lieu", 20, slot=_IDENTITY),
        lambda i, t: _labels(i.place_types, t),
    ),
    (
        Column("partner_type", "Type de partenaire", 20, slot=_IDENTITY),
        lambda i, t: t.label(i.partner_type.label) if i.partner_type else None,
    ),
    (
        Column("ess_status", "Statut ESS", 26, slot=_WHY, prefix="Statut ESS : ", said="ESS"),
        lambda i, t: t.label(i.ess_status.label),
    ),
    (
        Column("legal_form", "Forme juridique", 24, slot=_WHY, prefix="Forme : "),
        lambda i, t: t.label(i.legal_form.label),
    ),
    (Column("legal_family", "Famille juridique", 20), lambda i, t: t.label(i.legal_family.label)),
    (
        Column("sectors", "Secteurs", 34, slot=_WHY, prefix="Activité : "),
        lambda i, t: _labels(i.sectors, t) or t.label(UNKNOWN_ACTIVITY),
    ),
    (
        Column("needs", "Recherche (déclaré)", 40, slot=_WHY, prefix="Recherche : "),
        lambda i, t: _declared(i.needs, t),
    ),
    (
        Column("offers", "Propose (déclaré)", 40, slot=_WHY, prefix="Propose : "),
        lambda i, t: _declared(i.offers, t),
    ),
    (Column("size", "Effectif", 18), _size),
    (Column("address", "Adresse", 34, slot=_WHERE), lambda i, _: i.address),
    (Column("postcode", "Code postal", 11, slot=_WHERE), lambda i, _: i.postcode),
    (Column("commune", "Commune", 24, slot=_WHERE, joined=True), lambda i, _: i.commune),
    (Column("commune_code", "Code commune", 12), lambda i, _: i.commune_code),
    (Column("epci", "EPCI", 34), lambda i, _: i.epci),
    (
        Column("department", "Département", 20, slot=_WHERE, prefix="(", suffix=")", joined=True),
        lambda i, _: i.department,
    ),
    (Column("region", "Région", 24), lambda i, _: i.region),
    (Column("siren", "SIREN", 11), lambda i, _: i.siren),
    (Column("siret", "SIRET", 16, slot=Slot.PROOF, prefix="SIRET "), lambda i, _: i.siret),
    (Column("finess", "FINESS", 11), lambda i, _: i.finess),
    (Column("naf", "Code NAF", 10), lambda i, _: naf_parts(i.naf)[0]),
    (Column("naf_nomenclature", "Nomenclature du code NAF", 14), _nomenclature),
    (
        Column(
            "distance_km",
            "Distance (km, à vol d’oiseau)",
            14,
            numeric=True,
            slot=_WHERE,
            prefix="à ",
            suffix=" km à vol d’oiseau",
        ),
        _km,
    ),
    (Column("lat", "Latitude", 11, numeric=True), lambda i, _: i.point.lat if i.point else None),
    (Column("lon", "Longitude", 11, numeric=True), lambda i, _: i.point.lon if i.point else None),
    (Column("located", "Précision de la position", 18), lambda i, t: t.label(i.located.label)),
    (Column("qpv", "Quartier prioritaire (QPV)", 24), lambda i, t: t.label(i.qpv.label)),
    (Column("quality", "Qualité de la fiche", 18), _quality),
    (Column("missing", "À compléter dans la fiche", 40), lambda i, t: _labels(i.missing, t)),
    (Column("source", "Source", 26, slot=Slot.PROOF), lambda i, t: source_in_words(i.source, t)),
    (Column("vintage", "Millésime", 12, slot=Slot.PROOF, dated=True), lambda i, _: i.vintage),
    (Column("licence", "Licence", 24), lambda i, _: i.licence),
    (Column("id", "Identifiant", 28), lambda i, _: i.id),
)
COLUMNS: tuple[Column, ...] = tuple(column for column, _ in _READ)
READERS: dict[str, Reader] = {column.key: read for column, read in _READ}
FOLDED_COLUMNS: tuple[Column, ...] = (
    *COLUMNS,
    Column("n_sites", "Nombre de sites", 10, numeric=True),
    Column(
        "other_sites",
        "Autres sites de la personne morale",
        60,
        slot=Slot.IDENTITY,
        prefix="Autres sites : ",
    ),
)


KIND_GROUPS: tuple[str, ...] = tuple(kind.label for kind in Kind)
SECTOR_GROUPS: tuple[str, ...] = tuple(sector.label for sector in Sector)


def _cells(item: Listed, t: Texts) -> tuple[Cell, ...]:
    return tuple([read(item, t) for _, read in _READ])


def _group(item: Listed, t: Texts, *, by_sector: bool) -> str:
    if not by_sector:
        return t.label(item.kind.label)
    return t.label(item.sectors[0].label if item.sectors else UNKNOWN_SECTOR)


def _line(item: Listed, cells: tuple[Cell, ...], t: Texts, *, by_sector: bool) -> ExportLine:
    precise = item.located is Located.ADDRESS
    return ExportLine(cells, item.point, item.kind, precise, _group(item, t, by_sector=by_sector))


def lines_by_site(items: Iterable[Listed], t: Texts, *, by_sector: bool) -> Iterator[ExportLine]:
    """One line per site; documents group them by kind, or by their first sector."""
    for item in items:
        yield _line(item, _cells(item, t), t, by_sector=by_sector)


def lines_by_person(items: Iterable[Listed], t: Texts, *, by_sector: bool) -> Iterator[ExportLine]:
    """One line per legal person: its first site's facts, how many sites, and the others by name.

    ``items`` come with the sites of one person side by side.
    """
    for _, group in groupby(items, key=lambda i: i.siren or i.id):
        first, *others = group
        cells = (*_cells(first, t), 1 + len(others), " ; ".join(site_names(others, t)))
        yield _line(first, cells, t, by_sector=by_sector)


def site_names(sites: Iterable[Listed], t: Texts) -> list[str]:
    """Other sites of a legal person, each with its place."""
    unknown = t("lieu inconnu")
    return [f"{one.name} ({one.commune or one.department or unknown})" for one in sites]
