"""What may be asked of a refresh, and how it may end."""

from dataclasses import dataclass
from enum import IntEnum

from territorial_map.domain.errors import UserError


class Ending(IntEnum):
    """Exit codes, for monitors; 2 is a wrong command, as everywhere."""

    WELL = 0
    NOTHING = 1  # no source could be had, or the edition could not be built
    PARTLY = 3  # some source failed; the others are served
    HELD = 4  # an edition was built and is not served: somebody must look
    STOPPED = 5  # all went well, and a source has perhaps stopped
    BUSY = 6  # another refresh is under way


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked: codes of sources (none = the usual ones), and how far to go."""

    codes: tuple[str, ...] = ()
    dry_run: bool = False
    build: bool = True
    accept: bool = False


class Busy(UserError):
    """Another refresh of the same folder is under way."""
