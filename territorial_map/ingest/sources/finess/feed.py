"""The JSON feed « finess-structures »: legal entities and their establishments, streamed.

One legal entity is held at a time, whatever the size of the feed (some 715 MB inflated).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import ijson

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.sources.cell_cleaning import date_of, phone_of, siret_of, text
from territorial_map.ingest.sources.finess import constants as c
from territorial_map.ingest.sources.finess.feed_places import PlaceOfFeed, place_of_feed
from territorial_map.ingest.sources.import_journal import Intake
from territorial_map.ingest.sources.importer import Choices, Rows
from territorial_map.ingest.sources.problems import LeftOut, Rejected
from territorial_map.ingest.sources.table_row import OrganisationCells
from territorial_map.readers import open_bytes, sample_of

_GENERATED = re.compile(rb'"generatedAt"\s*:\s*"(\d{4}-\d\d-\d\d)')
_FINESS = re.compile(r"(?:\d\d|2[AB])\d{7}")
_OPEN = "A"
# Names in the feed, then in its published schema.
_CATEGORY = ("categorieentiteGeographiqueExercice", "categorieEntiteGeographiqueExercice")
_SITE = ("informationsGeneralesEGE", "informationsGeneralesEge")
_PERSON = ("informationsGeneralesPMEJ", "informationsGeneralesPmej")
Json = Mapping[str, Any]


def is_feed(path: Path) -> bool:
    """True for a file that its name says to be JSON, compressed or not."""
    return path.name.lower().endswith((".json", ".json.gz"))


def generated_on(path: Path) -> str:
    """The ISO date that the feed tells in its beginning, blank where it tells none."""
    found = _GENERATED.search(sample_of(path))
    return found[1].decode() if found else ""


def feed_rows(files: Sequence[Path], choices: Choices, intake: Intake) -> Rows:
    """Open establishments of the chosen categories, in the order of the feed.

    A row's number is the establishment's rank in its file.

    Raises:
        SourceError: no such feed, cut or damaged; or, with the default categories, one that holds
            neither ESAT nor entreprise adaptée: its codes have changed.
    """
    wanted = frozenset(choices.categories or c.DEFAULT_CATEGORIES)
    for path in files:
        intake.file = path.name
        found = 0
        before = intake.read
        for rank, (person, site) in enumerate(_establishments(path, intake), start=1):
            if category_of(site) not in wanted:
                intake.leave_out(LeftOut.OTHER_CATEGORY)
                continue
            found += 1
            if _is_natural_person(person):
                intake.leave_out(LeftOut.SOLE_TRADER, rank)
                continue
            if not _is_open(site):
                intake.leave_out(LeftOut.CLOSED, rank)
                continue
            cells = _cells(person, site, intake, rank)
            if cells is not None:
                yield rank, cells
        if not found and not choices.categories:
            raise SourceError(
                f"{path.name} : ni ESAT (catégorie 246) ni entreprise adaptée (247) parmi "
                f"{intake.read - before} établissements. Le format a peut-être changé : rien n’est "
                "importé."
            )
        intake.done()


def _establishments(path: Path, intake: Intake) -> Iterator[tuple[Json, Json]]:
    """Each establishment with its legal entity.

    Raises:
        SourceError: not a whole JSON document.
    """
    with open_bytes(path) as file:
        try:
            for person in ijson.items(file.content, "pmej.item", use_float=True):
                for site in person.get("ege") or ():
                    intake.count(file)
                    yield person, site
        except ijson.JSONError as error:
            raise SourceError(
                f"{path.name} : JSON coupé ou abîmé après {intake.read} établissements. "
                "Téléchargez-le de nouveau."
            ) from error


def category_of(site: Json) -> str:
    """The category's code, in both spellings: text in the feed, an object in its schema.

    >>> category_of({"categorieEntiteGeographiqueExercice": {"code": "246", "system": "TRE"}})
    '246'
    """
    return _code(next((site[name] for name in _CATEGORY if site.get(name) is not None), ""))


def _code(told: object) -> str:
    return text(str(told.get("code", "") if isinstance(told, Mapping) else told))


def _is_natural_person(person: Json) -> bool:
    return _code(_part(person, *_PERSON).get("statutJuridique") or "") in c.NATURAL_PERSONS


def _part(node: Json, *names: str) -> Json:
    """The part under the first name that is there: the feed and its schema do not spell alike."""
    found = next((node[name] for name in names if node.get(name) is not None), None)
    return found if isinstance(found, Mapping) else {}


def _is_open(site: Json) -> bool:
    general = _part(site, *_SITE)
    return site.get("etatObjet", _OPEN) == _OPEN and not general.get("dateFermeture")


def _cells(person: Json, site: Json, intake: Intake, rank: int) -> OrganisationCells | None:
    general = _part(site, *_SITE)
    entity = _part(person, *_PERSON)
    number = text(general.get("numFinessEge"))
    if not _FINESS.fullmatch(number):
        intake.reject(Rejected.NO_ID, rank, "numFinessEge", number)
        return None
    siret = siret_of(general.get("siret"), intake, rank)
    category = c.CATEGORIES.get(category_of(site), c.OTHER_CATEGORY)
    place = place_of_feed(site.get("adresse") or (), intake, rank)
    return OrganisationCells(
        id=f"finess:{number}",
        kind="territorial_partner" if category == c.OTHER_CATEGORY else "sheltered_supplier",
        category=category,
        name=text(general.get("nomEgeLong")) or text(general.get("nomEgeCourt")),
        siren=siret[:9] if len(siret) == 14 else text(entity.get("siren")),
        siret=siret,
        finess=number,
        phone=_phone(site, intake, rank),
        manager_id=_manager(entity),
        opened_on=date_of(general.get("dateOuverture"), intake, rank),
        source_ref=number,
        **_columns(place),
    )


def _columns(place: PlaceOfFeed) -> dict[str, str]:
    return {name: getattr(place, name) for name in PlaceOfFeed.__slots__}


def _manager(entity: Json) -> str:
    number = text(entity.get("numFinessPm"))
    return f"finess-ej:{number}" if number else ""


def _phone(site: Json, intake: Intake, rank: int) -> str:
    """The first telephone that may be published; e-mails are never read."""
    for contact in site.get("contact") or ():
        told = (contact.get("telecom") or {}).get("telephone")
        if told:
            return phone_of(told, intake, rank)
    return ""
