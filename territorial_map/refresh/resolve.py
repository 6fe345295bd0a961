"""Which file is the right one: by its id in the catalogue, else by its title and its name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from territorial_map.domain.errors import SourceError
from territorial_map.refresh.plan import Shape, WantedFile
from territorial_map.refresh.web import Question, Web

_MAIN = "main"
_STAMP = re.compile(r"(?<!\d)(20\d\d)[-_]?([01]\d)[-_]?([0-3]\d)?(?!\d)")
_WORDS = re.compile(r"(\d{1,2})(?:er)?\s+(\w+)\s+(20\d\d)")
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{1,7}$", re.IGNORECASE)
_SHOWN = 12


class _CataloguePart(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Checksum(_CataloguePart):
    type: str = ""
    value: str = ""


class _Resource(_CataloguePart):
    id: str
    title: str | None = ""
    type: str | None = _MAIN
    filetype: str | None = "file"
    format: str | None = ""
    url: str
    filesize: int | None = None
    checksum: _Checksum | None = None
    last_modified: str | None = ""
    extras: dict[str, Any] | None = None

    @property
    def name(self) -> str:
        """That of the file, told by the title where the address only redirects to it."""
        own, title = file_name(self.url), file_name(self.title or "")
        return own if _SUFFIX.search(own) or not _SUFFIX.search(title) else title

    @property
    def dated(self) -> tuple[str, str]:
        told = date_in(self.name) or date_in(self.title or "")
        return told, self.last_modified or ""


class _Dataset(_CataloguePart):
    id: str
    title: str | None = ""
    license: str | None = None
    frequency: str | None = None
    last_update: str | None = None
    archived: str | bool | None = None
    deleted: str | bool | None = None
    private: bool | None = None
    resources: list[_Resource] = []


class _ResourceAnswer(_CataloguePart):
    dataset_id: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The file to fetch, as its catalogue tells it.

    ``size`` in bytes and ``digest`` (its kind and its value) are those of the catalogue, ``None``
    and blank where it tells none; ``told_size`` is what its crawler saw. ``notes`` are for who
    reads the report; ``seen`` lists what a dry run shows.
    """

    wanted: WantedFile
    address: str
    name: str
    title: str = ""
    resource: str = ""
    last_modified: str = ""
    size: int | None = None
    told_size: int | None = None
    digest: tuple[str, str] = ("", "")
    licence: str = ""
    dated: str = ""
    notes: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()

    @property
    def most_likely_size(self) -> int:
        """Bytes to expect, 0 where nobody tells."""
        return self.size or self.told_size or 0


def resolve(wanted: WantedFile, web: Web) -> Resolved:
    """Find the file that a source wants.

    Raises:
        SourceError: no such dataset, no such file, or several that could be it: they are listed.
    """
    if wanted.address:
        return Resolved(wanted, wanted.address, _name_of_address(wanted))
    dataset = _dataset(wanted, web)
    resource, notes = _chosen(wanted, dataset)
    extras = resource.extras or {}
    checksum = resource.checksum or _Checksum()
    return Resolved(
        wanted,
        resource.url,
        resource.name,
        resource.title or "",
        resource.id,
        resource.last_modified or "",
        resource.filesize,
        _whole_number(extras.get("analysis:content-length")),
        (checksum.type.lower(), checksum.value.lower()),
        dataset.license or "",
        resource.dated[0],
        (*_state_of(dataset), *notes, *_checked_by(extras)),
        _seen(dataset, resource),
    )


def _name_of_address(wanted: WantedFile) -> str:
    """The file's name, with the extension that an address of an export does not tell."""
    own = file_name(wanted.address)
    extension = {Shape.TEXT: "csv", Shape.GZIP: "gz"}.get(wanted.shapes[0], wanted.shapes[0].value)
    return own if _SUFFIX.search(own) else f"{wanted.role}.{extension}"


def file_name(address: str) -> str:
    """The last part of an address, safe as the name of a file.

    >>> file_name("https://static.example/a/b%20c.csv?x=1"), file_name("https://e.org/..%2f")
    ('b c.csv', '')
    """
    name = PurePosixPath(unquote(urlsplit(address).path)).name
    safe = re.sub(r"[^\w.,() -]", "_", name)[:120]
    return "" if set(safe) <= {".", "_"} else safe


