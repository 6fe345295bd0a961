"""How a long build tells where it is, whoever draws it."""

from typing import Protocol


class Progress(Protocol):
    """Called with the step's name in French, how much of it is done, and of how much."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell where the step is."""


def silent(step: str, done: int, total: int) -> None:
    """Say nothing: for builds that nobody watches."""
    del step, done, total
