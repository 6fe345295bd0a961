"""What a user can get wrong, or a source can be; each message says what, where and what to do.

    UserError
    ├── BadParameter      a filter, an option or a field of a request
    ├── NotFound          an id, a code, an edition or a file that is not there
    ├── SourceError       a source file that cannot be read as what it claims to be
    │   └── SourceTooLarge  … because it is beyond what is read: bytes, rows, a compression bomb
    ├── Forbidden         what only operators may do
    │   └── SecretNeeded    … and no secret was given
    ├── EditionError      no edition, or one that this version cannot read
    ├── Conflict          somebody else changed it meanwhile: read it again
    ├── TooLarge          a request whose answer its format cannot hold
    ├── TooMany           more requests of a costly kind than one client may make
    └── Unavailable       what is needed is away for a while: ask again later

Caught in two places only: the app's error handler and the command line.
"""

import copyreg
from collections.abc import Iterable
from typing import Any


class UserError(Exception):
    """A mistake that a sentence can explain; ``str()`` is the sentence, in French."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Whole from one process to another, whatever its kind is made of."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]  # the stubs leave it out


class BadParameter(UserError):
    """A parameter whose value is not accepted.

    ``parameter`` and ``value`` name the culprit; ``allowed`` lists the values of a closed list.
    """

    def __init__(
        self, parameter: str, value: str, problem: str, allowed: Iterable[str] = ()
    ) -> None:
        self.parameter = parameter
        self.value = value
        self.allowed = tuple(allowed)
        self.problem = problem
        choices = f" Valeurs admises : {', '.join(self.allowed)}." if self.allowed else ""
        told = f", valeur « {value} »" if value else ""
        super().__init__(f"Paramètre « {parameter} »{told} : {problem}{choices}")


class NotFound(UserError):
    """Something asked for by name that this edition or this machine does not hold."""


class SourceError(UserError):
    """A source file that stops a build: empty, truncated, wrongly encoded, wrong columns."""


class SourceTooLarge(SourceError):
    """A file beyond what is read: its bytes, its rows, or what it swells to."""


class EditionError(UserError):
    """No edition to serve, or one written by an incompatible version.

    ``public`` is the sentence for those who cannot see the machine: it names no path.
    """

    def __init__(self, message: str, *, public: str = "") -> None:
        self.public = public or "L’édition de l’annuaire ne peut pas être lue pour le moment."
        super().__init__(message)


class Forbidden(UserError):
    """Something that only operators may do."""


class SecretNeeded(Forbidden):
    """Something that only operators may do, asked without any secret."""


class Conflict(UserError):
    """Something that somebody else changed meanwhile: nothing was done."""


class TooLarge(UserError):
    """An answer that the format asked for cannot hold."""


class TooMany(UserError):
    """More than one client may ask at once or in a minute; ``retry_after_s`` says when to ask."""

    def __init__(self, message: str, retry_after_s: int) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(message)


class Unavailable(UserError):
    """Something that is away for a while; ``retry_after_s`` says when to ask again."""

    def __init__(self, message: str, retry_after_s: int = 30) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(message)