def date_in(text: str) -> str:
    """The ISO date or month that a title or a name tells, blank where it tells none.

    >>> date_in("Fichier StockUniteLegale du 01 août 2026"), date_in("mensuel-202610.json.gz")
    ('2026-08-01', '2026-10')
    """
    for day, month, year in _WORDS.findall(text):
        if month.lower() in _MONTHS:
            return _valid(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    found = [_valid(int(y), int(m), int(d or 0)) for y, m, d in _STAMP.findall(text)]
    return max(found, default="")


def _valid(year: int, month: int, day: int) -> str:
    try:
        told = date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return told if day else told[:7]


def _dataset(wanted: WantedFile, web: Web) -> _Dataset:
    answer = web.json(_question(f"/api/1/datasets/{wanted.dataset}/", web))
    if answer is None:
        for known in wanted.resources:
            told = web.json(_question(f"/api/2/datasets/resources/{known}/", web))
            if told is not None:
                own = _read(_ResourceAnswer, told, wanted).dataset_id
                answer = web.json(_question(f"/api/1/datasets/{own}/", web))
                break
    if answer is None:
        raise SourceError(
            f"Le jeu de données « {wanted.dataset} » n’existe pas ou plus sur data.gouv.fr : "
            "cherchez son successeur, puis corrigez le plan."
        )
    return _read(_Dataset, answer, wanted)


def _question(path: str, web: Web) -> Question:
    return Question(f"{web.rules.api.rstrip('/')}{path}", {"Accept": "application/json"})


_Answer = TypeVar("_Answer", _Dataset, _ResourceAnswer)


def _read(kind: type[_Answer], answer: bytes, wanted: WantedFile) -> _Answer:
    try:
        return kind.model_validate_json(answer)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"]))
        raise SourceError(
            f"Le catalogue répond sur « {wanted.dataset} » ce qui n’est pas attendu "
            f"(clé « {where} » : {fault['msg']})."
        ) from error


def _chosen(wanted: WantedFile, dataset: _Dataset) -> tuple[_Resource, tuple[str, ...]]:
    by_id = {resource.id: resource for resource in dataset.resources}
    for known in wanted.resources:
        if known in by_id:
            found = by_id[known]
            if wanted.is_named(found.title or "", found.name):
                return found, ()
            note = (
                f"Le fichier de l’identifiant connu s’appelle maintenant « {found.title} » "
                f"({found.name}) : à vérifier."
            )
            return found, (note,)
    matching = [
        resource
        for resource in dataset.resources
        if resource.type == _MAIN and wanted.is_named(resource.title or "", resource.name)
    ]
    newest = max((resource.dated for resource in matching), default=("", ""))
    best = [resource for resource in matching if resource.dated == newest]
    if len(best) == 1:
        note = "Identifiant inconnu du jeu de données : choisi par son titre et son nom."
        return best[0], (note,) if wanted.resources else ()
    raise SourceError(_ambiguous(wanted, dataset, best))


def _ambiguous(wanted: WantedFile, dataset: _Dataset, best: Sequence[_Resource]) -> str:
    listed = best or dataset.resources
    lines = [f"« {r.title} » ({r.name}, {r.last_modified}, id {r.id})" for r in listed[:_SHOWN]]
    told = "plusieurs fichiers conviennent" if best else "aucun fichier ne convient"
    more = f" et {len(listed) - _SHOWN} autres" if len(listed) > _SHOWN else ""
    return (
        f"{dataset.title or wanted.dataset}, {wanted.role} : {told} ; rien n’est choisi au hasard. "
        f"{'Trouvés' if lines else 'Le jeu est vide'} : {' ; '.join(lines)}{more}. "
        "Donnez l’identifiant du bon dans le plan (resources)."
    )


def _state_of(dataset: _Dataset) -> tuple[str, ...]:
    states = ((dataset.archived, "archivé"), (dataset.deleted, "supprimé"))
    return tuple(
        f"Le producteur a {word} ce jeu de données : cherchez son successeur."
        for told, word in states
        if told
    )


def _checked_by(extras: Mapping[str, Any]) -> tuple[str, ...]:
    """What the catalogue's own crawler found wrong."""
    if extras.get("check:available") is False:
        return (f"data.gouv.fr n’a pas pu l’atteindre le {extras.get('check:date', '?')}.",)
    return ()


def _seen(dataset: _Dataset, resource: _Resource) -> tuple[str, ...]:
    checksum = resource.checksum
    extras = resource.extras or {}
    told = {key: value for key, value in extras.items() if key.startswith(("check:", "analysis:"))}
    of_dataset = (
        f"jeu : « {dataset.title} », id {dataset.id}, licence {dataset.license or 'non dite'}, "
        f"fréquence {dataset.frequency or 'non dite'}, mis à jour {dataset.last_update or '?'}, "
        f"{len(dataset.resources)} fichiers"
    )
    digest = f"{checksum.type} {checksum.value}" if checksum else "non dite"
    of_file = (
        f"fichier : « {resource.title} », id {resource.id}, {resource.filetype}, format "
        f"{resource.format or '?'}, {resource.filesize or '?'} octets, empreinte "
        f"{digest}, modifié {resource.last_modified or '?'}"
    )
    return (
        of_dataset,
        of_file,
        f"adresse : {resource.url}",
        *(f"{key} : {value}" for key, value in sorted(told.items())),
    )


def _whole_number(told: object) -> int | None:
    return told if isinstance(told, int) and not isinstance(told, bool) and told > 0 else None
