"""What comes is taken once, resumed where it was cut, and begun anew where it changed."""

import errno
import os
import re

import pytest

from territorial_map.domain.refresh import SourceOutcome
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import (
    HostedFile,
    OfficialHost,
    cut_after,
    sha1,
    status,
    then,
    trickle,
)
from tests.refresh.synthetic_files import (
    RESOURCE,
    SITES,
    SLUG,
    STATIC,
    TABLE,
    feed,
    publish_feed,
)


def test_a_sound_file_becomes_the_table(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)

    told = run.one()

    assert (told.outcome, told.why) == (SourceOutcome.UPDATED, "")
    assert (told.vintage, told.rows, told.rows_before) == ("2026-11-27", 60, None)
    assert (told.files[0].size, told.files[0].etag) == (len(file.content), file.etag)
    assert (run.sources / TABLE).is_file()


def test_who_asks_says_so_and_takes_bytes_as_they_are(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)

    run.one()

    (asked,) = host.asked(STATIC)
    assert asked["user-agent"].startswith("territorial-map/")
    assert "essai@example.org" in asked["user-agent"]
    assert asked["accept-encoding"] == "identity"


def test_the_same_file_is_not_taken_twice(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)
    run.one()
    before = (run.sources / TABLE).stat().st_mtime_ns

    told = run.one()

    assert told.outcome is SourceOutcome.UNCHANGED
    assert host.asked(STATIC)[-1]["if-none-match"] == file.etag
    assert (run.sources / TABLE).stat().st_mtime_ns == before


def test_a_host_that_ignores_conditions_sends_nothing_twice(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host).conditions = False
    run.one()

    assert run.one().outcome is SourceOutcome.UNCHANGED


def test_the_same_content_of_a_host_that_tells_nothing_is_no_new_version(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host, last_modified=None).validators = False
    first = run.one()

    second = run.one()

    assert (first.outcome, second.outcome) == (SourceOutcome.UPDATED, SourceOutcome.UNCHANGED)
    assert len(host.asked(STATIC)) == 2


