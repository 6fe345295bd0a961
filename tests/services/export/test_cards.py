"""vCard 4: organisations and never persons, read back by vobject."""

from pathlib import Path
from typing import Any

import vobject  # type: ignore[import-untyped] # it has no types
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.vcf.writer import escaped, fold_line, uid_of
from territorial_map.services.verification.exported_files import read_export
from tests.services.export.conftest import Writer


def cards(path: Path) -> list[Any]:
    return list(vobject.readComponents(path.read_bytes().decode()))


def test_vobject_reads_one_card_per_line_after_the_list_itself(
    table: ExportTable, written: Writer
) -> None:
    group, *others = cards(written("vcf"))

    assert group.kind.value == "group"
    assert {card.kind.value for card in others} == {"org"}
    assert {card.version.value for card in (group, *others)} == {"4.0"}
    assert [card.fn.value for card in others] == [row[0] for row in table.rows()]


def test_the_list_names_its_members_and_says_where_it_comes_from(
    table: ExportTable, written: Writer
) -> None:
    group, *others = cards(written("vcf"))

    assert [m.value for m in group.member_list] == [card.uid.value for card in others]
    assert group.source.value == table.about.link
    assert f"Édition\u00a0: {table.about.edition.id}" in group.note.value
    assert "CC0" in group.note.value


def test_a_card_has_the_place_of_its_organisation(written: Writer) -> None:
    found = {card.fn.value: card for card in cards(written("vcf"))}
    card = found["=Scop synthétique du vélo"]

    assert card.geo.value == "geo:45.1,5.2"
    assert card.adr.value.city == "Saint-Vallier"
    assert card.nickname.value == "SSV"


def test_no_card_has_the_name_of_a_person(written: Writer) -> None:
    found = cards(written("vcf"))

    assert len(found) > 10
    assert not any(hasattr(card, "n") for card in found)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_folded_lines_hold_75_octets_and_unfold_to_what_they_were(text: str) -> None:
    line = "NOTE:" + escaped(text)
    folded = fold_line(line)

    assert folded.startswith(b"NOTE:")
    assert all(len(part) <= 75 for part in folded.removesuffix(b"\r\n").split(b"\r\n"))
    assert folded.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line


def test_an_organisation_has_the_same_card_in_every_edition() -> None:
    assert uid_of("synthetic:1") == uid_of("synthetic:1") != uid_of("synthetic:2")


def test_escaped_values_come_back_whole(tmp_path: Path) -> None:
    card = [
        *("BEGIN:VCARD", "VERSION:4.0", "KIND:group", "SOURCE:https://x/", "X-EDITION:e"),
        *("END:VCARD", "BEGIN:VCARD", "VERSION:4.0", "KIND:org", "X-ORGANISATION-ID:a"),
        f"FN:{escaped('A; B, C')}",
        f"ADR:;;{escaped('1; rue')};Valence;;26000;France",
        "END:VCARD",
    ]
    path = tmp_path / "cartes.vcf"
    path.write_bytes(b"".join(map(fold_line, card)))

    line = read_export(path).lines["a"]

    assert line["name"] == "A; B, C"
    assert line["address"] == "1; rue"
    assert line["postcode"] == "26000"


def test_vobject_reads_any_other_list(other_table: ExportTable, written_other: Writer) -> None:
    test_vobject_reads_one_card_per_line_after_the_list_itself(other_table, written_other)
