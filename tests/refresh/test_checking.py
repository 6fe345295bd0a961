"""What has come is looked at before it is trusted: digest, size, kind, rows, age."""

import gzip

import pytest

from territorial_map.domain.refresh import SourceOutcome
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import (
    HostedFile,
    OfficialHost,
    web_page,
)
from tests.refresh.synthetic_files import (
    SITES,
    STATIC,
    TABLE,
    feed,
    publish_feed,
    rna_zip,
)


def test_a_stale_digest_is_accepted_on_the_hosts_word(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, checksum={"type": "sha1", "value": "0" * 40})

    told = run.one()

    assert told.outcome is SourceOutcome.UPDATED
    assert any("empreinte du catalogue est périmée" in note for note in told.notes)


def test_a_stale_digest_that_nothing_confirms_is_refused(
    run: Refresher, host: OfficialHost
) -> None:
    file = publish_feed(host, checksum={"type": "sha1", "value": "0" * 40})
    file.validators = False

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "l’empreinte n’est pas celle du catalogue" in told.why
    assert not (run.sources / TABLE).exists()


def test_another_size_than_the_catalogues_is_refused(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, filesize=12)

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "12 annoncés par le catalogue" in told.why


def test_a_web_page_served_as_the_file_is_refused(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host).faults = [web_page]

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "une page web est venue à la place du fichier" in told.why


def test_an_archive_that_is_cut_is_refused(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, feed()[:-200])

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "archive abîmée ou incomplète" in told.why


def test_a_file_beyond_its_size_is_left(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, b"\x1f\x8b" + b"x" * 6_000_000)

    assert "ce n’est pas le fichier" in run.one().why


def test_a_file_without_length_beyond_its_size_is_left(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host, b"\x1f\x8b" + b"x" * 6_000_000, filesize=None)

    def chunked(handler: object, hosted: HostedFile) -> bool:
        handler.cut(handler.about(hosted), hosted.content)  # type: ignore[attr-defined] # the handler
        return True

    file.faults = [chunked]

    assert "Plus de 5\u00a0Mo reçus" in run.one().why


def test_too_little_room_is_told_before_anything_comes(
    run: Refresher, host: OfficialHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_feed(host)
    monkeypatch.setattr("territorial_map.refresh.download._LEAST_FREE", 2**60)

    told = run.one()

    assert "Pas assez de place" in told.why
    assert host.asked(STATIC) == []


def test_too_few_rows_leave_the_table_in_place(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    run.one()
    publish_feed(host, feed(SITES[:25], "2026-11-28"), "20261128")

    told = run.one()
    accepted = run.one(accept=True)

    assert told.outcome is SourceOutcome.FAILED
    assert "25 lignes gardées, 60 dans la table en place" in told.why
    assert (told.rows, told.vintage) == (60, "2026-11-27")
    assert (accepted.outcome, accepted.rows) == (SourceOutcome.UPDATED, 25)


def test_bounds_of_a_source_cannot_be_lifted(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, feed(SITES[:3]))

    assert "de 20 à 500 attendues" in run.one(accept=True).why


def test_an_older_file_does_not_replace_a_newer_one(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    run.one()
    publish_feed(host, feed(SITES, "2026-11-20"), "20261120")

    assert "rien n’est remplacé par plus ancien" in run.one().why


def test_a_feed_whose_codes_changed_stops_in_a_sentence(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    run.one()
    before = (run.sources / TABLE).read_bytes()
    empty = b'{"schemaVersion":"1","generatedAt":"2026-11-28T02:00:00Z","pmej":[]}'
    publish_feed(host, gzip.compress(empty), "20261128")

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "ESAT" in told.why
    assert (run.sources / TABLE).read_bytes() == before


def test_a_zip_of_departements_is_read_whole(run: Refresher, host: OfficialHost) -> None:
    file = HostedFile(rna_zip(), agent="territorial-map/")
    host.publish(
        "rna",
        "/interieur/rna/rna_waldec_20261101.zip",
        file,
        title="Fichier WALDEC du 1er novembre 2026",
        filetype="remote",
        checksum=None,
        filesize=None,
        extras={"analysis:content-length": len(file.content)},
    )

    told = run.one("rna")
    text = (run.sources / "rna.csv").read_text(encoding="utf-8")

    assert (told.outcome, told.why, told.rows) == (SourceOutcome.UPDATED, "", 30)
    assert told.vintage == "2026-11-01"
    assert text.count("l’été") == 30


def test_a_damaged_zip_is_refused(run: Refresher, host: OfficialHost) -> None:
    content = bytearray(rna_zip())
    content[60] ^= 0xFF
    file = HostedFile(bytes(content))
    host.publish("rna", "/rna_waldec_20261101.zip", file, checksum=None, filesize=None)

    assert "archive abîmée ou incomplète" in run.one("rna").why
