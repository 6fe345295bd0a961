"""The rule files: complete, consistent, and refused with file and line when wrong."""

import csv
import re
from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.pooling.claims import claim_of
from territorial_map.domain.pooling.facts import PoolingProfile
from territorial_map.domain.pooling.rulebook import Side
from territorial_map.domain.vocabulary import Kind, PoolingCategory
from territorial_map.services.knowledge.pooling_rules import load_rulebook
from territorial_map.settings import data_folder
from tests.changed_files import copied, with_change
from tests.known import KNOWLEDGE

FOLDER = data_folder("data") / "pooling"
RULES = KNOWLEDGE.pooling


def test_names_of_categories_are_those_of_the_vocabulary() -> None:
    for category in PoolingCategory:
        assert RULES.frame(category).name.fr == category.label


def test_every_category_has_someone_who_may_need_it() -> None:
    for category in PoolingCategory:
        assert RULES.rules.get((category, Side.NEED))


def test_french_sentences_are_well_typed() -> None:
    lines = [
        line
        for path in FOLDER.glob("*.toml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\w+\.fr = ", line)
    ]

    assert lines
    assert not [line for line in lines if re.search(r" [?:;!»]|'|« ", line)]


@pytest.mark.parametrize(
    ("file", "found", "put", "told"),
    [
        ("rules.toml", 'side = "need"', 'side = "wish"', "ligne {line}, «\u00a0rule.side\u00a0»"),
        ("rules.toml", '["coworking"]', '["cowork"]', "« cowork »".replace(" ", "\u00a0")),
        ("rules.toml", "strength = 0.8", "strength = 8", "strength in (0, 1]"),
        ("rules.toml", "reason.en = ", "raison.en = ", "raison"),
        ("rules.toml", "if_unknown = 0.4", "if_unknown = 0.9", "faible"),
        ("categories.toml", "scale_km = 10", "scale_km = -1", "scale_km > 0"),
        (
            "categories.toml",
            "fit = 0.5, proximity = 0.35",
            "fit = 0.9, proximity = 0.35",
            "sum to 1",
        ),
        ("categories.toml", "[premises_and_land]", "[premises]", "catégorie inconnue"),
        ("groups.toml", "rare_near = ", "rare_nearer = ", "clé inconnue"),
        ("groups.toml", "rare_near = 60", "rare_near = 60.5", "nombre entier"),
        (
            "sectors.toml",
            '"repair_reuse"]',
            '"reuse"]',
            "reuse\u00a0» n’est pas admis",
        ),
    ],
)
def test_a_wrong_value_is_refused_with_its_file_and_line(
    tmp_path: Path, file: str, found: str, put: str, told: str
) -> None:
    folder = copied(FOLDER, tmp_path)
    line = with_change(folder / file, found, put)

    with pytest.raises(SourceError) as refusal:
        load_rulebook(folder)

    assert told.format(line=line) in str(refusal.value)
    assert f"{file}, ligne {line}" in str(refusal.value)


@pytest.mark.parametrize(
    ("found", "put", "told"),
    [
        ("near_km = 5", "near_km = 50", "distances must rise"),
        ("rare_far = 12", "rare_far = 61", "rarity must rise"),
    ],
)
def test_groups_whose_bounds_do_not_rise_are_refused(
    tmp_path: Path, found: str, put: str, told: str
) -> None:
    folder = copied(FOLDER, tmp_path)
    with_change(folder / "groups.toml", found, put)

    with pytest.raises(SourceError, match=rf"groups\.toml, .*{told}"):
        load_rulebook(folder)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            'category = "shared_jobs"\nside = "resource"\nwhen.device = ["aci"]',
            "seul un groupement d’employeurs ou un GEIQ partage des emplois",
        ),
        (
            'category = "premises_and_land"\nside = "resource"\nwhen.legal_form = ["bank_coop"]',
            "jamais une agence",
        ),
    ],
)
def test_a_banned_rule_is_refused(tmp_path: Path, rule: str, told: str) -> None:
    folder = copied(FOLDER, tmp_path)
    with (folder / "rules.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[rule]]\ncode = "banned"\n{rule}\nstrength = 0.5\n')
        file.write('reason.fr = "parce que"\nreason.en = "because"\n')

    with pytest.raises(SourceError, match=told):
        load_rulebook(folder)


def test_the_counts_of_the_source_page_are_those_of_the_table() -> None:
    page = (FOLDER / "SOURCE.md").read_text(encoding="utf-8")
    told = {code: int(n) for code, n in re.findall(r"^\| `(\w+)` \| (\d+) \|", page, re.MULTILINE)}

    assert told == {category.value: _poles_that_pool(category) for category in PoolingCategory}


def _poles_that_pool(category: PoolingCategory) -> int:
    with (data_folder("data") / "sources" / "ptce.csv").open(encoding="utf-8") as file:
        told = [row["pooled_resources"] for row in csv.DictReader(file)]
    poles = [PoolingProfile(Kind.PTCE, says=tuple(t.split(";"))) for t in told if t]
    return sum(
        any(claim_of(pole, category, side, RULES).declared for side in Side) for pole in poles
    )


def test_every_legal_sentence_names_its_article_or_says_that_it_is_to_be_checked() -> None:
    told = {c: RULES.frame(c).legal for c in PoolingCategory}

    unfounded = [
        category
        for category, text in told.items()
        if text is not None
        and not re.search(r"[LR]\d{3,4}-\d+|article \d+", text.fr)
        and "à vérifier" not in text.fr
    ]

    assert unfounded == []


def test_the_frames_of_shared_work_say_their_conditions_exactly() -> None:
    jobs = RULES.frame(PoolingCategory.SHARED_JOBS).legal
    support = RULES.frame(PoolingCategory.SUPPORT_FUNCTIONS).legal

    assert jobs is not None
    assert support is not None
    for article in ("L1253-8", "L8231-1", "L8241-1", "L8241-2"):
        assert article in jobs.fr
        assert article in jobs.en
    for words in ("261 B", "directement et exclusivement", "part exacte"):
        assert words in support.fr.replace("\u00a0", " ")
