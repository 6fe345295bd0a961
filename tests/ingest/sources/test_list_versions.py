"""A list that comes again under its name: a newer version, an older one, or another list."""

from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources import Choices, ImportReport, import_files, importer_for
from territorial_map.ingest.sources.report import report_json, report_lines
from territorial_map.readers import read_table

HEADER = "Nom;Ville;Téléphone\n"
ROWS = [f"{name} synthétique;Lyon;04 72 00 00 0{n}\n" for n, name in enumerate("ABCD")]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return tmp_path / "sources"


def imported(sources: Path, content: str, day: str, name: str = "adherents.csv") -> ImportReport:
    path = sources.parent / name
    path.write_text(content, encoding="utf-8")
    choices = Choices(as_of=day)
    return import_files(importer_for("generic", [path], choices), [path], sources, choices)


def names(sources: Path) -> list[str]:
    return [r.values["name"][0] for r in read_table(sources / "import-adherents.csv").rows]


NEWER = {
    "the same file": HEADER + "".join(ROWS),
    "one row more": HEADER + "".join(ROWS) + "E synthétique;Brest;\n",
    "sorted otherwise": HEADER + "".join(reversed(ROWS)),
    "phones changed": (HEADER + "".join(ROWS)).replace("04 72", "04 78"),
    "a column more": "Nom;Ville;SIRET\n"
    "A synthétique;Lyon;80746931700018\nB synthétique;Lyon\nC synthétique;Lyon\nD synthétique\n",
    "towns no longer told": "Nom\nA synthétique\nB synthétique\nC synthétique\nD synthétique\n",
    "moved to a neighbour": (HEADER + "".join(ROWS)).replace(
        "A synthétique;Lyon", "A synthétique;Bron"
    ),
}


@pytest.mark.parametrize("content", NEWER.values(), ids=NEWER.keys())
def test_a_newer_version_of_a_list_takes_its_place_and_is_told(sources: Path, content: str) -> None:
    imported(sources, HEADER + "".join(ROWS), "2026-11-01")

    report = imported(sources, content, "2026-12-01")

    assert sorted(names(sources))[:4] == ["A", "B", "C", "D"]
    assert report.replaced is not None
    assert report.replaced.kept == 4 - ("Bron" in content)
    assert f"  {report.replaced.sentence}" in report_lines(report)
    assert report_json(report)["replaced"]["vintage"] == "2026-11-01"


def test_what_is_gone_from_a_newer_version_is_told(sources: Path) -> None:
    imported(sources, HEADER + "".join(ROWS), "2026-11-01")

    report = imported(sources, HEADER + "".join(ROWS[:3]), "2026-12-01")

    assert names(sources) == ["A", "B", "C"]
    assert report.replaced is not None
    assert "3 de ses 4 organisation(s) y sont encore, 1 n’y est" in report.replaced.sentence


def test_another_list_of_the_same_name_is_refused_with_how_many_it_shares(sources: Path) -> None:
    imported(sources, HEADER + "".join(ROWS), "2026-11-01")
    other = HEADER + ROWS[0] + "".join(f"{n} synthétique;Brest;\n" for n in "WXYZ")

    with pytest.raises(SourceError, match=r"de ses 4 organisation\(s\), 1 seulement"):
        imported(sources, other, "2026-12-01")

    assert names(sources) == ["A", "B", "C", "D"]


def test_namesakes_of_another_town_are_another_list(sources: Path) -> None:
    imported(sources, HEADER + "".join(ROWS), "2026-11-01")

    with pytest.raises(SourceError, match="0 seulement"):
        imported(sources, (HEADER + "".join(ROWS)).replace("Lyon", "Brest"), "2026-12-01")


def test_an_older_version_is_refused_with_both_dates(sources: Path) -> None:
    imported(sources, HEADER + "".join(ROWS), "2026-12-01")

    with pytest.raises(SourceError, match=r"plus récente \(2026-12-01\).*\(2026-11-01\)"):
        imported(sources, HEADER + "".join(ROWS[1:]), "2026-11-01")

    assert names(sources) == ["A", "B", "C", "D"]
