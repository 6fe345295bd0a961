"""A backup: operators' decisions and the tables of sources in one file, from which both come back.

Decisions are written as they are told, not as a database keeps them: what SQLite held comes back
into PostgreSQL, and the other way round. Editions are not in it: they are built from the tables.
"""

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from territorial_map.domain.contributions.review import Proposal
from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import DismissalDecision, Ledger, dismissal_of
from territorial_map.ledger.group_words import GroupDecision, GroupSaid, group_word_of

_MANIFEST, _DECISIONS, _SOURCES = "manifest.json", "decisions.json", "sources/"
_CONTRIBUTIONS = "contributions.json"
_GROUPS = "group_words.json"  # backups made before there were any have none
_LEDGER = (_DECISIONS, _CONTRIBUTIONS, _GROUPS)
_KIND = "territorial-map-backup"
_VERSION = 1
_MOST_FILES = 10_000
_MOST_BYTES = 8 << 30
_CHUNK = 1 << 20


class _Manifest(BaseModel):
    """What a backup says of itself: digests (SHA-256) by the name of each file in it."""

    model_config = ConfigDict(extra="forbid")
    kind: str
    version: int
    made_at: datetime
    files: dict[str, str]


class _KeptDecision(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a_id: str
    b_id: str
    pooling: str
    decided_at: datetime
    reason: str


class _KeptWord(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a_id: str
    b_id: str
    said: str
    decided_at: datetime
    reason: str


_WORD_LIST = TypeAdapter(list[_KeptWord])
_DECISION_LIST = TypeAdapter(list[_KeptDecision])
_PROPOSALS = TypeAdapter(tuple[Proposal, ...])


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds, or what a restoration brought back."""

    decisions: int
    tables: int


def back_up(ledger: Ledger, sources: Path, out: Path, made_at: datetime) -> Backup:
    """Write the file ``out``, whole or not at all.

    Raises:
        Unavailable: the ledger does not answer: a backup without it would be none.
        BadParameter: the folder of sources does not exist.
        OSError: the file cannot be written.
    """
    if not sources.is_dir():
        raise BadParameter("--sources", str(sources), "ce dossier n’existe pas.")
    decisions = [_kept(decision) for decision in ledger.decisions()]
    proposals = ledger.contributions.proposals()
    words = [_kept_word(decision) for decision in ledger.group_decisions()]
    partial = out.with_name(f".{out.name}.{os.getpid()}")
    tables = sorted(path for path in sources.iterdir() if path.is_file() and path.name[0] != ".")
    digests: dict[str, str] = {}
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, told in (
                (_DECISIONS, _DECISION_LIST.dump_json(decisions)),
                (_CONTRIBUTIONS, _PROPOSALS.dump_json(proposals)),
                (_GROUPS, _WORD_LIST.dump_json(words)),
            ):
                archive.writestr(name, told)
                digests[name] = hashlib.sha256(told).hexdigest()
            for path in tables:
                archive.write(path, _SOURCES + path.name)
                with path.open("rb") as handle:
                    digests[_SOURCES + path.name] = hashlib.file_digest(
                        handle, "sha256"
                    ).hexdigest()
            manifest = _Manifest(kind=_KIND, version=_VERSION, made_at=made_at, files=digests)
            archive.writestr(_MANIFEST, manifest.model_dump_json(indent=1))
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
    return Backup(len(decisions) + len(proposals) + len(words), len(tables))


def restore(backup: Path, ledger: Ledger, sources: Path, *, replace: bool) -> Backup:
    """Bring decisions and tables back; nothing is touched before the whole backup was checked.

    Decisions are added to those that the ledger has. ``replace`` lets tables take the place of
    others of the same name that differ.

    Raises:
        SourceError: the file is no backup, or a damaged one.
        BadParameter: tables of the folder would be replaced, and ``replace`` was not asked.
        Unavailable: the ledger does not answer.
    """
    with _opened(backup) as archive:
        manifest = _checked(archive, backup)
        decisions = _decisions_in(archive, backup)
        proposals = _proposals_in(archive, backup) if _CONTRIBUTIONS in manifest.files else ()
        words = _words_in(archive, backup) if _GROUPS in manifest.files else []
        tables = [name for name in manifest.files if name.startswith(_SOURCES)]
        differing = [name for name in tables if _differs(sources, name, manifest)]
        in_place = [name for name in differing if _target(sources, name).exists()]
        if in_place and not replace:
            names = ", ".join(name.removeprefix(_SOURCES) for name in in_place)
            problem = f"le dossier a d’autres tables de ce nom ({names}) : ajoutez --replace."
            raise BadParameter("--sources", str(sources), problem)
        sources.mkdir(parents=True, exist_ok=True)
        for name in differing:
            _put(archive, name, _target(sources, name))
    added = sum(ledger.take_up(decision) for decision in decisions)
    added += sum(ledger.contributions.take_up(proposal) for proposal in proposals)
    added += sum(ledger.take_up_group(decision) for decision in words)
    return Backup(added, len(differing))


def _kept(decision: DismissalDecision) -> _KeptDecision:
    one = decision.dismissal
    return _KeptDecision(
        a_id=one.a_id,
        b_id=one.b_id,
        pooling=one.pooling.value,
        decided_at=decision.decided_at,
        reason=decision.reason,
    )


def _kept_word(decision: GroupDecision) -> _KeptWord:
    one = decision.word
    return _KeptWord(
        a_id=one.a_id,
        b_id=one.b_id,
        said=one.said.value,
        decided_at=decision.decided_at,
        reason=decision.reason,
    )


def _opened(backup: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(backup)
    except zipfile.BadZipFile:
        raise SourceError(f"{backup.name} : ce n’est pas une sauvegarde.") from None
    told = archive.infolist()
    if len(told) > _MOST_FILES or sum(each.file_size for each in told) > _MOST_BYTES:
        archive.close()
        raise SourceError(f"{backup.name} : trop grand pour une sauvegarde.")
    return archive


def _checked(archive: zipfile.ZipFile, backup: Path) -> _Manifest:
    """The manifest, once every file was found to be what it says."""
    try:
        manifest = _Manifest.model_validate_json(archive.read(_MANIFEST))
    except (KeyError, ValidationError, zipfile.BadZipFile):
        raise SourceError(f"{backup.name} : ce n’est pas une sauvegarde.") from None
    if (manifest.kind, manifest.version) != (_KIND, _VERSION):
        raise SourceError(f"{backup.name} : sauvegarde d’une autre version.")
    for name, digest in manifest.files.items():
        plain = name.removeprefix(_SOURCES)
        if name not in _LEDGER and (plain == name or Path(plain).name != plain):
            raise SourceError(f"{backup.name} : nom de fichier refusé : « {name} ».")
        found = hashlib.sha256()
        try:
            for chunk in _chunks(archive, name):
                found.update(chunk)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError):
            raise SourceError(f"{backup.name} : « {name} » manque ou est abîmé.") from None
        if found.hexdigest() != digest:
            raise SourceError(f"{backup.name} : « {name} » est abîmé. Prenez-en une autre.")
    return manifest


def _decisions_in(archive: zipfile.ZipFile, backup: Path) -> list[DismissalDecision]:
    with _reading(backup, "décisions"):
        return [
            DismissalDecision(
                dismissal_of(each.a_id, each.b_id, PoolingCategory(each.pooling)),
                each.decided_at,
                each.reason,
            )
            for each in _DECISION_LIST.validate_json(archive.read(_DECISIONS))
        ]


def _words_in(archive: zipfile.ZipFile, backup: Path) -> list[GroupDecision]:
    with _reading(backup, "décisions"):
        return [
            GroupDecision(
                group_word_of(each.a_id, each.b_id, GroupSaid(each.said)),
                each.decided_at,
                each.reason,
            )
            for each in _WORD_LIST.validate_json(archive.read(_GROUPS))
        ]


def _proposals_in(archive: zipfile.ZipFile, backup: Path) -> tuple[Proposal, ...]:
    with _reading(backup, "propositions"):
        return _PROPOSALS.validate_json(archive.read(_CONTRIBUTIONS))


@contextmanager
def _reading(backup: Path, what: str) -> Iterator[None]:
    """Tell in one sentence what of a backup cannot be read."""
    try:
        yield
    except (KeyError, ValidationError, ValueError, BadParameter) as error:
        problem = f"{backup.name} : {what} illisibles ({type(error).__name__})."
        raise SourceError(problem) from error


def _target(sources: Path, name: str) -> Path:
    return sources / name.removeprefix(_SOURCES)


def _differs(sources: Path, name: str, manifest: _Manifest) -> bool:
    path = _target(sources, name)
    if not path.is_file():
        return True
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest() != manifest.files[name]


def _put(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with partial.open("wb") as handle:
            for chunk in _chunks(archive, name):
                handle.write(chunk)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as handle:
        while chunk := handle.read(_CHUNK):
            yield chunk
