"""The README names every setting and every command, and nothing else."""

import re
from dataclasses import fields
from pathlib import Path

import typer

from territorial_map.cli import app
from territorial_map.settings import PREFIX, Settings

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    documented = set(re.findall(rf"`({PREFIX}[A-Z_]+)`", README))

    assert documented == {PREFIX + field.name.upper() for field in fields(Settings)}


def test_every_command_is_documented() -> None:
    group = typer.main.get_command(app)
    documented = set(re.findall(r"^\| `territorial-map ([a-z-]+)", README, flags=re.MULTILINE))

    assert documented == set(getattr(group, "commands", {}))
