"""A throw-away PostgreSQL cluster on a free port, for tests that speak to a real one."""

import getpass
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.programs import program

_DEBIAN = Path("/usr/lib/postgresql")
_OWNER = "postgres"  # the program refuses to run as root


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that tests may stop and start; ``address`` is SQLAlchemy's."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        """The address of its one database."""
        return f"postgresql://{_OWNER}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder}"
        log = str(self.folder / "log")
        _run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """Stop it at once, as a machine that fails would: nothing is finished."""
        _run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A running cluster in an empty folder, gone on leaving.

    Where PostgreSQL is missing the calling test is skipped with what to install, or fails when
    ``CI`` is ``true``.
    """
    if getpass.getuser() == "root":
        shutil.chown(folder, _OWNER)
        for parent in (folder, *folder.parents[:3]):
            parent.chmod(parent.stat().st_mode | 0o055)
    data = str(folder / "data")
    _run("initdb", "-D", data, "-U", _OWNER, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C")
    made = Cluster(folder, _free_port())
    made.start()
    try:
        yield made
    finally:
        subprocess.run(  # noqa: S603 - it may be stopped already
            _as_owner("pg_ctl", ["-D", data, "-m", "immediate", "stop"]),
            check=False,
            capture_output=True,
        )


def _run(name: str, *arguments: str) -> None:
    """Run one of its programs; its own words tell why where it fails."""
    ended = subprocess.run(  # noqa: S603 - a program of the machine, with our own arguments
        _as_owner(name, arguments), check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert ended.returncode == 0, ended.stderr.decode()


def _as_owner(name: str, arguments: Sequence[str]) -> list[str]:
    command = [str(_program(name)), *arguments]
    if getpass.getuser() != "root":
        return command
    return [str(program("setpriv", "util-linux")), *_rights(), *command]


def _rights() -> list[str]:
    return [f"--reuid={_OWNER}", f"--regid={_OWNER}", "--clear-groups"]


def _program(name: str) -> Path:
    folders = sorted(_DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name))
    path = os.pathsep.join([*map(str, reversed(folders)), os.defpath])
    found = shutil.which(name, path=path)
    return Path(found) if found else program(name, "postgresql")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
