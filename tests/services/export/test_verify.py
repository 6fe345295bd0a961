"""A file checked against the current edition: identical, or every change with its reason."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from territorial_map.domain.edition import EditionReport, SourceCount
from territorial_map.domain.errors import BadParameter, NotFound, SourceError
from territorial_map.domain.geo import Point
from territorial_map.domain.listing import Order
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.selection import Around, Selection
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.chosen_list import ChosenLine, ChosenList, list_table
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.verification.comparison import ChangeKind, verify
from territorial_map.services.verification.exported_files import read_export
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.services.export.conftest import SITE, Writer
from tests.synthetic import PLACES, organisation, place, source, synthetic_organisations

EVERY = list(FORMATS)


def later_organisations() -> list[Organisation]:
    """The synthetic directory a year later: one new, merged, gone, renamed, moved, out of reach."""
    known = {o.id: o for o in synthetic_organisations()}
    known["synthetic:site1"] = replace(known["synthetic:site1"], name="Atelier synthétique renommé")
    known["synthetic:site2"] = replace(
        known["synthetic:site2"], place=place(5.06, 45.04, "26362"), phone="04 00 00 00 00"
    )
    merged = known.pop("synthetic:site3")
    known["synthetic:town"] = replace(
        known["synthetic:town"], sources=(source("synthetic:town"), source(merged.id))
    )
    del known["synthetic:lieu"]
    known["synthetic:new"] = organisation("synthetic:new", name="Association synthétique nouvelle")
    return sorted(known.values(), key=lambda o: o.id)


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenEdition]:
    """An edition of a year later."""
    folder = tmp_path_factory.mktemp("later")
    rows = later_organisations()
    n = len(rows)
    count = SourceCount("synthetic.csv", "Table synthétique", "2027-01", "CC0", n, n, 0, 0)
    edition = write_edition(rows, PLACES, EditionReport((count,)), folder, built_on="2027-11-22")
    file = EditionFile(folder, edition.id)
    yield OpenEdition(file, KNOWLEDGE)
    file.close()


@pytest.mark.parametrize("extension", EVERY)
@pytest.mark.parametrize("rows", list(RowsPer))
def test_a_file_of_the_current_edition_is_identical(
    small_edition: OpenEdition, tmp_path: Path, extension: str, rows: RowsPer
) -> None:
    near = Selection.of({}, around=Around(Point(5.05, 45.04), 60))
    table = export_table(small_edition, near, Order.DISTANCE, rows, SITE)
    path = tmp_path / f"liste.{extension}"
    path.write_bytes(b"".join(FORMATS[extension].chunks(table)))

    found = verify(read_export(path), small_edition)

    assert found.identical, found.changes
    assert found.lines_then == found.lines_now == table.about.rows
    assert found.edition_then == small_edition.edition.id


@pytest.mark.parametrize("extension", EVERY)
def test_every_format_tells_what_changed_since(
    written: Writer, later: OpenEdition, extension: str
) -> None:
    found = verify(read_export(written(extension)), later)
    changed = {(change.kind, change.id) for change in found.changes}

    assert (ChangeKind.NEW, "synthetic:new") in changed
    assert (ChangeKind.GONE, "synthetic:lieu") in changed
    assert (ChangeKind.GONE, "synthetic:site3") in changed
    assert (ChangeKind.RENAMED, "synthetic:site1") in changed
    assert (ChangeKind.MOVED, "synthetic:site2") in changed
    assert (ChangeKind.UPDATED, "synthetic:site2") in changed
    assert {i for _, i in changed} == {
        *("synthetic:new", "synthetic:lieu", "synthetic:site1", "synthetic:site2"),
        "synthetic:site3",
    }


def test_each_change_says_why(written: Writer, later: OpenEdition) -> None:
    found = verify(read_export(written("csv")), later)
    told = {(change.kind, change.id): change.sentence for change in found.changes}

    assert "n’est plus dans l’édition" in told[ChangeKind.GONE, "synthetic:lieu"]
    assert "est réunie à « Commune synthétique" in told[ChangeKind.GONE, "synthetic:site3"]
    assert (
        "Commune, de « Romans-sur-Isère » à « Valence »"
        in told[ChangeKind.MOVED, "synthetic:site2"]
    )
    assert "Téléphone, de « rien » à" in told[ChangeKind.UPDATED, "synthetic:site2"]


def test_an_organisation_out_of_the_query_is_told_from_one_that_closed(
    small_edition: OpenEdition, later: OpenEdition, tmp_path: Path
) -> None:
    in_romans = Selection.of({"commune": ["26281"]})
    table = export_table(small_edition, in_romans, Order.NAME, RowsPer.SITE, SITE)
    path = tmp_path / "romans.xlsx"
    path.write_bytes(b"".join(FORMATS["xlsx"].chunks(table)))

    told = {c.id: c.sentence for c in verify(read_export(path), later).changes}

    assert "ne répond plus à la requête" in told["synthetic:site2"]


@pytest.mark.parametrize("extension", EVERY)
def test_a_file_that_is_not_an_export_is_refused_in_a_sentence(
    tmp_path: Path, extension: str
) -> None:
    path = tmp_path / f"autre.{extension}"
    path.write_bytes(b"<html>autre chose</html>")

    with pytest.raises(SourceError, match=r"autre\."):
        read_export(path)


def test_a_missing_file_and_an_unknown_extension_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="existe pas"):
        read_export(tmp_path / "absent.csv")
    with pytest.raises(BadParameter, match="extension inconnue"):
        read_export(tmp_path / "liste.doc")


def test_a_link_of_another_page_is_refused(written: Writer, small_edition: OpenEdition) -> None:
    carried = replace(read_export(written("geojson")), link=f"{SITE}/sources?kind=ptce")

    with pytest.raises(BadParameter, match="sélection"):
        verify(carried, small_edition)


@pytest.mark.parametrize("query", ["kind=rien", "rows=rien", "near=abc"])
def test_a_tampered_link_is_refused(
    written: Writer, small_edition: OpenEdition, query: str
) -> None:
    carried = replace(read_export(written("geojson")), link=f"{SITE}/?{query}")

    with pytest.raises(BadParameter):
        verify(carried, small_edition)


@pytest.mark.parametrize("extension", EVERY)
def test_any_other_list_of_the_current_edition_is_identical(
    other_table: ExportTable, written_other: Writer, small_edition: OpenEdition, extension: str
) -> None:
    found = verify(read_export(written_other(extension)), small_edition)

    assert found.identical, found.changes
    assert found.lines_then == found.lines_now == other_table.about.rows


@pytest.mark.parametrize("extension", EVERY)
def test_a_file_of_few_columns_is_checked_on_these(
    other_table: ExportTable,
    small_edition: OpenEdition,
    later: OpenEdition,
    tmp_path: Path,
    extension: str,
) -> None:
    path = tmp_path / f"liste.{extension}"
    few = other_table.keeping(["siret", "name"])
    path.write_bytes(b"".join(FORMATS[extension].chunks(few)))
    carried = read_export(path)

    assert verify(carried, small_edition).identical
    kinds = {change.kind for change in verify(carried, later).changes}
    assert ChangeKind.MOVED not in kinds
    assert {ChangeKind.RENAMED, ChangeKind.GONE} & kinds


def test_a_list_follows_merged_lines_and_tells_the_lost(later: OpenEdition) -> None:
    lines = tuple(ChosenLine(i) for i in ("synthetic:site3", "synthetic:lieu", "synthetic:scop"))
    table = list_table(later, ChosenList("Réunion", lines), SITE)
    ids = [row[-1] for row in table.rows()]

    assert ids == ["synthetic:town", "synthetic:scop"]
    assert any("synthetic:lieu" in note for note in table.about.notes)
    assert any("synthetic:site3, réunie à" in note for note in table.about.notes)
