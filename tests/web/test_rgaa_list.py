"""The page « Accessibilité » lists what is tried, and only that: list and tests are alike."""

import ast
from pathlib import Path

from territorial_map.domain.publisher import Publisher
from territorial_map.web.base.html import to_html
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.pages.legal.criteria import KNOWN_TO_FAIL, THEMES, TRIED
from territorial_map.web.pages.legal.views import accessibility

BROWSER = Path(__file__).parents[1] / "browser"
PREFIX = "test_rgaa_"


def tried_by_tests() -> list[str]:
    """The numbers of the criteria that tests name: ``test_rgaa_3_2_…`` is 3.2."""
    return [
        ".".join(node.name.removeprefix(PREFIX).split("_")[:2])
        for path in sorted(BROWSER.glob("test_rgaa_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith(PREFIX)
    ]


def test_each_criterion_has_its_named_test_and_each_test_its_criterion() -> None:
    told = [one.number for one in TRIED]

    assert len(told) == len(set(told)) > 15
    assert sorted(tried_by_tests()) == sorted(told)


def test_the_page_tells_every_criterion_and_what_is_known_to_fail_in_both_languages() -> None:
    for language in Language:
        t = Texts(language)
        page = to_html(accessibility(Publisher(), t))

        assert [one.number for one in TRIED if f">{one.number}<" not in page] == []
        assert [one for one in KNOWN_TO_FAIL if to_html(t(one)) not in page] == []
        assert {one.theme for one in TRIED} == set(THEMES)
        assert to_html(t("Non conforme\u00a0: aucun audit complet n’a été mené.")) in page
