"""The plan of a refresh as a file (TOML), checked key by key."""

import re
import tomllib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from territorial_map.domain.errors import SourceError
from territorial_map.domain.refresh import Measure
from territorial_map.refresh.plan import (
    Access,
    GuardLimits,
    NetworkRules,
    Plan,
    PlannedSource,
    Shape,
    WantedFile,
)

_SHIPPED = "sources.toml"
_Share = Annotated[float, Field(ge=0, le=1)]
_Code = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]


class _PlanPart(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _File(_PlanPart):
    role: str
    dataset: str = ""
    resources: tuple[str, ...] = ()
    title: str = ""
    name: str = ""
    address: str = ""
    shapes: tuple[Shape, ...] = (Shape.TEXT,)
    most_mb: int = Field(default=1_000, gt=0)
    hosts: tuple[str, ...] = ()
    user_agent: str = ""
    resumable: bool = True
    page_rows: int = Field(default=0, ge=0)

    @field_validator("title", "name")
    @classmethod
    def _is_expression(cls, told: str) -> str:
        try:
            re.compile(told)
        except re.error as error:
            raise ValueError(f"expression régulière illisible ({error})") from error
        return told


class _Source(_PlanPart):
    code: _Code
    title: str
    importer: str
    access: Access = Access.OPEN
    rhythm_days: int = Field(ge=0)
    alarm_days: int = Field(ge=0)
    by_default: bool = True
    files: tuple[_File, ...] = ()
    rows: tuple[int, int] = (1, 10_000_000)
    drop: _Share = 0.2
    growth: float = Field(default=1.0, ge=0)
    same_month: bool = False
    token: str = ""
    licences: tuple[str, ...] = ()
    page: str = ""
    ask: str = ""
    place: str = ""
    certainty: str = ""


class _Network(_PlanPart):
    api: str
    hosts: tuple[str, ...]
    plain_http: tuple[str, ...] = ()
    user_agent: str = "territorial-map/{version} (+{contact})"
    tries: int = Field(default=5, ge=1, le=20)
    read_timeout_s: float = Field(default=60, gt=0)
    longest_wait_s: float = Field(default=300, ge=0)
    first_wait_s: float = Field(default=2, ge=0)


class _Guards(_PlanPart):
    whole: dict[Measure, _Share]
    territory: dict[Measure, _Share]
    least_rows: int = Field(gt=0)


class _Plan(_PlanPart):
    network: _Network
    guards: _Guards
    source: tuple[_Source, ...]


def read_plan(path: Path | None, contact: str) -> Plan:
    """The plan of a file, or the one that comes with the product.

    ``contact`` is an address where publishers can reach who runs this copy.

    Raises:
        SourceError: a file that is no plan: what is wrong, and where.
    """
    name = path.name if path else _SHIPPED
    try:
        text = (
            path.read_text(encoding="utf-8")
            if path
            else files(__package__).joinpath(_SHIPPED).read_text(encoding="utf-8")
        )
        told = _Plan.model_validate(tomllib.loads(text))
    except FileNotFoundError as error:
        raise SourceError(f"{name} : fichier introuvable.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{name} : ce plan est illisible ({error}).") from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"]))
        raise SourceError(f"{name}, clé « {where} » : {fault['msg']}.") from error
    return _plan(told, contact)


def _plan(told: _Plan, contact: str) -> Plan:
    plain = contact.encode("ascii", errors="ignore").decode() or "contact unknown"
    agent = told.network.user_agent.format(version=version("territorial-map"), contact=plain)
    network = told.network.model_dump() | {"user_agent": agent}
    return Plan(
        NetworkRules(**network),
        GuardLimits(told.guards.whole, told.guards.territory, told.guards.least_rows),
        tuple(map(_source, told.source)),
    )


def _source(told: _Source) -> PlannedSource:
    plain = told.model_dump(exclude={"files"})
    return PlannedSource(**plain, files=tuple(WantedFile(**f.model_dump()) for f in told.files))
