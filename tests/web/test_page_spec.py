"""One ``PageSpec`` is all that a page takes: everything the app says of it follows."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from dash import Dash, Input, Output, html
from fastapi import FastAPI
from fastapi.testclient import TestClient

from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.site import Site
from territorial_map.settings import data_folder
from territorial_map.web import create_app
from territorial_map.web.base.answers import Visit
from territorial_map.web.base.marks import Node
from territorial_map.web.base.opening import opening
from territorial_map.web.base.page_spec import MenuEntry, MenuPlace, PageSpec, Screen
from territorial_map.web.base.registry import Registry
from territorial_map.web.base.texts import Texts
from territorial_map.web.frame.footer import footer
from territorial_map.web.frame.header import header
from territorial_map.web.frame.navigation import page_of
from territorial_map.web.frame.pages import Pages
from territorial_map.web.page_list import PAGES
from tests.sites import site_of
from tests.web.rendered import attributes, links, parts, words
from tests.web.served_pages import PUBLIC, canonical, meta, plain

PATH = "/page-synthetique"
TITLE = "Page synthétique"
LEAD = "Une page de test, « synthétique » & complète."


def contents(visit: Visit) -> list[Node]:
    return [*opening(visit.heading), html.Div(id="synthetic-answer")]


def register(registry: Registry, _site: Site) -> None:
    @registry.on(Output("synthetic-answer", "children"), Input("document-state", "data"))
    def answer(document: dict[str, str] | None) -> str:
        return (document or {}).get("path", "")


SYNTHETIC = PageSpec(
    path=PATH,
    title=TITLE,
    lead=LEAD,
    menu=MenuEntry("Synthétique", "map", MenuPlace.ROW),
    layout=lambda visit: Screen(contents(visit), style="synthetic"),
    plain=lambda asked: [*opening(asked.heading), html.P(asked.edition.edition.id)],
    closed=(f"{PATH}/fichier",),
    parts=contents,
    register=register,
)


@pytest.fixture(scope="module")
def served(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[FastAPI, Dash]:
    ledger = Ledger(f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'ledger.sqlite'}")
    server = FastAPI()
    site = site_of(small_editions, ledger, PUBLIC)
    app = create_app(server, site, data_folder("assets"), specs=(*PAGES, SYNTHETIC))
    return server, app


@pytest.fixture(scope="module")
def client(served: tuple[FastAPI, Dash]) -> Iterator[TestClient]:
    with TestClient(served[0], base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="module")
def with_it(pages: Pages) -> Pages:
    return Pages((*PAGES, SYNTHETIC), pages.site)


def foot_of(page: str) -> str:
    return page.split('<footer class="site-foot')[1].split("</footer>", maxsplit=1)[0]


def test_it_answers_at_its_address(client: TestClient) -> None:
    answer = client.get(PATH)

    assert answer.status_code == 200
    assert 'id="react-entry-point"' in answer.text
    assert client.head(PATH).status_code == 200
    assert client.get(f"{PATH}/plus-loin").status_code == 404


def test_it_is_titled_and_described(client: TestClient) -> None:
    page = client.get(f"{PATH}?lang=fr").text

    assert f"<title>{TITLE} · Carte et annuaire" in page
    assert meta(page, "description") == Texts()(LEAD)
    assert meta(page, "og:title") == TITLE
    assert canonical(page) == PUBLIC + PATH
    assert "noindex" not in page


def test_a_reader_without_javascript_gets_its_content(
    client: TestClient, small_editions: Path
) -> None:
    content = plain(client.get(PATH).text)

    assert f"<h2>{TITLE}</h2>" in content
    assert Texts()(LEAD) in unescape(content)
    assert f"<p>{(small_editions / 'current').read_text().strip()}</p>" in content


def test_the_menu_marks_the_section_of_a_page_that_stands_inside_it(client: TestClient) -> None:
    marked = re.findall(r"<a[^>]*aria-current[^>]*>", plain(client.get("/pratiques/p27").text))

    in_menu = [link for link in marked if "data-language" not in link]
    assert in_menu == ['<a aria-current="true" data-nav="1" href="/pratiques">']


def test_every_menu_names_it_and_marks_it_where_it_is(client: TestClient, with_it: Pages) -> None:
    elsewhere = plain(client.get("/sources").text)
    here = plain(client.get(PATH).text)
    drawn = page_of(PATH, "fr", with_it)

    link = rf'<a([^>]*) href="{PATH}">[^<]*<span[^>]*icon-map"></span>'
    assert "aria-current" not in re.findall(link, elsewhere)[0]
    assert 'aria-current="page"' in re.findall(link, here)[0]
    assert "Synthétique" not in foot_of(elsewhere)
    assert links(drawn)["Synthétique"] == PATH
    assert f'href="{PATH}?lang=en"' in client.get(f"{PATH}?lang=en").text


def test_a_page_at_the_foot_is_named_there_and_not_in_the_header(pages: Pages) -> None:
    foot = PageSpec(path=PATH, title=TITLE, lead=LEAD, menu=MenuEntry("Synthétique"))
    several = Pages((*PAGES, foot), pages.site)

    assert links(footer(Texts(), several))["Synthétique"] == PATH
    assert PATH not in links(header(Texts(), several)).values()


def test_a_page_that_waits_for_something_is_named_once_it_is_there(pages: Pages) -> None:
    entry = MenuEntry("Synthétique", when=lambda _site: False)
    waiting = Pages((*PAGES, PageSpec(path=PATH, title=TITLE, menu=entry)), pages.site)

    assert PATH not in links(footer(Texts(), waiting)).values()
    assert PATH in waiting.routes()


def test_the_menu_has_five_entries_on_every_page_and_everything_else_is_at_the_foot(
    client: TestClient, pages: Pages
) -> None:
    row = [page.path for page in pages.in_menu(MenuPlace.ROW)]
    for path in ("/", "/sources", "/territoires", "/integrer", "/nulle/part", "/o/inconnu:1"):
        page = plain(client.get(path).text)
        menu = page.split('<ul class="page-links">')[1].split("</ul>", maxsplit=1)[0]
        assert re.findall(r'href="([^"]*)"', menu) == [*row, PATH]

    assert row == ["/", "/partenaires", "/territoires", "/pratiques", "/listes"]
    foot = set(links(footer(Texts(), pages)).values())
    named = {page.path for page in pages if page.menu}
    assert {"/sources", "/reseau", "/ptce", "/rapprocher", "/integrer", "/accessibilite"} <= foot
    assert named - set(row) - foot <= {"/nouveautes"}


def test_the_app_draws_it_in_the_frame(with_it: Pages) -> None:
    drawn = page_of(PATH, "fr", with_it)

    assert attributes(drawn, "data-title") == [TITLE]
    assert "Aller au contenu" in words(drawn)
    assert LEAD in words(drawn)
    assert [part for part in parts(drawn) if part["props"].get("className") == "synthetic"]


def test_its_callbacks_are_registered_and_checked(served: tuple[FastAPI, Dash]) -> None:
    app = served[1]

    assert "synthetic-answer.children" in app.callback_map
    assert app.config.suppress_callback_exceptions is False


def test_search_engines_find_it_and_leave_out_what_is_closed(client: TestClient) -> None:
    assert f"<loc>{PUBLIC}{PATH}</loc>" in client.get("/sitemaps/pages.xml").text
    assert f"Disallow: {PATH}/fichier" in client.get("/robots.txt").text.splitlines()


def test_a_page_that_is_not_indexed_says_so_and_stays_out_of_the_sitemap(pages: Pages) -> None:
    hidden = PageSpec(path=PATH, title=TITLE, indexed=False)
    several = Pages((*PAGES, hidden), pages.site)

    assert PATH not in several.indexed()
    assert PATH in several.routes()


def test_two_pages_cannot_have_one_path(pages: Pages) -> None:
    with pytest.raises(ValueError, match="two pages for /sources"):
        Pages((*PAGES, PageSpec(path="/sources", title=TITLE)), pages.site)


def test_every_page_of_the_product_has_a_title_and_says_what_it_is_for(pages: Pages) -> None:
    named = [page for page in pages if page.path not in {"", "/"}]

    assert len(named) > 60
    assert [page.path for page in named if not page.title] == []
    assert [page.path for page in named if not page.lead and page.heading is None] == []
