"""One telling of numbers, distances, dates and plurals; scripts read the same cases."""

import ast
import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import territorial_map
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.sentence import Sentence, distance_told, quantity_told, say
from territorial_map.domain.language.writing import (
    NBSP,
    date_in_words,
    decimal,
    distance,
    filled,
    is_singular,
    long_date,
    megabytes,
    number,
    script_rules,
    typeset,
    written_date,
)

CASES: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("writing.json").read_text(encoding="utf-8")
)
FR, EN = Language.FRENCH, Language.ENGLISH
KM = st.floats(0, 20_000, allow_nan=False)


def spaced(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize("case", CASES["distances"], ids=lambda case: str(case["km"]))
def test_a_distance_is_told_the_same_everywhere(case: dict[str, Any]) -> None:
    assert (spaced(distance(case["km"], FR)), spaced(distance(case["km"], EN))) == (
        case["fr"],
        case["en"],
    )
    assert distance_told(case["km"]) == Sentence(distance(case["km"], FR), distance(case["km"], EN))


@pytest.mark.parametrize("language", list(Language))
def test_scripts_can_tell_every_case_from_the_rules(language: Language) -> None:
    rules = script_rules(language)

    told = [spaced(_as_a_script(case["km"], rules)) for case in CASES["distances"]]

    assert told == [case[language.value] for case in CASES["distances"]]


@given(KM, KM)
def test_farther_is_never_told_nearer(a: float, b: float) -> None:
    near, far = sorted((a, b))

    assert _metres(distance(near, EN)) <= _metres(distance(far, EN))


@given(KM)
def test_what_is_told_is_near_what_is(km: float) -> None:
    told = _metres(distance(km, EN)) / 1000

    assert abs(told - km) <= (0.0505 if km < 0.975 else 0.5005)


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: str(case["n"]))
def test_thousands_stand_apart(case: dict[str, Any]) -> None:
    assert (spaced(number(case["n"], FR)), number(case["n"], EN)) == (case["fr"], case["en"])


@pytest.mark.parametrize("case", CASES["decimals"], ids=lambda case: str(case["n"]))
def test_decimals_follow_the_mark_of_their_language(case: dict[str, Any]) -> None:
    assert (spaced(decimal(case["n"], FR)), decimal(case["n"], EN)) == (case["fr"], case["en"])


@pytest.mark.parametrize(
    ("size", "digits", "told"),
    [
        (0, 0, "0 Mo"),
        (1_499_999, 0, "1 Mo"),
        (12_345_678, 1, "12,3 Mo"),
        (1_234_567_890, 0, "1 235 Mo"),
    ],
)
def test_sizes_are_told_in_megabytes(size: int, digits: int, told: str) -> None:
    assert spaced(megabytes(size, digits)) == told


def test_nobody_else_sets_thousands_apart() -> None:
    """A figure with a comma in its format is English: it is written by this module or by none."""
    package = Path(territorial_map.__file__).parent
    formats = [
        (path.relative_to(package).as_posix(), ast.unparse(node.format_spec))
        for path in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
    ]

    assert len(formats) > 20
    grouped = {path for path, told in formats if "," in told or "_" in told}
    assert grouped == {"domain/language/writing.py"}


@pytest.mark.parametrize("case", CASES["dates"], ids=lambda case: case["iso"])
def test_a_date_is_written_as_its_readers_do(case: dict[str, Any]) -> None:
    assert (written_date(case["iso"], FR), written_date(case["iso"], EN)) == (
        case["fr"],
        case["en"],
    )


@pytest.mark.parametrize("case", CASES["singular"], ids=lambda case: str(case["n"]))
def test_none_and_one_are_singular_in_french_and_one_in_english(case: dict[str, Any]) -> None:
    assert (is_singular(case["n"], FR), is_singular(case["n"], EN)) == (case["fr"], case["en"])
    for language in Language:
        rules = script_rules(language)
        assert (rules["singularFrom"] <= case["n"] <= rules["singularUpTo"]) == (
            case[language.value]
        )


def test_months_are_written_in_words() -> None:
    assert long_date("2026-08-01", FR) == "1er août 2026"
    assert long_date("2026-02-03", FR) == "3 février 2026"
    assert long_date("2026-12-31", EN) == "31 December 2026"


@pytest.mark.parametrize("bad", [("", "a"), ("a", " ")])
def test_a_sentence_has_both_languages(bad: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="needs its French and its English"):
        Sentence(*bad)


def test_a_sentence_is_filled_joined_and_said() -> None:
    told = say("{n} membre : un", "{n} member: one").filled(fr={"n": "1"}, en={"n": "1"})

    assert told.said(FR) == f"1 membre{NBSP}: un"
    assert told.then(Sentence("Fin.", "End.")).said(EN) == "1 member: one End."
    assert told.then(None) is told
    assert quantity_told(0.5, 2) == Sentence("0,50", "0.50")


def test_french_spaces_are_set_and_addresses_left_alone() -> None:
    assert typeset("« oui » : 5 % ?") == f"«{NBSP}oui{NBSP}»{NBSP}: 5{NBSP}%{NBSP}?"
    assert typeset("voir https://exemple.org/?a=1") == "voir https://exemple.org/?a=1"


def _metres(told: str) -> float:
    figure, unit = told.replace(",", "").split(NBSP)
    return float(figure) * (1000 if unit == "km" else 1)


def _as_a_script(km: float, rules: dict[str, Any]) -> str:
    """What a script does, by the rules alone."""
    step = rules["stepMetres"]
    metres = max(1, math.ceil(km * 1000 / step - 0.5)) * step
    if metres < 1000:
        return str(rules["metres"]).replace("{n}", str(metres))
    figure = f"{max(1, math.ceil(km - 0.5)):,}".replace(",", rules["thousands"])
    return str(rules["kilometres"]).replace("{n}", figure)


@pytest.mark.parametrize(
    "case", CASES["filled"], ids=lambda case: f"{case['words']} {case['value']}"
)
def test_what_stands_before_a_value_agrees_with_it(case: dict[str, str]) -> None:
    assert filled(case["words"], {"name": case["value"]}) == case["fr"]


@given(st.text(), st.sampled_from(["Carte : {name}", "la {name}", "{name} de {n}"]))
def test_a_value_is_told_whole_where_nothing_agrees_with_it(value: str, words: str) -> None:
    told = {"name": value, "n": 3}

    assert filled(words, told) == words.format(**told)


@given(st.text(min_size=1))
def test_no_letter_of_a_value_is_lost_but_its_article(value: str) -> None:
    told = filled("de {name}", {"name": value})

    assert told.endswith(value) or told in {f"du {value[3:]}", f"des {value[4:]}"}


@pytest.mark.parametrize(
    ("iso", "french", "english"),
    [
        ("2021-01-08", "8 janvier 2021", "8 January 2021"),
        ("2020-12", "décembre 2020", "December 2020"),
        ("2019", "2019", "2019"),
        ("2009-2025", "2009-2025", "2009-2025"),
        ("4e trimestre 2025", "4e trimestre 2025", "4e trimestre 2025"),
        ("", "", ""),
    ],
)
def test_vintages_are_told_in_words(iso: str, french: str, english: str) -> None:
    assert (date_in_words(iso, FR), date_in_words(iso, EN)) == (french, english)
