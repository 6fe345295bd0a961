"""The colours of the product: named in one sheet, with dark twins, readable on one another."""

import re
from pathlib import Path

import pytest

from territorial_map.settings import data_folder
from territorial_map.web.embed.colours import DARK_GROUND, DARK_PAPER, contrast, parts

ASSETS = data_folder("assets")
COLOURS = ASSETS / "css" / "01-colours.css"
SHEETS = [path for path in ASSETS.rglob("*.css") if path != COLOURS]
LITERAL = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
NAMED = re.compile(
    r"(?:color|background|border[a-z-]*|fill|stroke):[^;]*\b(?:white|black|gr[ae]y|red)\b"
)
DARK = "@media screen and (prefers-color-scheme: dark)"
TEXT, SHAPE = 4.5, 3.0
WRITTEN = [
    *(("ink", on) for on in ("paper", "ground", "field", "hover", "accent-soft", "land", "sea")),
    *(("ink-soft", on) for on in ("paper", "ground", "hover", "accent-soft", "off")),
    *(("ink-faint", on) for on in ("paper", "ground", "field")),
    *(("accent", on) for on in ("paper", "ground", "accent-soft", "hover")),
    *(("brand-ink", on) for on in ("paper", "accent-soft")),
    *(("on-accent", on) for on in ("accent", "accent-strong")),
    *(("on-brand", on) for on in ("brand", "bar")),
    *(("good", on) for on in ("paper", "good-soft")),
    *(("warn", on) for on in ("paper", "warn-soft")),
    ("ink", "warn-soft"),
    ("ink", "good-faint"),
    ("danger", "paper"),
    ("supposed", "paper"),
    ("badge-ink", "badge"),
    ("mark-ink", "mark-ground"),
]
SEEN = [
    *(("field-line", on) for on in ("paper", "ground", "field")),
    *(("focus", on) for on in ("paper", "ground", "accent-soft")),
    ("focus-on-brand", "brand"),
    *(("ring", on) for on in ("land", "sea")),
    *((f"link-{kind}", "paper") for kind in ("strong", "explore", "insufficient", "existing")),
    ("land-line", "land"),
]


def blocks(css: str) -> list[tuple[str, str]]:
    """(the prelude of the outermost block, what it holds), comments left out."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found, depth, start, prelude = [], 0, 0, ""
    for at, sign in enumerate(css):
        if sign == "{":
            if not depth:
                prelude, start = css[start:at].strip(), at + 1
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                found.append((prelude, css[start:at]))
                start = at + 1
    return found


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme; the dark ones stand over the others."""
    told: dict[str, str] = {}
    for prelude, inside in blocks(COLOURS.read_text(encoding="utf-8")):
        if prelude == ":root" or (scheme == "dark" and prelude == DARK):
            told |= dict(re.findall(r"--([a-z-]+):\s*([^;]+);", inside))
    return told


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_other_sheet_names_a_colour(sheet: Path) -> None:
    on_screen = [
        inside
        for prelude, inside in blocks(sheet.read_text(encoding="utf-8"))
        if prelude != "@media print" and "forced-colors" not in prelude
    ]

    assert on_screen or sheet.name == "90-print.css"
    assert [hit for inside in on_screen for hit in LITERAL.findall(inside)] == []
    assert [hit for inside in on_screen for hit in NAMED.findall(inside)] == []


@pytest.mark.parametrize("sheet", [*SHEETS, COLOURS], ids=lambda path: path.name)
def test_every_colour_that_is_asked_for_has_a_name(sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    known = set(tokens("light"))
    for path in (*SHEETS, COLOURS):
        known |= set(re.findall(r"--([a-z0-9-]+):", path.read_text(encoding="utf-8")))

    assert set(re.findall(r"var\(--([a-z0-9-]+)", css)) <= known


def test_the_dark_scheme_only_changes_what_the_light_one_names() -> None:
    light, dark = tokens("light"), tokens("dark")

    assert len(light) > 40
    assert set(dark) == set(light)
    assert sum(light[name] != dark[name] for name in light) > 30


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("least", "pairs"), [(TEXT, WRITTEN), (SHAPE, SEEN)], ids=["words", "shapes"]
)
def test_words_and_shapes_can_be_told_from_their_ground(
    scheme: str, least: float, pairs: list[tuple[str, str]]
) -> None:
    told = tokens(scheme)

    weak = {
        (upon, ground): round(ratio, 2)
        for upon, ground in pairs
        if (ratio := contrast(_parts(told[upon]), _parts(told[ground]))) < least
    }
    assert weak == {}


def test_frames_know_the_dark_grounds_of_the_sheet() -> None:
    dark = tokens("dark")

    assert (dark["paper"], dark["on-accent"]) == (f"#{DARK_PAPER}", f"#{DARK_GROUND}")


def _parts(colour: str) -> tuple[int, int, int]:
    return parts(colour.removeprefix("#"))
