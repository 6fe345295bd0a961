"""The texts load only when every quote is found and every text says what it is worth."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.services.knowledge.legal_texts import load_law
from territorial_map.settings import data_folder
from tests.changed_files import copied, with_change

LAW_FOLDER = data_folder("data") / "law"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "ptce_check.toml",
            "le regroupement sur un même",
            "le groupement sur un même",
            "territory",
        ),
        ("ptce_check.toml", 'code = "links"', 'code = "ties"', "article_9"),
        ("ptce_check.toml", 'proof_fr = "Statuts, ou', 'proof_gr = "Statuts, ou', "proof_fr"),
        ("law_2014_856.toml", "read_on = 2026-11-22\n", "", "date of reading"),
        ("codes.toml", "labour-L5132-4", "procurement-L2113-12", "once"),
        ("codes.toml", 'status = "summary"', 'status = "remembered"', "remembered"),
        ("codes.toml", "[[texts]]", "[[texts", "codes.toml"),
    ],
)
def test_a_text_or_quote_that_is_not_right_is_refused_by_name(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    folder = copied(LAW_FOLDER, tmp_path)
    with_change(folder / file, old, new)

    with pytest.raises(SourceError, match=said):
        load_law(folder)


def test_a_folder_without_the_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="absent ou illisible"):
        load_law(tmp_path)
