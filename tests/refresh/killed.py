"""Refreshes in processes of their own, each killed with SIGKILL at one moment of its writing.

``python -m tests.refresh.killed TERRITORIES FOLDER:EVENT:NAME:TIME…``: refreshes each FOLDER by its
plan, until the file system is about to change under it for the TIME-th time by such an EVENT (that
Python audits: a file opened to be written, renamed…) on a path whose last part begins with NAME.
Says how each process ended.
"""

import os
import signal
import sys
from pathlib import Path

from territorial_map.refresh.plan_file import read_plan
from territorial_map.refresh.run import refresh
from territorial_map.refresh.web import Web, new_client
from territorial_map.refresh.wishes import Wishes
from territorial_map.refresh.workshop import Workshop
from tests.known import KNOWLEDGE

CODE = "finess"
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _die_at(folder: Path, event: str, name: str, time: int) -> None:
    left = [time]

    def heard(heard_event: str, arguments: tuple[object, ...]) -> None:
        if heard_event != event or not str(arguments[0]).startswith(str(folder)):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
            return
        if Path(str(arguments[0])).name.startswith(name):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heard)


def _refresh(folder: Path, territories: Path) -> None:
    workshop = Workshop(
        *(folder / "editions", folder / "sources", folder / "territories", "2026-11-28"),
        lambda: KNOWLEDGE.trades,
        packaged_reference=territories,
    )
    plan = read_plan(folder / "plan.toml", "essai@example.org")
    with new_client(plan.network) as client:
        refresh(plan, Web(client, plan.network), workshop, {}, Wishes((CODE,)))


def main(territories: Path, moments: list[str]) -> None:
    """One process after the other; each line is the signal that ended it, 0 for none."""
    for moment in moments:
        folder, event, name, time = moment.split(":")
        child = os.fork()
        if not child:
            _die_at(Path(folder), event, name, int(time))
            _refresh(Path(folder), territories)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
