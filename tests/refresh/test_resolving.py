"""Which file of a catalogue is the one wanted, and what is told where none is."""

import pytest

from territorial_map.domain.refresh import SourceOutcome
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import (
    HostedFile,
    OfficialHost,
)
from tests.refresh.synthetic_files import (
    SITES,
    SLUG,
    feed,
    publish_feed,
)


@pytest.mark.parametrize("code", [404, 410])
def test_a_dataset_that_is_gone_is_told(run: Refresher, host: OfficialHost, code: int) -> None:
    path = f"/api/1/datasets/{SLUG}/"
    host.answers[path] = [lambda handler: handler.send(code, b"{}")]

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "n’existe pas ou plus sur data.gouv.fr" in told.why


def test_a_dataset_that_moved_is_found_by_its_resource(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.datasets["successeur"] = host.datasets.pop(SLUG) | {"slug": "successeur"}

    assert run.one().outcome is SourceOutcome.UPDATED


def test_a_catalogue_that_answers_otherwise_is_told(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.answers[f"/api/1/datasets/{SLUG}/"] = [lambda handler: handler.send(200, b'{"id": 3}')]

    assert "ce qui n’est pas attendu" in run.one().why


def test_without_the_known_id_the_newest_daily_file_is_chosen(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)
    host.datasets[SLUG]["resources"][0]["id"] = "changed"
    monthly = HostedFile(feed(SITES, "2026-12-01"))
    host.publish(SLUG, "/static/finess-structures-mensuel-202612.json.gz", monthly)
    older = HostedFile(feed(SITES, "2026-11-26"))
    host.publish(SLUG, "/static/finess-structures-journalier-20261126.json.gz", older)
    notice = HostedFile(b"%PDF")
    host.publish(SLUG, "/static/notice.pdf", notice, type="documentation")

    told = run.one()

    assert told.outcome is SourceOutcome.UPDATED
    assert told.vintage == "2026-11-27"
    assert any("choisi par son titre et son nom" in note for note in told.notes)


def test_two_files_that_could_be_it_are_listed_and_none_is_chosen(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)
    host.datasets[SLUG]["resources"][0]["id"] = "changed"
    host.publish(
        SLUG, "/static/b/finess-structures-journalier-20261127.json.gz", HostedFile(feed())
    )

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "plusieurs fichiers conviennent" in told.why
    assert "id changed" in told.why


def test_no_file_that_could_be_it_lists_those_there_are(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.datasets[SLUG]["resources"][0] |= {"id": "changed", "title": "autre chose"}

    assert "aucun fichier ne convient" in run.one().why
    assert "« autre chose »" in run.one().why


def test_an_archived_dataset_and_another_licence_are_noted(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)
    host.datasets[SLUG] |= {"archived": "2026-07-20T00:00:00", "license": "other-at"}

    notes = " ".join(run.one().notes)

    assert "a archivé ce jeu" in notes
    assert "« other-at »" in notes


def test_a_source_without_access_is_listed_with_what_to_ask(run: Refresher) -> None:
    told = run.one("ea2")

    assert told.outcome is SourceOutcome.BY_HAND
    assert told.why == (
        "https://asp.example/ : demandez l’extraction. "
        "Ensuite : territorial-map import ea2 FICHIER."
    )
