"""The page « Mes listes » and its door to the browser: words, buttons, header."""

import json

from territorial_map.web.base.list_buttons import add_all_to_list, add_selection, keep_toggle
from territorial_map.web.base.page_spec import MenuPlace
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.header import header
from territorial_map.web.frame.navigation import page_of
from territorial_map.web.frame.pages import Pages
from territorial_map.web.pages.lists.layout import WORDS
from tests.web.rendered import attributes, links, parts


def test_the_page_leaves_its_place_empty_and_carries_its_words(pages: Pages) -> None:
    page = page_of("/listes", "en", pages)

    (words,) = attributes(page, "data-words")
    assert json.loads(words)["title"] == "My lists"
    (holder,) = (p for p in parts(page) if p["props"].get("id") == WORDS)
    assert holder["props"]["hidden"] is True
    (root,) = (p for p in parts(page) if p["props"].get("id") == "lists-root")
    assert root["props"].get("children") is None


def test_buttons_name_what_they_add() -> None:
    t = Texts()

    one = keep_toggle("synthetic:1", "Régie", t)
    many = add_all_to_list(["synthetic:1", "synthetic:2"], t, "Vercors")

    assert attributes(one, "data-keep") == ["synthetic:1"]
    assert attributes(one, "aria-pressed") == ["false"]
    assert attributes(many, "data-add-to-list") == ["synthetic:1 synthetic:2"]
    assert attributes(many, "data-list-name") == ["Vercors"]
    assert attributes(add_selection(t, "department=26"), "data-add-selection") == ["department=26"]


def test_the_header_links_every_page_once_and_marks_the_open_one(pages: Pages) -> None:
    drawn = header(Texts(), pages, here="/listes")

    found = [href for href in links(drawn).values() if not href.startswith("?")]
    in_header = [page.path for page in pages.in_menu(MenuPlace.ROW)]
    assert sorted(found[1:]) == sorted(in_header)
    current = [p["props"]["href"] for p in parts(drawn) if p["props"].get("aria-current") == "page"]
    assert current == ["/listes"]
