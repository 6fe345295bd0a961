"""What a backup holds comes back, into another database too; a damaged one touches nothing."""

import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from territorial_map.domain.contributions.contribution import Contribution
from territorial_map.domain.contributions.review import ContributionDecision, Proposal
from territorial_map.domain.contributions.terms import ContributionKind, ReviewOutcome
from territorial_map.domain.errors import BadParameter, SourceError, Unavailable
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Ledger, dismissal_of
from territorial_map.ledger.group_words import GroupSaid, group_word_of
from territorial_map.services.backups import Backup, back_up, restore

PREMISES = PoolingCategory.PREMISES_AND_LAND
KEPT = dismissal_of("synthetic:1", "synthetic:2", PREMISES)
WORD = group_word_of("synthetic:1", "synthetic:3", GroupSaid.SAME)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "synthetic.csv").write_text("id;name\n1;SYNTHETIQUE é\n", encoding="utf-8")
    (folder / "duplicates.verdicts.csv").write_text("one_id,other_id\n", encoding="utf-8")
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    opened.dismiss(KEPT, "déjà ensemble")
    opened.say_group(WORD, "une seule direction")
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(f"sqlite:///{tmp_path / 'other.sqlite'}")
    yield opened
    opened.close()


@pytest.fixture
def backup(tmp_path: Path, ledger: Ledger, sources: Path) -> Path:
    path = tmp_path / "backup.zip"
    back_up(ledger, sources, path, NOW)
    return path


def test_what_was_backed_up_comes_back(
    tmp_path: Path, backup: Path, ledger: Ledger, empty: Ledger, sources: Path
) -> None:
    into = tmp_path / "elsewhere"

    brought = restore(backup, empty, into, replace=False)

    assert brought == Backup(2, 2)
    assert empty.decisions() == ledger.decisions()
    assert empty.group_decisions() == ledger.group_decisions()
    assert [decision.word for decision in empty.group_decisions()] == [WORD]
    assert {path.name: path.read_bytes() for path in into.iterdir()} == {
        path.name: path.read_bytes() for path in sources.iterdir()
    }


def test_a_restoration_done_twice_is_done_once(backup: Path, ledger: Ledger, sources: Path) -> None:
    assert restore(backup, ledger, sources, replace=False) == Backup(0, 0)
    assert [decision.dismissal for decision in ledger.decisions()] == [KEPT]


def test_a_table_that_changed_since_is_replaced_only_when_asked(
    backup: Path, empty: Ledger, sources: Path
) -> None:
    changed = sources / "synthetic.csv"
    changed.write_text("id;name\n1;newer\n", encoding="utf-8")

    with pytest.raises(BadParameter, match=r"synthetic\.csv.*--replace"):
        restore(backup, empty, sources, replace=False)
    untouched = changed.read_text(encoding="utf-8"), empty.decisions()
    restore(backup, empty, sources, replace=True)

    assert untouched == ("id;name\n1;newer\n", ())
    assert "SYNTHETIQUE é" in changed.read_text(encoding="utf-8")


def test_a_damaged_backup_touches_nothing(tmp_path: Path, backup: Path, empty: Ledger) -> None:
    whole = backup.read_bytes()
    place = whole.index(b"sources/synthetic.csv") + len(b"sources/synthetic.csv") + 2
    backup.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])

    with pytest.raises(SourceError, match="abîmé"):
        restore(backup, empty, tmp_path / "elsewhere", replace=True)

    assert not (tmp_path / "elsewhere").exists()
    assert empty.decisions() == ()


@pytest.mark.parametrize("name", ["sources/../evil.csv", "/etc/evil", "sources/a/b.csv", "evil"])
def test_a_backup_writes_nowhere_but_in_its_folder(
    tmp_path: Path, empty: Ledger, name: str
) -> None:
    path = tmp_path / "backup.zip"
    manifest = (
        '{"kind":"territorial-map-backup","version":1,"made_at":"2026-11-28T12:00:00Z",'
        f'"files":{{"{name}":"0"}}}}'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", manifest)
        archive.writestr("decisions.json", "[]")
        archive.writestr(name, "evil")

    with pytest.raises(SourceError, match="nom de fichier refusé"):
        restore(path, empty, tmp_path / "sources", replace=True)


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_backup_is_refused(tmp_path: Path, empty: Ledger, content: bytes) -> None:
    path = tmp_path / "backup.zip"
    path.write_bytes(content)

    with pytest.raises(SourceError, match="pas une sauvegarde"):
        restore(path, empty, tmp_path / "sources", replace=True)


def test_a_backup_without_the_ledger_is_none(tmp_path: Path, sources: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database, " * 99)
    spoiled = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")

    with pytest.raises(Unavailable):
        back_up(spoiled, sources, tmp_path / "backup.zip", NOW)

    assert not (tmp_path / "backup.zip").exists()


def test_proposals_come_back_with_their_decisions(
    tmp_path: Path, ledger: Ledger, empty: Ledger, sources: Path
) -> None:
    need = Contribution(
        ContributionKind.NEED, "synthetic:1", value="un local", pooling=PREMISES, until="2027-01-31"
    )
    decision = ContributionDecision("p1", 1, ReviewOutcome.ACCEPTED, NOW, "un grand local")
    ledger.contributions.add(Proposal("p1", NOW, need, decisions=(decision,)))
    back_up(ledger, sources, tmp_path / "more.zip", NOW)

    brought = restore(tmp_path / "more.zip", empty, tmp_path / "elsewhere", replace=False)

    assert brought == Backup(3, 2)
    (found,) = empty.contributions.proposals()
    assert found == ledger.contributions.proposals()[0]
    assert found.settled.value == "un grand local"


def test_a_backup_made_before_groups_were_told_comes_back(
    tmp_path: Path, backup: Path, empty: Ledger
) -> None:
    old = tmp_path / "old.zip"
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(old, "w") as archive:
        manifest = json.loads(whole.read("manifest.json"))
        del manifest["files"]["group_words.json"]
        archive.writestr("manifest.json", json.dumps(manifest))
        for name in manifest["files"]:
            archive.writestr(name, whole.read(name))

    assert restore(old, empty, tmp_path / "elsewhere", replace=False) == Backup(1, 2)
    assert empty.group_decisions() == ()
