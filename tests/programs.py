"""Programs that tests drive: missing, they skip the test loudly, and fail it on a build server."""

import os
import shutil
from pathlib import Path

import pytest


def program(name: str, package: str) -> Path:
    """The path of a program.

    Where it is missing the calling test is skipped with what to install, or fails when ``CI`` is
    ``true``: nothing is skipped there.
    """
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    message = f"{name} is missing: apt-get install {package}"
    if os.environ.get("CI") == "true":  # noqa: TID251 - a build server's own convention
        pytest.fail(message)
    pytest.skip(message)
