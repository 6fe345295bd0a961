"""Each trap of official sources, played by a host, and what the refresh makes of it."""

import gzip
from pathlib import Path

import pytest

from territorial_map.domain.errors import SourceError
from territorial_map.domain.refresh import SourceOutcome
from territorial_map.ingest.sources import IMPORTERS
from territorial_map.refresh.plan import Access
from territorial_map.refresh.plan_file import read_plan
from territorial_map.refresh.staging import table_of
from territorial_map.refresh.web import Question, Web, new_client
from tests.refresh.conftest import Refresher
from tests.refresh.official_host import (
    HostedFile,
    OfficialHost,
    cut_after,
    official_host,
    sha1,
    status,
    then,
    web_page,
)
from tests.refresh.synthetic_files import (
    RESOURCE,
    SITES,
    SLUG,
    feed,
    marche_rows,
    publish_feed,
    rna_zip,
    write_plan,
)

STATIC = f"/static/resources/{SLUG}/20261127-021620/finess-structures-journalier-20261127.json.gz"
TABLE = "sheltered_suppliers.csv"


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


def test_a_length_that_is_too_long_is_a_cut(run: Refresher, host: OfficialHost) -> None:
    file = publish_feed(host)

    def lie(handler: object, hosted: HostedFile) -> bool:
        told = handler.about(hosted) | {"Content-Length": str(len(hosted.content) + 9)}  # type: ignore[attr-defined] # the handler
        handler.cut(told, hosted.content)  # type: ignore[attr-defined] # the same
        return True

    file.faults = [lie]

    assert run.one().outcome is SourceOutcome.UPDATED
    assert host.asked(STATIC)[-1]["range"] == f"bytes={len(file.content)}-"


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

    assert "Plus de 5 Mo reçus" in run.one().why


def test_too_little_room_is_told_before_anything_comes(
    run: Refresher, host: OfficialHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_feed(host)
    monkeypatch.setattr("territorial_map.refresh.download._LEAST_FREE", 2**60)

    told = run.one()

    assert "Pas assez de place" in told.why
    assert host.asked(STATIC) == []


@pytest.mark.parametrize("code", [404, 410])
def test_a_dataset_that_is_gone_is_told(run: Refresher, host: OfficialHost, code: int) -> None:
    path = f"/api/1/datasets/{SLUG}/"
    host.answers[path] = [lambda handler: handler.send(code, b"{}")]

    told = run.one()

    assert told.outcome is SourceOutcome.FAILED
    assert "n’existe pas ou plus sur data.gouv.fr" in told.why


def test_a_catalogue_away_for_a_moment_is_asked_again(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.answers[f"/api/1/datasets/{SLUG}/"] = [lambda handler: handler.send(502, b"")]

    assert run.one().outcome is SourceOutcome.UPDATED


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
    assert "le jeton manque ou n’est pas accepté" in report.sources[0].why
    assert written
    assert [p for p in written if wrong.encode() in p.read_bytes()] == []
    assert wrong not in repr(report) + caplog.text


def test_a_token_does_not_follow_a_redirection_to_another_host(
    run: Refresher, host: OfficialHost
) -> None:

    run.tokens["TERRITORIAL_MAP_MARCHE_TOKEN"] = "k" * 64
    with official_host() as other:
        host.redirects["/api/siae/"] = f"{other.address}/api/siae/?limit=10&offset=0"

        told = run.one("marche-inclusion")

        assert other.requests == []
    assert "n’est pas un hôte connu" in told.why


def test_a_source_without_access_is_listed_with_what_to_ask(run: Refresher) -> None:
    told = run.one("ea2")

    assert told.outcome is SourceOutcome.BY_HAND
    assert told.why == (
        "https://asp.example/ : demandez l’extraction. "
        "Ensuite : territorial-map import ea2 FICHIER."
    )


def test_one_source_in_trouble_stops_no_other(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)
    host.publish("rna", "/rna_waldec_20261101.zip", HostedFile(b"PK\x03\x04nothing"))

    told = {one.code: one.outcome for one in run("rna", "finess", build=False).sources}

    assert told == {"rna": SourceOutcome.FAILED, "finess": SourceOutcome.UPDATED}


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


def test_a_dry_run_says_what_it_saw_and_takes_nothing(run: Refresher, host: OfficialHost) -> None:
    publish_feed(host)

    report = run("finess", dry_run=True)
    told = " ".join(report.sources[0].notes)

    assert report.sources[0].outcome is SourceOutcome.SEEN
    for words in (RESOURCE, "licence lov2", "reprise possible", "contenu : gzip", "etag : W/"):
        assert words in told
    assert list(run.sources.iterdir()) == []
    assert {p.name for p in (run.editions / "refresh").iterdir()} <= {".lock"}


def test_the_plan_that_comes_with_the_product_names_importers_there_are() -> None:
    plan = read_plan(None, "")
    tables = {source.code: table_of(source) for source in plan.sources}
    without_files = [s.code for s in plan.sources if s.access is Access.OPEN and not s.files]

    assert len(tables) >= 12
    assert set(tables) <= {"gesat"} | {importer.about.code for importer in IMPORTERS}
    assert without_files == []
    assert [s.code for s in plan.sources if not (s.page and s.certainty)] == []


@pytest.mark.parametrize(
    ("code", "title", "name"),
    [
        ("finess", "finess-structures-journalier-20261127.json.gz", None),
        ("data-inclusion", "structures-inclusion-2026-11-23.csv", None),
        ("tiers-lieux", "Fiche d’identité", "bdftl-2026-01-fiche-identite.csv"),
        ("rna", "Fichier WALDEC du 1er novembre 2026", "rna_waldec_20261101.zip"),
    ],
)
def test_the_names_of_official_files_are_known(code: str, title: str, name: str | None) -> None:
    source = next(source for source in read_plan(None, "").sources if source.code == code)

    assert source.files[0].is_named(title, name or title)
    assert not source.files[0].is_named(
        "finess-structures-mensuel-202611.json.gz", "rna_import_20261101.zip"
    )


def test_a_plan_that_is_wrong_says_where(tmp_path: Path) -> None:

    path = tmp_path / "plan.toml"
    path.write_text('[network]\napi = "x"\nhosts = []\nhost = 1\n', encoding="utf-8")

    with pytest.raises(SourceError, match=r"plan\.toml, clé « network\.host »"):
        read_plan(path, "")
