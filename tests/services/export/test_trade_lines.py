"""Exports of a question that asks for a trade: the known, then those to call, told apart."""

from pathlib import Path

import pytest

from territorial_map.domain.edition import EditionReport
from territorial_map.domain.listing import Order
from territorial_map.domain.organisation import Organisation, SectorClaim
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Sector, SectorOrigin
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.explore.trade_counts import trade_counts
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import TRADE_GROUP, ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export.trade_lines import TRADE_GROUPS, known_alone
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.printed.document import printed
from territorial_map.services.verification.comparison import ChangeKind, verify
from territorial_map.services.verification.exported_files import read_export
from territorial_map.store.editions import EditionFile
from territorial_map.store.writer import write_edition
from tests.known import KNOWLEDGE
from tests.services.export.conftest import SITE
from tests.synthetic import PLACES, organisation, synthetic_organisations

KNOWN, TO_CALL = TRADE_GROUPS
CYCLING = Selection.of({"sector": ["transport_mobility"]})


def table_of(edition: OpenEdition, asked: Selection, rows: RowsPer = RowsPer.SITE) -> ExportTable:
    return export_table(edition, asked, Order.NAME, rows, SITE)


def column(table: ExportTable, key: str) -> list[object]:
    at = table.index_of(key)
    assert at is not None
    return [line.cells[at] for line in table.lines()]


def saved(table: ExportTable, path: Path) -> Path:
    path.write_bytes(b"".join(FORMATS[path.suffix[1:]].chunks(table)))
    return path


def edition_of(organisations: list[Organisation], folder: Path) -> OpenEdition:
    edition = write_edition(
        sorted(organisations, key=lambda o: o.id),
        PLACES,
        EditionReport(()),
        folder,
        built_on="2027-11-22",
    )
    return OpenEdition(EditionFile(folder, edition.id), KNOWLEDGE)


def test_those_to_call_stand_behind_the_known_and_say_so(small_edition: OpenEdition) -> None:
    table = table_of(small_edition, CYCLING)
    counts = trade_counts(small_edition, CYCLING)

    groups = column(table, TRADE_GROUP.key)
    assert counts is not None
    assert groups == [KNOWN] * counts.known + [TO_CALL] * counts.unknown
    assert counts.known == 1
    assert counts.unknown == 13
    assert table.about.rows == table.about.total == len(groups)
    assert table.about.unlocated == sum(line.point is None for line in table.lines())
    assert "1 connue, 13 à appeler, 0 autre" in table.about.notes[0]


def test_a_trade_said_in_the_typed_text_is_asked_all_the_same(small_edition: OpenEdition) -> None:
    table = table_of(small_edition, Selection.of({}, text="vélo"))

    groups = column(table, TRADE_GROUP.key)
    assert groups.count(KNOWN) >= 1
    assert groups.count(TO_CALL) >= 1
    assert len(groups) == table.about.rows
    assert len(set(column(table, "id"))) == len(groups)


def test_without_a_trade_there_is_no_group(small_edition: OpenEdition) -> None:
    table = table_of(small_edition, Selection.of({"sector": ["unknown"]}))

    assert table.index_of(TRADE_GROUP.key) is None
    kept = table.keeping(["phone", TRADE_GROUP.key])
    assert [c.key for c in kept.columns] == ["phone", "name", "id"]


def test_the_group_cannot_be_left_out(small_edition: OpenEdition) -> None:
    kept = table_of(small_edition, CYCLING).keeping(["name", "phone"])

    assert [c.key for c in kept.columns] == ["name", "phone", "id", TRADE_GROUP.key]


@pytest.mark.parametrize("extension", list(FORMATS))
@pytest.mark.parametrize("rows", list(RowsPer))
def test_every_format_holds_both_groups_and_reads_them_back(
    small_edition: OpenEdition, tmp_path: Path, extension: str, rows: RowsPer
) -> None:
    table = table_of(small_edition, CYCLING, rows)

    found = verify(read_export(saved(table, tmp_path / f"liste.{extension}")), small_edition)

    assert found.identical, found.changes
    assert found.lines_then == table.about.rows == len(list(table.lines()))


def test_a_trade_found_out_since_is_told_by_the_check_of_a_file(
    small_edition: OpenEdition, tmp_path: Path
) -> None:
    path = saved(table_of(small_edition, CYCLING), tmp_path / "liste.csv")
    known = {o.id: o for o in synthetic_organisations()}
    claim = SectorClaim(Sector.TRANSPORT_MOBILITY, SectorOrigin.DECLARED, "vélos")
    known["synthetic:lieu"] = organisation(
        "synthetic:lieu", name="Tiers-lieu L’Œuvre synthétique", sectors=(claim,)
    )
    later = edition_of(list(known.values()), tmp_path / "later")

    (change,) = (c for c in verify(read_export(path), later).changes if c.id == "synthetic:lieu")

    assert change.kind is ChangeKind.UPDATED
    assert f"Groupe, de « {TO_CALL} » à « {KNOWN} »" in change.sentence


def test_a_file_made_without_groups_is_compared_with_the_known_alone(
    small_edition: OpenEdition, tmp_path: Path
) -> None:
    table = table_of(small_edition, CYCLING)
    earlier = known_alone(table).keeping(["name", "phone"])
    at = earlier.index_of(TRADE_GROUP.key)
    path = saved(earlier, tmp_path / "liste.csv")
    assert at is not None
    rows = [line.split(";") for line in path.read_text("utf-8-sig").splitlines()]
    path.write_text("\n".join(";".join(r[:at] + r[at + 1 :]) for r in rows), "utf-8")

    found = verify(read_export(path), small_edition)

    assert found.identical, found.changes
    assert found.lines_then == 1


def test_a_legal_person_with_a_known_site_is_not_to_call(tmp_path: Path) -> None:
    claim = SectorClaim(Sector.TEXTILE, SectorOrigin.DECLARED, "blanchisserie")
    siren = {"siren": "775544083"}
    edition = edition_of(
        [
            organisation("synthetic:a", **siren, sectors=(claim,)),
            organisation("synthetic:b", **siren),
            organisation("synthetic:c"),
        ],
        tmp_path,
    )
    asked = Selection.of({"sector": ["textile"]})

    by_person = table_of(edition, asked, RowsPer.PERSON)
    by_site = table_of(edition, asked)

    assert column(by_person, "id") == ["synthetic:a", "synthetic:c"]
    assert by_person.about.rows == 2
    assert column(by_site, "id") == ["synthetic:a", "synthetic:b", "synthetic:c"]


def test_those_of_one_phone_number_stand_together(tmp_path: Path) -> None:
    numbers = {"a": "04 00 00 00 01", "b": None, "c": "04 00 00 00 02", "d": "04 00 00 00 01"}
    edition = edition_of(
        [organisation(f"synthetic:{n}", phone=number) for n, number in numbers.items()], tmp_path
    )

    called = column(table_of(edition, Selection.of({"sector": ["textile"]})), "id")

    assert called == [f"synthetic:{n}" for n in "adcb"]


def test_a_document_puts_each_group_under_its_heading(small_edition: OpenEdition) -> None:
    document = printed(table_of(small_edition, CYCLING))

    assert [group.heading for group in document.groups] == [KNOWN, TO_CALL]
    assert not any(KNOWN in entry.why for group in document.groups for entry in group.entries)
