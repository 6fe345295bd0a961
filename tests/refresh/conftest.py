"""The host, a folder of tables, a folder of editions, and a refresh of them."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from territorial_map.domain.refresh import RefreshReport, SourceRefresh
from territorial_map.refresh.companies import Companies, rules
from territorial_map.refresh.plan_file import read_plan
from territorial_map.refresh.run import refresh
from territorial_map.refresh.web import Web, new_client
from territorial_map.refresh.wishes import Wishes
from territorial_map.refresh.workshop import Workshop
from tests.known import KNOWLEDGE
from tests.refresh.companies_service import TODAY, Handler, Service
from tests.refresh.official_host import OfficialHost, official_host
from tests.refresh.synthetic_files import publish_feed, write_plan
from tests.small_cog import few_territories as few


@dataclass
class Refresher:
    """A refresh of a folder against the host; ``waits`` are the seconds that it asked to sleep."""

    host: OfficialHost
    folder: Path
    territories: Path
    tokens: dict[str, str]
    waits: list[float]

    @property
    def sources(self) -> Path:
        """The folder of tables."""
        return self.folder / "sources"

    @property
    def editions(self) -> Path:
        """The folder of editions."""
        return self.folder / "editions"

    @property
    def workshop(self) -> Workshop:
        """Where editions are built."""
        own = self.folder / "territories"
        return Workshop(
            *(self.editions, self.sources, own, "2026-11-28", lambda: KNOWLEDGE.trades),
            packaged_reference=self.territories,
        )

    def __call__(self, *codes: str, packaged: Path | None = None, **wishes: bool) -> RefreshReport:
        """The report of a refresh; ``packaged`` tables stand beneath those of the folder."""
        workshop = replace(self.workshop, packaged_sources=packaged)
        plan = read_plan(write_plan(self.host, self.folder), "essai@example.org")
        with new_client(plan.network) as client:
            web = Web(client, plan.network, sleep=self.waits.append)
            return refresh(plan, web, workshop, self.tokens, Wishes(codes, **wishes))

    def one(self, code: str = "finess", **wishes: bool) -> SourceRefresh:
        """What a refresh made of one source; no edition is built unless asked."""
        return self(code, packaged=None, **({"build": False} | wishes)).sources[0]


@pytest.fixture
def host() -> Iterator[OfficialHost]:
    with official_host() as started:
        yield started
        assert started.broken == []


@pytest.fixture
def run(host: OfficialHost, tmp_path: Path, few_territories: Path) -> Callable[..., RefreshReport]:
    (tmp_path / "sources").mkdir()
    return Refresher(host, tmp_path, few_territories, {}, [])


@pytest.fixture(scope="session")
def few_territories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The territories of three départements."""
    return few(tmp_path_factory.mktemp("territories"), ["01", "26", "74"])


@pytest.fixture
def served(run: Refresher, host: OfficialHost) -> RefreshReport:
    publish_feed(host)
    return run("finess")


@pytest.fixture
def service() -> Iterator[Service]:
    played = Service()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.service = played  # type: ignore[attr-defined]  # read by the handler
    played.host = f"127.0.0.1:{server.server_port}"
    played.address = f"http://{played.host}/search"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield played
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def companies(service: Service, waits: list[float]) -> Iterator[Companies]:
    followed = rules("essai@example.org", (service.host,))
    with new_client(followed) as client:
        web = Web(client, followed, sleep=waits.append)
        yield Companies(web, TODAY, service.address)
