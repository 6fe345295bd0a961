"""What has come is looked at before it is trusted: digest, size, kind, rows, age."""

import gzip
from dataclasses import replace

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


@pytest.mark.parametrize(
    "beginning", [b"<!-- maintenance -->", b"\n  <script>", b"\xef\xbb\xbf<HTML>", b"<meta x>"]
)
def test_pages_that_begin_otherwise_are_pages_too(
    run: Refresher, host: OfficialHost, beginning: bytes
) -> None:
    publish_feed(host, beginning + b"<p>Portail captif</p>")

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "une page web est venue" in told.why


def test_an_empty_file_is_told(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, b"")

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "vide" in told.why


def test_a_file_of_the_future_is_refused_and_blocks_nothing_later(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host, feed(day="2062-11-27"))
    told = run.one()
    publish_feed(host)
    later = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "2062-11-27" in told.why
    assert (later.outcome, later.vintage) == (SourceOutcome.UPDATED, "2026-11-27")


def test_a_row_of_the_future_in_place_does_not_make_newer_files_old(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host)
    run.one()
    table = run.sources / TABLE
    table.write_text(table.read_text("utf-8").replace("2026-11-27", "2062-01-01", 1), "utf-8")
    publish_feed(host, feed(day="2026-11-28"), "20261128")

    assert run.one().outcome is SourceOutcome.UPDATED


def test_columns_renamed_leave_the_table_in_place(run: Refresher, host: OfficialHost) -> None:
    host.publish("rna", "/rna/rna_waldec_20261101.zip", HostedFile(rna_zip()))
    run.one("rna")
    table = run.sources / "rna.csv"
    before = table.read_bytes()
    host.datasets.pop("rna")
    renamed = rna_zip(titles="id;nom_de_l_association;adrs_codepostal;adrs_libcommune;position")
    host.publish("rna", "/rna/rna_waldec_20261201.zip", HostedFile(renamed))

    told = run.one("rna")

    assert told.outcome is SourceOutcome.FAILED
    assert "titre" in told.why
    assert table.read_bytes() == before


def test_three_times_as_many_rows_are_refused(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host, feed(SITES[:20]))
    run.one()
    many = tuple(replace(SITES[0], number=number) for number in range(1, 130))
    publish_feed(host, feed(many, "2026-11-28"), "20261128")

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "129 lignes gardées, 20 dans la table en place" in told.why


def test_what_a_killed_run_left_is_swept_away(run: Refresher, host: OfficialHost) -> None:
    left = [run.editions / "refresh" / ".staging-killed", run.editions / ".sources-killed"]
    for folder in left:
        folder.mkdir(parents=True)
        (folder / "half.csv").write_text("id")
    publish_feed(host)

    run.one()

    assert [folder for folder in left if folder.exists()] == []
