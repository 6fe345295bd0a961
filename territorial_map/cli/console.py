"""What the command line says: answers on stdout, everything else on stderr."""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Protocol

import orjson
import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.knowledge import Knowledge
from territorial_map.domain.language.languages import Language
from territorial_map.domain.language.writing import megabytes, number
from territorial_map.domain.numbers import whole_between
from territorial_map.domain.term import Term
from territorial_map.ledger.dismissals import Ledger, Said
from territorial_map.readers.layout import detect_encoding
from territorial_map.services.contributions.publishing import publish_accepted
from territorial_map.services.directory import Directory
from territorial_map.services.editions.edition_folder import readable_edition
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.knowledge.loading import load_knowledge
from territorial_map.settings import data_folder, make_home, settings
from territorial_map.store.overlaid_folders import overlaid

_SAMPLE = 65_536  # bytes
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


class OutputFormat(Term):
    """How an answer is printed."""

    TEXT = "text", "Texte"
    JSON = "json", "JSON"


FormatOption = Annotated[str, typer.Option("--format", help="text ou json.")]


class ConsoleReport(Protocol):
    """How a long step tells where it is: its name, how much is done, of how much."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell where the step is."""


def check_format(value: str, known: Sequence[str] = OutputFormat.codes()) -> None:
    """Refuse a value of ``--format`` that is not among the known ones.

    Raises:
        BadParameter: it is not.
    """
    if value not in known:
        raise BadParameter("--format", value, "valeur inconnue.", known)


def say(message: str) -> None:
    """One message on stderr."""
    typer.echo(message, err=True)


def print_json(value: Any) -> None:  # noqa: ANN401 - any JSON value
    """One JSON document on stdout."""
    typer.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS).decode())


def whole(name: str, low: int, high: int) -> Callable[[str], int]:
    """Reads the value of an option as every other door reads whole numbers.

    Raises:
        BadParameter: it is not a number, or out of bounds.
    """
    return lambda text: whole_between(name, str(text), low, high)  # defaults come as numbers


def text_of(file: str, argument: str) -> str:
    """The text of a file, or of the standard input for ``-``; ``argument`` names it in errors.

    Its encoding is detected: a table saved by a spreadsheet is often in Windows-1252.

    Raises:
        NotFound: there is no such file.
        BadParameter: a folder, or something that is no text (a workbook, an image).
    """
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError:
        raise NotFound(f"Le fichier « {file} » n’existe pas.") from None
    except IsADirectoryError:
        raise BadParameter(argument, file, "c’est un dossier, pas un fichier.") from None
    text = content.decode(detect_encoding(content[:_SAMPLE]), errors="replace")
    if _NOT_TEXT.search(text):
        problem = "ce n’est pas un fichier texte : enregistrez-le en CSV ou en texte (UTF-8)."
        raise BadParameter(argument, file, problem)
    return text.removeprefix("\ufeff")


def open_current(editions: Path | None = None) -> OpenEdition:
    """The current edition of a folder, by default that of the settings.

    Raises:
        EditionError: there is none, or it cannot be read.
    """
    return Directory(editions or settings().editions, knowledge()).current()


def open_edition(wanted: str = "") -> OpenEdition:
    """An edition of the settings' folder: by its id, its beginning, or the current one.

    Raises:
        NotFound: no edition answers to it.
        EditionError: there is none, or it cannot be read.
    """
    if not wanted:
        return open_current()
    return OpenEdition(readable_edition(settings().editions, wanted), knowledge())


@cache
def knowledge() -> Knowledge:
    """What the product knows, read once by the command that needs it."""
    return load_knowledge(data_folder("data"), data_folder("assets"))


def dismissals_of(ledger: str) -> frozenset[Said]:
    """What operators say of pairs; nothing while there is no ledger, and none is made."""
    path = ledger.removeprefix("sqlite:///")
    if path != ledger and not Path(path).is_file():
        return frozenset()
    return open_ledger(ledger).said()


def open_ledger(address: str) -> Ledger:
    """The ledger of the settings, for one command."""
    make_home(settings())
    return Ledger(address)


def publish_contributions(sources: Path) -> bool:
    """Bring what operators accepted to a folder of sources, before an edition is built of it.

    False where the ledger has received nothing.

    Raises:
        Unavailable: the ledger does not answer: an edition without it would forget withdrawals.
    """
    address = settings().ledger
    path = address.removeprefix("sqlite:///")
    if path != address and not Path(path).is_file():
        return False
    ledger = open_ledger(address)
    try:
        count = publish_accepted(ledger.contributions, sources)
    finally:
        ledger.close()
    if count is not None:
        say(f"Contributions acceptées : {count}.")
    return count is not None


@contextmanager
def contributed(sources: Path) -> Iterator[Path]:
    """A folder of sources that is not ours to write, with what operators accepted beside it."""
    with tempfile.TemporaryDirectory(prefix="territorial-map-") as passing:
        if publish_contributions(Path(passing)):
            with overlaid(sources, Path(passing)) as whole:
                yield whole
        else:
            yield sources


@contextmanager
def _drawn(columns: Sequence[ProgressColumn]) -> Iterator[ConsoleReport]:
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield report


_SHARES = 100
_IN_BYTES = "Téléchargement"


class _Rate(ProgressColumn):
    """How many rows are read in a second; a step that tells a share of 100 counts none.

    A step that downloads tells the bytes that have come, and how many come in a second.
    """

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        if task.description.startswith(_IN_BYTES):
            rate = f" {megabytes(speed, 1)}/s" if speed else ""
            return Text(f"{megabytes(task.completed, 1)}{rate}")
        if not speed or (task.total or 0) <= _SHARES:
            return Text("")
        return Text(f"{number(round(speed), Language.FRENCH)} lignes/s")


@contextmanager
def table_progress_bar() -> Iterator[ConsoleReport]:
    """A bar on stderr for tables of unknown length: share done, rate, time left."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        _Rate(),
        TimeElapsedColumn(),
        TextColumn("reste"),
        TimeRemainingColumn(),
    )
    with _drawn(columns) as report:
        yield report
