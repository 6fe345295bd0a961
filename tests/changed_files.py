"""A folder of the project copied, with one text of one file changed: what a fault looks like."""

import shutil
from pathlib import Path


def copied(folder: Path, into: Path) -> Path:
    """A copy of a folder, to be changed."""
    return Path(shutil.copytree(folder, into / folder.name))


def with_change(path: Path, before: str, after: str) -> int:
    """Replace a text of a file once; returns the line (from 1) on which it begins.

    Raises:
        ValueError: the text is not in the file.
    """
    content = path.read_text(encoding="utf-8")
    at = content.index(before)
    path.write_text(content.replace(before, after, 1), encoding="utf-8")
    return content[:at].count("\n") + 1
