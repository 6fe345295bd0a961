"""Tables to write: the synthetic edition's, and one of synthetic partners."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.about import About
from territorial_map.services.export.cells import Column, Slot
from territorial_map.services.export.chosen_list import (
    ChosenLine,
    ChosenList,
    FollowUp,
    list_table,
)
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportLine, ExportTable, Origin
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.services.partner_lists.table import partner_table
from tests.known import KNOWLEDGE

SITE = "https://annuaire.example"
Writer = Callable[[str], Path]


@pytest.fixture
def table(small_edition: OpenEdition) -> ExportTable:
    """Every synthetic organisation, one line per site."""
    return export_table(small_edition, Selection.of({}), Order.NAME, RowsPer.SITE, SITE)


def _partners(edition: OpenEdition) -> ExportTable:
    return partner_table(edition, PartnersAsked(commune="26281"), SITE)


def _partners_of_one(edition: OpenEdition) -> ExportTable:
    asked = PartnersAsked(organisation="synthetic:town", radius_km=100)
    return partner_table(edition, asked, SITE)


def _list(edition: OpenEdition) -> ExportTable:
    ids = ("synthetic:scop", "synthetic:ptce", "synthetic:site1", "synthetic:nobody")
    lines = tuple(ChosenLine(i, FollowUp.CONTACTED, "2026-11-20") for i in ids)
    return list_table(edition, ChosenList("=1+1 liste synthétique", lines), SITE)


def _by_person(edition: OpenEdition) -> ExportTable:
    return export_table(edition, Selection.of({}), Order.NAME, RowsPer.PERSON, SITE)


@pytest.fixture(params=[_by_person, _partners, _partners_of_one, _list])
def other_table(request: pytest.FixtureRequest, small_edition: OpenEdition) -> ExportTable:
    """By legal person, partners around a place, partners of an organisation, a browser's list."""
    make: Callable[[OpenEdition], ExportTable] = request.param
    return make(small_edition)


@pytest.fixture
def written_other(other_table: ExportTable, tmp_path: Path) -> Writer:
    """That table as a file of the format asked for."""
    return _writer(other_table, tmp_path)


def _writer(table: ExportTable, folder: Path) -> Writer:
    def write(extension: str) -> Path:
        path = folder / f"liste.{extension}"
        path.write_bytes(b"".join(FORMATS[extension].chunks(table)))
        return path

    return write


@pytest.fixture
def written(table: ExportTable, tmp_path: Path) -> Writer:
    """The table as a file of the format asked for."""
    return _writer(table, tmp_path)


@pytest.fixture
def synthetic_partners(small_edition: OpenEdition) -> ExportTable:
    """A synthetic list of partners: other columns than a selection's, groups, and an origin."""
    columns = (
        Column("name", "Partenaire", slot=Slot.NAME),
        Column("tier", "Piste", slot=Slot.WHY),
        Column("reasons", "Raisons", slot=Slot.WHY),
        Column("phone", "Téléphone", slot=Slot.CONTACT),
        Column("verified", "Vérifié le / par"),
        Column("id", "Identifiant"),
    )
    place = Point(5.1, 45.05)
    lines = (
        ExportLine(
            ("Atelier synthétique", "piste forte", "à 4 km ; même besoin", None, "", "synthetic:1"),
            place,
            Kind.SHELTERED_SUPPLIER,
            group="Locaux et foncier",
        ),
        ExportLine(
            ("@Lieu synthétique", "à explorer", "à 9 km", "04 00 00 00 00", "", "synthetic:2"),
            None,
            Kind.COOPERATION_SPACE,
            group="Achats groupés",
        ),
    )
    about = About(
        query="Partenaires d’une organisation synthétique",
        link=f"{SITE}/?organisation=synthetic:ptce",
        edition=small_edition.edition,
        total=2,
        unlocated=1,
        rows_per=RowsPer.PERSON,
        sorted_by="Force de la piste",
        rows=2,
        title="Partenaires locaux",
    )

    def read() -> Iterator[ExportLine]:
        return iter(lines)

    origin = Origin("Organisation synthétique", Point(5.05, 45.04), tied=True)
    return ExportTable(
        columns,
        about,
        read,
        KNOWLEDGE.symbols,
        KNOWLEDGE.map_script,
        origin=origin,
        why_heading="Pourquoi",
        sheet_name="Partenaires",
    )
