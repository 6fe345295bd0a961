"""What is wrong with an installation, and how to mend it.

It looks and changes nothing, but for tables that the ledger lacks.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from territorial_map.domain.errors import EditionError, SourceError, UserError
from territorial_map.domain.term import Term
from territorial_map.ledger.database import Database
from territorial_map.settings import Settings
from territorial_map.store.duplicate_verdicts import read_decisions
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id

_LEAST_FREE_MB = 2_000  # a national build passes 2 GB of temporary files
_OLD_DAYS = 120
_LEAST_SECRET = 20


class Standing(Term):
    """How a point of the examination stands."""

    GOOD = "good", "bon"
    DOUBTFUL = "doubtful", "à regarder"
    WRONG = "wrong", "à réparer"


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """One point: ``told`` says how it is, ``mend`` what to do, empty where nothing is."""

    point: str
    standing: Standing
    told: str
    mend: str = ""


def examine(settings: Settings, today: date, folders: Sequence[Path]) -> tuple[DoctorFinding, ...]:
    """Every point, in the order in which one would mend them.

    ``folders`` are those that the product comes with.
    """
    looks: tuple[Callable[[], Iterator[DoctorFinding]], ...] = (
        lambda: _packaged_data(folders),
        lambda: _home(settings.home),
        lambda: _folder("Dossier des éditions", settings.editions),
        lambda: _edition(settings.editions, today),
        lambda: _ledger(settings.ledger),
        lambda: _verdicts(settings.verdicts),
        lambda: _address(settings),
        lambda: _secret(settings),
    )
    return tuple(finding for look in looks for finding in look())


def _packaged_data(folders: Sequence[Path]) -> Iterator[DoctorFinding]:
    missing = [folder.name for folder in folders if not folder.is_dir()]
    if missing:
        told = f"il manque {', '.join(missing)} à l’installation."
        yield DoctorFinding("Installation", Standing.WRONG, told, "Réinstallez le paquet.")
    else:
        yield DoctorFinding("Installation", Standing.GOOD, "données et écrans sont là.")


def _home(home: Path | None) -> Iterator[DoctorFinding]:
    """Where an installed product writes; a source tree has none."""
    if home is None:
        return
    above = next(folder for folder in (home, *home.absolute().parents) if folder.exists())
    if above.is_dir() and os.access(above, os.W_OK):
        yield DoctorFinding("Dossier de travail", Standing.GOOD, f"« {home} » peut être écrit.")
    else:
        mend = "Nommez-en un autre (TERRITORIAL_MAP_HOME), ou donnez le droit d’y écrire."
        told = f"« {home} » ne peut pas être écrit."
        yield DoctorFinding("Dossier de travail", Standing.WRONG, told, mend)


def _folder(point: str, folder: Path) -> Iterator[DoctorFinding]:
    if not folder.is_dir():
        mend = "Construisez une édition : « territorial-map build »."
        yield DoctorFinding(point, Standing.WRONG, f"« {folder} » n’existe pas.", mend)
        return
    if not os.access(folder, os.W_OK):
        told = f"« {folder} » ne peut pas être écrit : on y sert, on n’y construit pas."
        yield DoctorFinding(point, Standing.DOUBTFUL, told, "Donnez-en le droit à qui construit.")
    free = shutil.disk_usage(folder).free >> 20
    if free < _LEAST_FREE_MB:
        mend = "Libérez de la place, ou « territorial-map editions prune »."
        yield DoctorFinding(point, Standing.DOUBTFUL, f"il reste {free} Mo sur ce disque.", mend)
    else:
        yield DoctorFinding(point, Standing.GOOD, f"« {folder} », {free} Mo libres.")


def _edition(folder: Path, today: date) -> Iterator[DoctorFinding]:
    point = "Édition servie"
    try:
        pointed = current_id(folder)
        if pointed is None:
            mend = "« territorial-map build », ou « territorial-map editions use ID »."
            yield DoctorFinding(point, Standing.WRONG, "aucune n’est désignée.", mend)
            return
        file = EditionFile(folder, pointed)
    except EditionError as error:
        mend = "« territorial-map editions use » désigne une autre édition."
        yield DoctorFinding(point, Standing.WRONG, str(error), mend)
        return
    built_on = file.edition.built_on
    file.close()
    age = (today - date.fromisoformat(built_on)).days
    told = f"{pointed}, construite il y a {age} jour(s)."
    if age > _OLD_DAYS:
        yield DoctorFinding(point, Standing.DOUBTFUL, told, "Construisez-en une plus récente.")
    else:
        yield DoctorFinding(point, Standing.GOOD, told)


def _ledger(address: str) -> Iterator[DoctorFinding]:
    point = "Registre des décisions"
    database = Database(address)
    try:
        with database.reading():
            pass
    except UserError as error:
        told = str(error.__cause__ or error).partition("\n")[0]
        mend = "Vérifiez TERRITORIAL_MAP_LEDGER, les droits du fichier ou l’état de PostgreSQL."
        yield DoctorFinding(point, Standing.WRONG, told, mend)
        return
    finally:
        database.close()
    yield DoctorFinding(point, Standing.GOOD, "répond, à la dernière version de son schéma.")


def _verdicts(path: Path) -> Iterator[DoctorFinding]:
    point = "Verdicts sur les doublons"
    try:
        decisions = read_decisions(path)
    except (SourceError, OSError) as error:
        yield DoctorFinding(
            point, Standing.WRONG, str(error), f"Corrigez « {path} », ou renommez-le."
        )
        return
    yield DoctorFinding(point, Standing.GOOD, f"{len(decisions)} verdict(s).")


def _address(settings: Settings) -> Iterator[DoctorFinding]:
    point, local = "Adresse publique", ("127.0.0.1", "localhost")
    shown = any(name in settings.public_url for name in local)
    if shown and settings.host not in local:
        told = f"les liens des exports disent {settings.public_url}, que personne d’autre n’ouvre."
        mend = "Réglez TERRITORIAL_MAP_PUBLIC_URL sur l’adresse que voient les visiteurs."
        yield DoctorFinding(point, Standing.DOUBTFUL, told, mend)
    else:
        yield DoctorFinding(point, Standing.GOOD, settings.public_url)


def _secret(settings: Settings) -> Iterator[DoctorFinding]:
    point = "Mode opérateur"
    if not settings.operator_secret:
        yield DoctorFinding(point, Standing.GOOD, "fermé.")
    elif len(settings.operator_secret) < _LEAST_SECRET:
        mend = f"Donnez au secret {_LEAST_SECRET} caractères au moins."
        yield DoctorFinding(point, Standing.WRONG, "ouvert, avec un secret trop court.", mend)
    else:
        yield DoctorFinding(point, Standing.GOOD, "ouvert, avec un secret.")
