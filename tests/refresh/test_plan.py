"""The plan: the one that comes with the product, and what a wrong one is told."""

import re
from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources import ABOUTS
from territorial_map.refresh import plan_file
from territorial_map.refresh.plan import Access
from territorial_map.refresh.plan_file import read_plan
from territorial_map.refresh.tables import table_of
from tests.changed_files import with_change


def test_the_plan_that_comes_with_the_product_names_importers_there_are() -> None:
    plan = read_plan(None, "")
    tables = {source.code: table_of(source) for source in plan.sources}
    without_files = [s.code for s in plan.sources if s.access is Access.OPEN and not s.files]

    assert len(tables) >= 12
    known = {about.code for about in ABOUTS}
    assert {source.importer for source in plan.sources} <= known
    assert without_files == []
    assert [s.code for s in plan.sources if not (s.page and s.certainty)] == []


@pytest.mark.parametrize(
    ("code", "title", "name"),
    [
        ("finess", "finess-structures-journalier-20261127.json.gz", None),
        ("data-inclusion", "structures-inclusion-2026-11-23.csv", None),
        ("tiers-lieux", "Fiche d’identité", "bdftl-2026-01-fiche-identite.csv"),
        ("qpv", "Quartiers prioritaires 2024", "QP2024_France_hexagonale_outre-mer.zip"),
        ("rna", "Fichier WALDEC du 1er novembre 2026", "rna_waldec_20261101.zip"),
    ],
)
def test_the_names_of_official_files_are_known(code: str, title: str, name: str | None) -> None:
    source = next(source for source in read_plan(None, "").sources if source.code == code)

    assert source.files[0].is_named(title, name or title)
    assert not source.files[0].is_named(
        "finess-structures-mensuel-202611.json.gz", "rna_import_20261101.zip"
    )


_WRONG = [
    ("tries = 5", "tris = 5", "network.tris", "clé inconnue"),
    ("tries = 5", "tries = 0", "network.tries", "plus grand"),
    ("tries = 5", "tries = 21", "network.tries", "plus petit"),
    ('"www.data.gouv.fr",', "3,", "network.hosts", "un texte est attendu"),
    ("(+{contact})", "(+{address})", "network.user_agent", "{version} et {contact}"),
    ("least_rows = 20", "least_rows = 0", "guards.least_rows", "plus grand"),
    ("gone = 0.10", "gone = 1.10", "guards.whole.gone", "plus petit"),
    ("gone = 0.10", "lost_all = 0.10", "guards.whole.lost_all", "n’est pas admis"),
    ('code = "finess"', 'code = "FINESS !"', "source.code", "forme ^[a-z0-9-]+$"),
    ('importer = "finess"\n', "", "source.importer", "clé manquante"),
    ("rhythm_days = 1\n", "rhythm_days = -1\n", "source.rhythm_days", "plus grand"),
    ("rows = [1500, 8000]", "rows = [1500]", "source.rows", ""),
    ("drop = 0.15", "drop = -0.15", "source.drop", "plus grand"),
    ("growth = 0.60", 'growth = "beaucoup"', "source.growth", "un nombre est attendu"),
    ('dataset = "finess', 'data_set = "finess', "source.files.data_set", "clé inconnue"),
    ("title = '^finess", "title = '(finess", "source.files.title", "régulière illisible"),
    ("name = '^finess", "name = '[finess", "source.files.name", "régulière illisible"),
    ('shapes = ["gzip"]', 'shapes = ["gz"]', "source.files.shapes", "gzip, zip"),
    ("most_mb = 400", "most_mb = 0", "source.files.most_mb", "plus grand"),
]


@pytest.mark.parametrize(("told", "instead", "key", "problem"), _WRONG)
def test_a_plan_that_is_wrong_says_what_and_on_which_line(
    tmp_path: Path, told: str, instead: str, key: str, problem: str
) -> None:
    shipped = Path(plan_file.__file__).with_name("sources.toml").read_text(encoding="utf-8")
    path = tmp_path / "plan.toml"
    path.write_text(shipped, encoding="utf-8")
    with_change(path, told, instead)

    with pytest.raises(SourceError) as refusal:
        read_plan(path, "")

    said = str(refusal.value)
    near = re.match(r"plan\.toml, ligne (\d+), «\u00a0([\w.]+)\u00a0»", said)
    assert near is not None, said
    assert near[2] == key
    assert problem in said
    there = path.read_text(encoding="utf-8").splitlines()[int(near[1]) - 1]
    assert key.rpartition(".")[2] in there or there == "[[source]]"


def test_a_plan_that_is_absent_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"plan\.toml.*absent"):
        read_plan(tmp_path / "plan.toml", "")


def test_the_plan_introduces_whoever_runs_this_copy() -> None:
    known, unknown = (read_plan(None, told).network.user_agent for told in ("a@b.example", "é"))

    assert re.fullmatch(r"territorial-map/\d+\.\d+\S* \(\+a@b\.example\)", known)
    assert unknown.endswith("(+contact unknown)")
