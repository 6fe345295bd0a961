"""A format is one folder with one ``Format``: everything else follows from it."""

from pathlib import Path

import pytest

from territorial_map.services import export_formats
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.export_formats.format import Format
from territorial_map.services.export_formats.read_file import NOTHING
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.frame.export_words import export_words

FOLDER = Path(export_formats.__file__).parent


def test_every_folder_of_a_format_is_in_the_catalogue() -> None:
    folders = {
        path.parent.name
        for path in FOLDER.glob("*/__init__.py")
        if "FORMAT = " in path.read_text(encoding="utf-8")
    }

    assert folders == set(FORMATS)


def test_a_format_goes_by_its_extension() -> None:
    assert {code: chosen.code for code, chosen in FORMATS.items()} == {c: c for c in FORMATS}


@pytest.mark.parametrize("language", Language)
def test_the_dialog_offers_every_format_in_the_order_of_the_catalogue(language: Language) -> None:
    offered = export_words(Texts(language))["formats"]

    assert [one["code"] for one in offered] == list(FORMATS)
    assert [one["code"] for one in offered if not (one["name"] and one["what"])] == []


def test_a_format_writes_what_it_was_made_with(table: ExportTable) -> None:
    synthetic = Format(
        code="txt",
        name="Texte synthétique",
        purpose="Pour ce test seul.",
        media_type="text/plain",
        write=lambda table: iter([table.about.title.encode()]),
        read=lambda _: NOTHING,
    )

    assert b"".join(synthetic.chunks(table)) == table.about.title.encode()
    assert synthetic.file_name(table).endswith(f"{table.about.edition.id}.txt")
