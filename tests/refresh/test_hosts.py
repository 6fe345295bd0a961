"""Hosts are waited for, followed to hosts that are known, told a token, and left alone."""

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.refresh import SourceOutcome
from territorial_map.refresh.plan_file import read_plan
from territorial_map.refresh.web import Question, Web, new_client
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import (
    OfficialHost,
    official_host,
    status,
)
from tests.refresh.synthetic_files import (
    SLUG,
    STATIC,
    marche_rows,
    publish_feed,
    write_plan,
)


def test_a_host_that_asks_to_wait_is_waited_for(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host).faults = [status(429, Retry_After="1"), status(503)]

    told = run.one()

    assert told.outcome is SourceOutcome.UPDATED
    assert run.waits == [1.0, 0.0]


def test_a_host_that_asks_to_wait_for_hours_is_left_alone(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host).faults = [status(429, Retry_After="7200")]

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "7200 s" in told.why
    assert len(host.asked(STATIC)) == 1


def test_a_redirection_to_a_known_host_is_followed(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.redirects["/r/1"] = STATIC
    host.datasets[SLUG]["resources"][0]["url"] = f"{host.address}/r/1"

    assert run.one().outcome is SourceOutcome.UPDATED


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/file.json.gz",
        "http://static.example/file.json.gz",
        "https://static.example.evil.example/file.json.gz",
        "https://127.0.0.1:1/file.json.gz",
        "file:///etc/passwd",
    ],
)
def test_a_redirection_elsewhere_is_refused(
    run: Refresher, host: OfficialHost, elsewhere: str
) -> None:
    publish_feed(host)
    host.redirects[STATIC] = elsewhere

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "n’est pas un hôte connu de cette source" in told.why


def test_redirections_in_a_circle_end(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.redirects[STATIC] = STATIC

    assert "redirections de suite" in run.one().why


def test_a_catalogue_away_for_a_moment_is_asked_again(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.answers[f"/api/1/datasets/{SLUG}/"] = [lambda handler: handler.send(502, b"")]

    assert run.one().outcome is SourceOutcome.UPDATED


def test_without_a_token_a_source_is_skipped_and_told(run: Refresher, host: OfficialHost) -> None:
    told = run.one("marche-inclusion")

    assert told.outcome is SourceOutcome.NO_TOKEN
    assert "TERRITORIAL_MAP_MARCHE_TOKEN" in told.why
    assert host.requests == []


def test_with_its_token_every_page_of_a_list_is_read(run: Refresher, host: OfficialHost) -> None:
    host.token = "k" * 64
    host.list_rows = marche_rows(25)
    run.tokens["TERRITORIAL_MAP_MARCHE_TOKEN"] = host.token

    told = run.one("marche-inclusion")

    assert (told.outcome, told.why, told.rows) == (SourceOutcome.UPDATED, "", 25)
    assert len(host.asked("/api/siae/")) == 3


def test_a_token_that_is_refused_is_never_shown(
    run: Refresher, host: OfficialHost, caplog: pytest.LogCaptureFixture
) -> None:
    host.token = "k" * 64
    wrong = "synthetic-token-" * 4
    run.tokens["TERRITORIAL_MAP_MARCHE_TOKEN"] = wrong

    with caplog.at_level("DEBUG"):
        report = run("marche-inclusion", build=False)
    written = [p for p in run.folder.rglob("*") if p.is_file()]

    assert report.sources[0].outcome is SourceOutcome.FAILED
    assert "le jeton est expiré, révoqué ou sans ce droit" in report.sources[0].why
    assert written
    assert [p for p in written if wrong.encode() in p.read_bytes()] == []
    assert wrong not in repr(report) + caplog.text


def test_a_token_without_the_right_is_told_as_such_and_never_shown(
    run: Refresher, host: OfficialHost
) -> None:
    token = "synthetic-token-" * 4
    run.tokens["TERRITORIAL_MAP_MARCHE_TOKEN"] = token
    host.answers["/api/siae/"] = [lambda handler: handler.send(403, token.encode())]

    told = run.one("marche-inclusion")

    assert "403 (Forbidden) : le jeton est expiré, révoqué ou sans ce droit" in told.why
    assert token not in repr(told)


def test_a_token_does_not_follow_a_redirection_to_another_host(
    run: Refresher, host: OfficialHost
) -> None:

    run.tokens["TERRITORIAL_MAP_MARCHE_TOKEN"] = "k" * 64
    with official_host() as other:
        host.redirects["/api/siae/"] = f"{other.address}/api/siae/?limit=10&offset=0"

        told = run.one("marche-inclusion")

        assert other.requests == []
    assert "n’est pas un hôte connu" in told.why


def test_a_host_that_failed_three_times_is_left_alone(run: Refresher, host: OfficialHost) -> None:

    rules = read_plan(write_plan(host, run.folder), "").network
    question = Question(f"{host.address}/api/1/datasets/x/", {})
    host.answers["/api/1/datasets/x/"] = [lambda handler: handler.send(503, b"")] * 99
    with new_client(rules) as client:
        web = Web(client, rules, sleep=lambda _: None)
        for _ in range(3):
            with pytest.raises(SourceError, match="essayé 4 fois"):
                web.json(question)
        count = len(host.requests)
        with pytest.raises(SourceError, match="a échoué 3 fois"):
            web.json(question)

    assert count == 12
    assert len(host.requests) == count
