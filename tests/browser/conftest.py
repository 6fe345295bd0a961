"""A real browser on the real app: the default edition served on a free port of this machine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    expect,
    sync_playwright,
)

from territorial_map.ingest.build import build_edition
from territorial_map.services.practices.linking import PracticeTagger
from territorial_map.settings import Settings, data_folder
from tests.known import KNOWLEDGE
from tests.once import folder_of_the_run, made_once
from tests.programs import program
from tests.serving import served

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TILE_HOSTS = ("data.geopf.fr", ".tile.openstreetmap.fr")
WAIT_MS = 20_000
expect.set_options(timeout=WAIT_MS)  # a loaded machine answers late, not wrongly
# A transparent PNG of one pixel.
TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154"
    "789c6360606060000000050001a5f645400000000049454e44ae426082"
)

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of the app on an edition built from the project's own tables."""
    run = folder_of_the_run(tmp_path_factory, worker_id)
    editions = made_once(run / "default-editions", default_edition)
    ledger = tmp_path_factory.mktemp("site") / "ledger.sqlite"
    with served(Settings(editions=editions, ledger=f"sqlite:///{ledger}")) as address:
        yield address


def default_edition(folder: Path) -> None:
    """Build the project's own tables into a folder."""
    data = data_folder("data")
    build_edition(
        data / "sources",
        data / "territories",
        folder,
        built_on="2026-11-22",
        trades=KNOWLEDGE.trades,
        tagging=PracticeTagger(KNOWLEDGE.practices),
    )


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium, for one module: Playwright's event loop must not outlive it in this thread."""
    executable = program("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(executable), args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """Every page of one test, what went wrong on them, and what they asked of other machines."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.errors: list[str] = []
        self.asked_elsewhere: list[str] = []

    def page(
        self,
        width: int = 1440,
        height: int = 900,
        *,
        has_touch: bool = False,
        attacked: bool = False,
        scripted: bool = True,
        language: str = "fr-FR",
    ) -> Page:
        """A page in a browser session of its own, as another visitor would open.

        Where it is ``attacked``, what its content security policy refuses is no fault.
        """
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            reduced_motion="reduce",
            accept_downloads=True,
            has_touch=has_touch,
            java_script_enabled=scripted,
        )
        context.set_default_timeout(WAIT_MS)
        context.route("**/*", self._answer)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        if not attacked:
            page.on("console", self._listen)
        return page

    def _listen(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.errors.append(message.text)

    def _answer(self, route: Route) -> None:
        host = urlsplit(route.request.url).hostname or ""
        if host == "127.0.0.1":
            route.continue_()
        elif host.endswith(TILE_HOSTS):
            route.fulfill(body=TILE, content_type="image/png")
        else:
            self.asked_elsewhere.append(route.request.url)
            route.abort()

    def close(self) -> None:
        """Close every session."""
        for context in self._contexts:
            context.close()


@contextmanager
def page_for_all(chromium: Browser, patience_ms: float, **context: Any) -> Iterator[Page]:
    """One page of French readers, 1,440 by 900, for all tests of a module; tiles are ours."""
    opened = chromium.new_context(
        locale="fr-FR", viewport={"width": 1440, "height": 900}, **context
    )

    def answer(route: Route) -> None:
        if any(host in route.request.url for host in TILE_HOSTS):
            route.fulfill(body=TILE, content_type="image/png")
        else:
            route.continue_()

    opened.route("**/*", answer)
    opened.set_default_timeout(patience_ms)
    yield opened.new_page()
    opened.close()


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[NewPage]:
    """Opens pages; at the end nothing went wrong on them and nothing was asked elsewhere."""
    visit = Visit(chromium)
    yield visit.page
    visit.close()
    assert visit.errors == []
    assert visit.asked_elsewhere == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A wide page."""
    return new_page()
