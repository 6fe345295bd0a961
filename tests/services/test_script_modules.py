"""The browser's modules: their walls, their order, one hash of them all."""

import re
from pathlib import Path

import pytest

from territorial_map.services.script_modules import (
    ScriptModules,
    read_modules,
    without_comments,
)
from tests.known import SCRIPT

APP = "modules/app.mjs"
MOST_LINES = 300
# Pages that stand on another page: what an operator may do, what is in a group.
BETWEEN_PAGES = {
    ("duplicates", "operator"),
    ("match", "lists"),
    ("organisation", "operator"),
    ("organisation", "pole"),
    ("pole", "lists"),
    ("pole", "match"),
    ("review", "operator"),
}


def modules_of(folder: Path, **texts: str) -> ScriptModules:
    (folder / "modules").mkdir()
    for name, text in texts.items():
        (folder / "modules" / f"{name}.mjs").write_text(text, encoding="utf-8")
    return read_modules(folder)


def room(path: str) -> tuple[str, str]:
    """The folder of a module, and the page it belongs to, if it is of one."""
    parts = path.removeprefix("modules/").split("/")
    return parts[0], parts[1] if parts[0] == "pages" else ""


def test_no_module_imports_itself_by_way_of_others() -> None:
    modules = SCRIPT

    found = {one.path for path in modules.by_path for one in modules.needed_by(path)}

    assert len(found) > 60
    assert found == modules.by_path.keys()


def test_fetching_later_closes_no_circle_either() -> None:
    modules = SCRIPT
    later = {path: one.later for path, one in modules.by_path.items() if one.later}
    assert later

    for path, fetched in later.items():
        above = {one.path for one in modules.needed_by(*fetched)}
        assert path not in above, f"{path} fetches what imports it"


def test_base_knows_no_map_and_no_page_and_the_map_knows_no_page() -> None:
    allowed = {
        "app.mjs": {"base", "map", "pages"},
        "standing.mjs": {"base", "map", "pages"},
        "base": {"base", "vendor"},
        "map": {"base", "map"},
        "pages": {"base", "map", "pages"},
        "vendor": set[str](),
    }
    arrows = [
        (path, target)
        for path, module in SCRIPT.by_path.items()
        for target in (*module.imports, *module.later)
    ]

    assert len(arrows) > 150
    assert [
        (path, target) for path, target in arrows if room(target)[0] not in allowed[room(path)[0]]
    ] == []


def test_pages_stand_apart_but_for_those_said_to_stand_on_another() -> None:
    between = {
        (room(path)[1], room(target)[1])
        for path, module in SCRIPT.by_path.items()
        for target in (*module.imports, *module.later)
        if room(path)[0] == room(target)[0] == "pages" and room(path) != room(target)
    }

    assert between == BETWEEN_PAGES


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    assets = Path(__file__).parents[2] / "assets"
    sizes = {
        path: len((assets / path).read_text(encoding="utf-8").splitlines())
        for path in SCRIPT.by_path
        if path.startswith("modules/")
    }

    assert len(sizes) > 60
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


def test_lists_the_export_dialog_and_matching_wait_until_they_are_asked_for() -> None:
    first = {one.path for one in SCRIPT.needed_by(APP)}

    for later in ("lists/page", "lists/picker", "export/dialog", "match/page", "duplicates/page"):
        assert f"modules/pages/{later}.mjs" in SCRIPT.by_path
        assert f"modules/pages/{later}.mjs" not in first
    assert not any("sortable" in path for path in first)


def test_what_a_module_imports_comes_before_it(tmp_path: Path) -> None:
    modules = modules_of(
        tmp_path,
        a='import { b } from "./b.mjs";\nimport "./c.mjs";\n',
        b='import {\n  c,\n} from "./c.mjs";\nexport const b = c;\n',
        c="export const c = 1;\n",
        d="export const d = 1;\n",
    )

    order = [module.path for module in modules.needed_by("modules/a.mjs")]

    assert order == ["modules/c.mjs", "modules/b.mjs", "modules/a.mjs"]


def test_a_circle_is_refused_by_its_names(tmp_path: Path) -> None:
    modules = modules_of(
        tmp_path, a='import { b } from "./b.mjs";\n', b='import { a } from "./a.mjs";\n'
    )

    with pytest.raises(ValueError, match=r"a\.mjs → modules/b\.mjs → modules/a\.mjs"):
        modules.needed_by("modules/a.mjs")


def test_an_import_of_nothing_is_refused(tmp_path: Path) -> None:
    modules = modules_of(tmp_path, a='import { b } from "./gone.mjs";\n')

    with pytest.raises(ValueError, match=r"modules/a\.mjs imports modules/gone\.mjs"):
        modules.needed_by("modules/a.mjs")


def test_the_version_changes_with_any_module(tmp_path: Path) -> None:
    before = modules_of(tmp_path, a="export const a = 1;\n", b="export const b = 1;\n")
    (tmp_path / "modules" / "b.mjs").write_text("export const b = 2;\n", encoding="utf-8")
    after = read_modules(tmp_path)

    assert before.version != after.version
    assert re.fullmatch(r"[0-9a-f]{16}", after.version)


def test_modules_inlined_are_one_script_without_import_or_export(tmp_path: Path) -> None:
    modules = modules_of(
        tmp_path,
        a='import { b } from "./b.mjs";\nconst a = b + 1;\n',
        b="export const b = 1;\nexport const f = () => b;\n",
    )

    inlined = modules.inlined("modules/a.mjs")

    assert inlined == "const b = 1;\nconst f = () => b;\nconst a = b + 1;"


def test_two_modules_that_declare_one_name_are_not_inlined_together(tmp_path: Path) -> None:
    modules = modules_of(
        tmp_path, a='import "./b.mjs";\nconst same = 1;\n', b="export const same = 2;\n"
    )

    with pytest.raises(ValueError, match="both declare same"):
        modules.inlined("modules/a.mjs")


def test_a_module_that_fetches_later_is_not_inlined(tmp_path: Path) -> None:
    modules = modules_of(tmp_path, a='export const a = () => import("./b.mjs");\n', b="")

    with pytest.raises(ValueError, match="later"):
        modules.inlined("modules/a.mjs")


def test_comments_that_begin_a_line_are_not_sent_and_lines_keep_their_numbers() -> None:
    text = "/* head */\nconst a = 1; /* kept */\n  /**\n   * @param {x} y\n   */\nconst b = 2;\n"

    sent = without_comments(text)

    assert sent == "\nconst a = 1; /* kept */\n\n\n\nconst b = 2;\n"
