"""Lines of HTML by ids: what the script of a list asks for, and the one view of an organisation."""

import ast
import re
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from dash import dcc, html
from fastapi.testclient import TestClient

from territorial_map.domain.listing import Listed
from territorial_map.domain.vocabulary import Located
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.web.base import organisation_line as organisation_line_module
from territorial_map.web.base.html import Element, to_html
from territorial_map.web.base.organisation_line import Way, line_body, organisation_line
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.frame.lines import MOST_BYTES, lines_told, parsed
from tests.web.rendered import parts, words
from tests.web.served_pages import HOSTILE, MERGED, plain

SITE = "synthetic:site1"


def asked(client: TestClient, **body: object) -> dict[str, list[dict[str, str]]]:
    answer = client.post("/lignes", json=body)
    assert answer.status_code == 200, answer.text
    told: dict[str, list[dict[str, str]]] = answer.json()
    return told


def test_lines_come_in_the_order_asked_with_their_html(client: TestClient) -> None:
    told = asked(client, ids=["synthetic:lieu", SITE, "nobody:1"])

    assert [line["id"] for line in told["lines"]] == ["synthetic:lieu", SITE]
    line = told["lines"][1]
    assert 'class="symbol symbol-sheltered_supplier' in line["symbol"]
    assert f'<a class="line-link" data-nav="1" href="/?organisation={SITE}">' in line["html"]
    assert '<span class="line-away"></span>' in line["html"]
    assert line["what"] in line["html"]
    assert told["edition"]


def test_a_merged_id_leads_to_who_took_it_over(client: TestClient) -> None:
    (line,) = asked(client, ids=[MERGED])["lines"]

    assert (line["asked"], line["id"]) == (MERGED, "synthetic:two-sources")


def test_words_are_in_the_language_asked_and_names_open_where_asked(client: TestClient) -> None:
    (line,) = asked(client, ids=[SITE], lang="en", new_tab=True)["lines"]

    assert 'href="/?organisation=synthetic:site1&amp;lang=en"' in line["html"]
    assert 'rel="noopener" target="_blank"' in line["html"]
    assert "data-nav" not in line["html"]
    assert "phone not known" in line["html"] or line["phone"]


def test_what_an_organisation_is_called_is_escaped(client: TestClient) -> None:
    (line,) = asked(client, ids=["synthetic:hostile"])["lines"]

    assert HOSTILE not in line["html"]
    assert line["name"] == HOSTILE


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{}",
        b'{"ids": "synthetic:1"}',
        b'{"ids": [1]}',
        b'{"ids": [""]}',
        b'{"ids": [], "lang": "tlh"}',
        b'{"ids": [], "colour": "red"}',
        b'{"ids": ["\\ud800"]}',
        b'{"ids": ["' + b"x" * 301 + b'"]}',
        b'{"ids": [' + b",".join([b'"a"'] * 2001) + b"]}",
    ],
)
def test_a_bad_question_is_told_and_not_a_fault(client: TestClient, body: bytes) -> None:
    answer = client.post("/lignes", content=body)

    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_body_is_not_read_without_end(client: TestClient) -> None:
    assert client.post("/lignes", content=b" " * (MOST_BYTES + 1)).status_code == 413


def test_the_same_words_stand_on_every_list(client: TestClient, small_edition: OpenEdition) -> None:
    told = plain(client.get("/?kind=sheltered_supplier").text)
    shown = re.findall(r'data-id="([^"]+)"', told)
    lines = lines_told(parsed(b'{"ids": ["' + '", "'.join(shown).encode() + b'"]}'), small_edition)

    assert len(lines["lines"]) == len(shown) > 1
    for line in lines["lines"]:
        what = re.search(r'<div class="line-what">.*?</div>', line["html"])
        assert what
        assert what[0] in told


@pytest.mark.parametrize("language", list(Language))
def test_a_line_tells_what_is_known_and_what_is_not(
    language: Language, small_edition: OpenEdition
) -> None:
    t = Texts(language)
    way = Way(lambda any_id, _name: f"/o/{any_id}")
    items: tuple[Listed, ...] = small_edition.listed_by_ids((SITE, "synthetic:lieu"))

    assert len(items) == 2
    for item in items:
        line = words(organisation_line(item, way, t))
        body = to_html(line_body(item, way, t, contact=True))
        assert item.name in line
        assert item.source in line
        assert item.source in body
        assert 'class="line-paper"' not in body


@pytest.mark.parametrize(
    ("located", "told"),
    [(Located.ADDRESS, True), (Located.COMMUNE, False), (Located.DEPARTMENT, False)],
)
def test_how_far_is_told_only_of_who_is_placed_at_the_address(
    located: Located, *, told: bool, small_edition: OpenEdition
) -> None:
    t = Texts(Language.FRENCH)
    (found,) = small_edition.listed_by_ids((SITE,))
    item = replace(found, located=located, distance_km=7.2)

    line = words(organisation_line(item, Way(lambda any_id, _name: f"/o/{any_id}"), t))

    assert ("à 7 km" in line.replace("\u00a0", " ")) is told, line


def test_a_tree_is_written_with_every_property_that_dash_knows_of(
    small_edition: OpenEdition,
) -> None:
    way = Way(lambda any_id, _name: f"/o/{any_id}", in_app=True)
    line = organisation_line(small_edition.listed_by_ids((SITE,))[0], way, Texts(), opened=True)
    written = to_html(line)
    told = [
        str(value)
        for part in parts(line)
        for name, value in part["props"].items()
        if name not in {"children", "n_clicks"}
    ]

    assert len(told) > 10
    assert [value for value in told if f'="{escape(value)}"' not in written] == []


def test_what_needs_dash_to_live_is_not_written() -> None:
    with pytest.raises(TypeError, match="Store cannot be painted"):
        to_html(html.Div([dcc.Store(id="state")]))


def test_fields_of_a_form_are_written_and_escaped() -> None:
    field = Element(
        "input", None, {"name": "q", "value": '"><b>', "checked": True, "hidden": False}
    )

    assert to_html([field, None, "a < b"]) == (
        '<input name="q" value="&quot;&gt;&lt;b&gt;" checked>a &lt; b'
    )


_TAG = re.compile(
    r"</?(?:div|p|ul|ol|li|section|h\d|span|a|form|table|nav|details|input|button|label)\b"
)
# What writes a document or a snippet to copy: tags there are text, and few.
DOCUMENTS = {
    "base/html.py",  # the writer itself
    "frame/plain_page.py",  # the body of a document without the app
    "frame/routes.py",  # what waits for the app
}


def test_one_function_writes_elements_as_html() -> None:
    web = Path(organisation_line_module.__file__).parent.parent
    told = {
        path.relative_to(web).as_posix()
        for path in web.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _TAG.search(node.value)
    }

    assert told == DOCUMENTS


def _texts_of(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    constants = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return [value for value in constants if isinstance(value, str)]
