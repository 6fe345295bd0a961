"""How pages get the browser's modules; words, kinds and callbacks are the same on both sides."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from territorial_map.settings import data_folder
from territorial_map.web.base.script import (
    APP,
    import_map,
    module_address,
    module_script,
)
from tests.known import KNOWLEDGE, SCRIPT
from tests.programs import program
from tests.web.script_types import API_TYPES, ROOT, TYPES, texts_types, write_api_types

ASSETS = data_folder("assets")
INSTALLED = ROOT / "node_modules" / "openapi-typescript"


def text_of(path: str) -> str:
    return (ASSETS / path).read_text(encoding="utf-8")


def test_a_page_maps_its_modules_then_preloads_them_all_before_naming_one(
    client: TestClient,
) -> None:
    page = client.get("/").text

    preloaded = re.findall(r'<link rel="modulepreload" href="([^"]+)">', page)
    assert preloaded == [module_address(SCRIPT, one.path) for one in SCRIPT.needed_by(APP)]
    mapped, entry = page.index(import_map(SCRIPT)), page.index("/assets/entry.js")
    assert mapped < page.index(preloaded[0]) < entry < page.index("new DashRenderer")


def test_dash_lists_one_script_of_ours(client: TestClient) -> None:
    page = client.get("/").text

    ours = re.findall(r'<script src="(?:/assets/|assets/)([^"?]+)', page)
    assert ours == ["entry.js"]


def test_every_module_that_a_page_preloads_is_there_for_ever(client: TestClient) -> None:
    preloaded = re.findall(r'modulepreload" href="([^"]+)"', client.get("/").text)
    assert len(preloaded) > 30

    for address in preloaded:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "address",
    [
        "/script/0123456789abcdef/modules/app.mjs",
        "/script/modules/app.mjs",
        f"/script/{SCRIPT.version}/modules/none.mjs",
        f"/script/{SCRIPT.version}/modules/../../pyproject.toml",
        f"/script/{SCRIPT.version}/css/00-base.css",
    ],
)
def test_another_version_or_another_file_is_not_there(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404


def test_a_module_of_another_version_is_never_kept(client: TestClient) -> None:
    answer = client.get("/script/0123456789abcdef/modules/app.mjs")

    assert answer.headers["cache-control"] == "no-store"


def test_the_import_map_passes_a_content_security_policy_by_its_hash(client: TestClient) -> None:
    answer = client.get("/embed")

    (inline,) = re.findall(r'<script type="importmap">(.*?)</script>', answer.text)
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]
    assert re.findall(r"<script(?![^>]*(?:src=|importmap))[^>]*>", answer.text) == []


def test_a_page_without_dash_loads_its_module_after_the_map() -> None:
    entry = "modules/pages/embed/configurator.mjs"

    tags = module_script(SCRIPT, entry)

    assert tags.startswith(f'<script type="importmap">{import_map(SCRIPT)}</script>')
    assert tags.endswith(f'<script type="module" src="{module_address(SCRIPT, entry)}"></script>')


def test_every_function_that_the_server_names_is_given_by_the_modules(
    client: TestClient,
) -> None:
    given = re.search(r"const territorialMap = \{(.*?)\n\};", text_of(APP), re.DOTALL)
    assert given is not None
    names = set(re.findall(r"^  (\w+),", given[1], re.MULTILINE)) - {"layers"}
    asked = {
        callback["clientside_function"]["function_name"]
        for callback in client.get("/_dash-dependencies").json()
        if callback.get("clientside_function")
    }

    assert len(asked) > 25
    assert asked == names


def test_the_types_of_words_are_those_that_the_server_writes() -> None:
    assert TYPES.read_text(encoding="utf-8") == texts_types(), "make script-types"


def test_the_types_of_answers_are_those_of_the_api(tmp_path: Path) -> None:
    if not INSTALLED.is_dir():
        program("what npm ci installs", "nodejs npm, then make script-lint")
    write_api_types(tmp_path / "api.d.ts")

    current = (tmp_path / "api.d.ts").read_text(encoding="utf-8")
    assert API_TYPES.read_text(encoding="utf-8") == current, "make script-types"


def test_kinds_have_the_same_colour_on_maps_and_in_files() -> None:
    symbols = text_of("modules/map/symbols.mjs")
    drawn = dict(re.findall(r'^  (\w+): "(#\w{6})",$', symbols, re.MULTILINE))

    assert drawn == {kind.value: symbol.colour for kind, symbol in KNOWLEDGE.symbols.items()}


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("idiomorph.min.mjs", "4cbd535caf7663a51eda9bce6595371c384fc430d54b8d414e29a61167f19f96"),
        ("sortable.min.mjs", "bf4241bc73fef7f11c59a283a69fe8051cdd31c6d8ff5a2b9ba219e7831fcf76"),
    ],
)
def test_the_scripts_of_others_are_as_they_were_published(name: str, digest: str) -> None:
    text = text_of(f"vendor/{name}").removesuffix("\nexport { Idiomorph };\n")

    assert hashlib.sha256(text.encode()).hexdigest() == digest
    assert f"`{name}`" in text_of("vendor/SOURCE.md")
    assert (ASSETS / "vendor" / f"LICENSE-{name.split('.', maxsplit=1)[0]}.txt").is_file()


def test_the_lock_of_what_checks_the_script_names_no_registry() -> None:
    lock = Path(__file__).parents[2].joinpath("package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert lock.count('"integrity"') > 20