def test_without_its_table_the_same_file_is_taken_again(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    run.one()
    (run.sources / TABLE).unlink()

    assert run.one().outcome is SourceOutcome.UPDATED


@pytest.mark.parametrize("weak", [True, False])
def test_a_cut_is_resumed_where_it_was(run: Refresher, host: OfficialHost, *, weak: bool) -> None:
    file = publish_feed(host)
    file.weak = weak
    file.faults = [cut_after(500), status(503)]

    told = run.one()

    resumed = host.asked(STATIC)[-1]
    assert told.outcome is SourceOutcome.UPDATED
    assert resumed["range"] == "bytes=500-"
    assert resumed["if-range"] == (file.last_modified if weak else file.etag)
    assert any("repris après 500 octets" in note for note in told.notes)


def test_a_cut_of_another_run_is_resumed(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)
    file.faults = [cut_after(700)] * 4
    first = run.one()

    second = run.one()

    assert (first.outcome, second.outcome) == (SourceOutcome.FAILED, SourceOutcome.UPDATED)
    assert "connexion coupée" in first.why
    assert "essayé 4 fois" in first.why
    assert host.asked(STATIC)[-1]["range"] == "bytes=700-"


def test_a_host_that_trickles_is_left_and_resumed(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)
    file.faults = [trickle]

    told = run.one()

    assert told.outcome is SourceOutcome.UPDATED
    (first, resumed) = host.asked(STATIC)
    assert "range" not in first
    assert 0 < int(resumed["range"].removeprefix("bytes=").rstrip("-")) < len(file.content)


def test_a_host_that_always_trickles_is_told_as_too_slow(
    run: Refresher, host: OfficialHost
) -> None:
    publish_feed(host).faults = [trickle] * 9

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert re.search(r"127\.0\.0\.1 : trop lent \(\d+ octets/s\) ; essayé 4 fois", told.why)


def test_a_disk_that_fills_in_the_middle_is_told_in_one_french_sentence(
    run: Refresher, host: OfficialHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_feed(host)
    before = sorted(run.sources.iterdir())

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(run.folder / "half.csv"))

    monkeypatch.setattr("territorial_map.refresh.taking.staged", full)
    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert told.why.startswith("Plus de place pour écrire : libérez de l’espace, puis relancez.")
    assert str(run.folder) not in told.why
    assert sorted(run.sources.iterdir()) == before


def test_a_host_without_ranges_is_asked_for_the_whole_again(
    run: Refresher, host: OfficialHost
) -> None:
    file = publish_feed(host)
    file.ranges = False
    file.faults = [cut_after(500)]

    told = run.one()

    assert told.outcome is SourceOutcome.UPDATED
    assert not any("repris" in note for note in told.notes)


def test_a_file_replaced_after_a_cut_begins_anew(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)
    newer = feed(SITES, "2026-11-28")

    def replace() -> None:
        file.content, file.last_modified = newer, "Sat, 28 Nov 2026 02:16:25 GMT"
        host.datasets[SLUG]["resources"][0] |= {
            "checksum": {"type": "sha1", "value": sha1(newer)},
            "filesize": len(newer),
        }

    file.faults = [cut_after(500), then(replace)]

    told = run.one()

    assert told.outcome is SourceOutcome.UPDATED
    assert told.vintage == "2026-11-28"


def test_another_address_is_found_before_a_resume(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)

    def move(*_: object) -> bool:
        publish_feed(host, feed(SITES, "2026-11-28"), "20261128")
        return cut_after(500)(*_)  # type: ignore[arg-type] # handler and file

    file.faults = [move]

    told = run.one()

    assert told.outcome is SourceOutcome.UPDATED
    assert told.files[0].name == "finess-structures-journalier-20261128.json.gz"
    assert told.vintage == "2026-11-28"


def test_a_file_replaced_between_catalogue_and_download_is_asked_again(
    run: Refresher, host: OfficialHost
) -> None:
    file = publish_feed(host)
    newer = feed(SITES, "2026-11-28")

    def replace() -> None:
        file.content = newer
        host.datasets[SLUG]["resources"][0] |= {
            "checksum": {"type": "sha1", "value": sha1(newer)},
            "filesize": len(newer),
        }

    file.faults = [then(replace)]

    told = run.one()

    assert (told.outcome, told.vintage) == (SourceOutcome.UPDATED, "2026-11-28")


def test_a_length_that_is_too_long_is_a_cut(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)

    def lie(handler: object, hosted: HostedFile) -> bool:
        told = handler.about(hosted) | {"Content-Length": str(len(hosted.content) + 9)}  # type: ignore[attr-defined] # the handler
        handler.cut(told, hosted.content)  # type: ignore[attr-defined] # the same
        return True

    file.faults = [lie]

    assert run.one().outcome is SourceOutcome.UPDATED
    assert host.asked(STATIC)[-1]["range"] == f"bytes={len(file.content)}-"


def test_one_source_in_trouble_stops_no_other(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.publish("rna", "/rna_waldec_20261101.zip", HostedFile(b"PK\x03\x04nothing"))

    told = {one.code: one.outcome for one in run("rna", "finess", build=False).sources}

    assert told == {"rna": SourceOutcome.FAILED, "finess": SourceOutcome.UPDATED}


def test_a_dry_run_says_what_it_saw_and_takes_nothing(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)

    report = run("finess", dry_run=True)
    told = " ".join(report.sources[0].notes)

    assert report.sources[0].outcome is SourceOutcome.SEEN
    for words in (RESOURCE, "licence lov2", "reprise possible", "contenu : gzip", "etag : W/"):
        assert words in told
    assert list(run.sources.iterdir()) == []
    assert {p.name for p in (run.editions / "refresh").iterdir()} <= {".lock"}
