"""The only reader of the environment; each setting has a default and stands in docs."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from platformdirs import user_data_path

from territorial_map.domain.errors import BadParameter
from territorial_map.domain.numbers import whole_between

PREFIX = "TERRITORIAL_MAP_"
MARCHE_TOKEN = f"{PREFIX}MARCHE_TOKEN"
LEAST_SECRET = 20
_TOLD_BY_THE_HOST = (
    "publisher",
    "publisher_address",
    "publication_director",
    "hosting",
    "contact",
    "security_contact",
)
_MOST_HSTS_S = 2 * 365 * 24 * 3_600
_LEVELS = ("debug", "info", "warning", "error")
_FIGURES = "PROMETHEUS_MULTIPROC_DIR"  # prometheus-client's own name; it reads it when imported
_HOST = re.compile(r"https?://(\*\.)?[a-z0-9.-]+(:(\d{1,5}|\*))?", re.IGNORECASE)


_VERDICTS = "duplicates.verdicts.csv"
_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder of reference data or assets, in a source tree or in an installed wheel.

    It is only read: what is written stands in ``Settings.home`` and ``Settings.sources``.
    """
    bundled = _PACKAGE / f"_{name}"
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


def _usual_home() -> Path | None:
    """Where an installed product writes unless told; ``None`` in a source tree."""
    if not (_PACKAGE / "_data").is_dir():
        return None
    return user_data_path("territorial-map", appauthor=False)


def _verdicts() -> Path:
    return data_folder("data") / "sources" / _VERDICTS


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set, each from ``TERRITORIAL_MAP_<NAME IN CAPITALS>``.

    ``home`` is the folder of all that is written and has no setting of its own: by default that
    of the user's data (platformdirs), and ``None`` in a source tree, where the current folder and
    the project's ``data/sources`` are written (``docs/adr/0025``);
    ``editions`` is the folder of editions; ``host`` and ``port`` the address of the server;
    ``public_url`` the address that links in exports carry; ``geocoder`` is ``offline`` or ``ban``
    (the national address base, online); ``operator_secret`` opens operator mode (20 characters
    at least), empty = off;
    ``contributions`` is ``on`` where visitors may correct and complete the directory, which
    operators read: it asks for ``operator_secret``; ``off`` by default.
    ``ledger`` is the address (SQLAlchemy's) where operators' decisions are kept; ``verdicts`` the
    file of verdicts on duplicates, in the folder of sources that the next build reads.
    ``exports_per_minute`` and ``exports_at_once`` are what one client may ask, matched lists
    counted as exports; ``client_header`` is the header in which a trusted proxy tells the client's
    address, empty = no proxy.
    ``gate_store`` is where what clients ask is counted: empty = in memory (in a file of their own
    for several workers), the path of a file, or ``redis://…`` for several machines.
    ``embed_hosts`` are the sites that may frame ``/embed``: ``*``, or addresses apart by spaces.
    ``hsts_seconds`` is how long browsers that came by HTTPS ask by it alone, 0 = not told.
    ``metrics`` is the folder where workers put the figures that ``/metrics`` tells, ``None`` = no
    such page; ``log_level`` is ``debug``, ``info``, ``warning`` or ``error``.
    ``marche_token`` is the token of the Marché de l'inclusion's API, for refreshes; it is never
    shown.
    ``publisher`` and what follows is what the law asks a host to tell (``domain/publisher.py``).
    """

    home: Path | None = None
    editions: Path = Path("editions")
    host: str = "127.0.0.1"
    port: int = 8050
    public_url: str = "http://127.0.0.1:8050"
    geocoder: str = "offline"
    operator_secret: str = field(default="", repr=False)
    contributions: str = "off"
    ledger: str = "sqlite:///ledger.sqlite"
    verdicts: Path = field(default_factory=_verdicts)
    exports_per_minute: int = 60
    exports_at_once: int = 4
    client_header: str = ""
    gate_store: str = ""
    embed_hosts: str = "*"
    hsts_seconds: int = 0
    metrics: Path | None = None
    log_level: str = "info"
    marche_token: str = field(default="", repr=False)
    publisher: str = ""
    publisher_address: str = ""
    publication_director: str = ""
    hosting: str = ""
    contact: str = ""
    security_contact: str = ""

    @property
    def sources(self) -> Path:
        """The folder that imports write to; the build reads it over the packaged tables."""
        return self._written("sources")

    @property
    def territories(self) -> Path:
        """The folder that imported zonings are written to; the build reads it likewise."""
        return self._written("territories")

    def _written(self, name: str) -> Path:
        return (self.home or data_folder("data")) / name


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Settings from environment variables.

    Raises:
        BadParameter: a value that its setting cannot take, or an unknown setting of ours.
    """
    names = {PREFIX + field.name.upper(): field.name for field in fields(Settings)}
    unknown = [key for key in environment if key.startswith(PREFIX) and key not in names]
    if unknown:
        raise BadParameter(unknown[0], environment[unknown[0]], "réglage inconnu.", tuple(names))
    given = {names[key]: value for key, value in environment.items() if key in names}
    port = given.pop("port", "8050")
    geocoder = given.pop("geocoder", "offline")
    if geocoder not in {"offline", "ban"}:
        raise BadParameter(f"{PREFIX}GEOCODER", geocoder, "géocodeur inconnu.", ("offline", "ban"))
    log_level = given.get("log_level", "info").lower()
    if log_level not in _LEVELS:
        raise BadParameter(f"{PREFIX}LOG_LEVEL", log_level, "niveau inconnu.", _LEVELS)
    host = given.get("host", "127.0.0.1")
    home = Path(given["home"]) if given.get("home") else _usual_home()
    base = home or Path()
    sources = Settings(home=home).sources
    return Settings(
        home=home,
        editions=Path(given["editions"]) if given.get("editions") else base / "editions",
        host=host,
        port=whole_between(f"{PREFIX}PORT", port, 1, 65_535),
        public_url=given.get("public_url", f"http://{host}:{port}").rstrip("/"),
        geocoder=geocoder,
        operator_secret=_secret(given.get("operator_secret", "")),
        contributions=_contributions(given),
        ledger=given.get("ledger") or f"sqlite:///{base / 'ledger.sqlite'}",
        verdicts=Path(given["verdicts"]) if given.get("verdicts") else sources / _VERDICTS,
        exports_per_minute=_count(given, "exports_per_minute", 60),
        exports_at_once=_count(given, "exports_at_once", 4),
        client_header=given.get("client_header", ""),
        gate_store=given.get("gate_store", "").strip(),
        embed_hosts=_hosts(given.get("embed_hosts", "*")),
        hsts_seconds=whole_between(
            f"{PREFIX}HSTS_SECONDS", given.get("hsts_seconds", "0"), 0, _MOST_HSTS_S
        ),
        metrics=Path(given["metrics"]) if given.get("metrics") else None,
        log_level=log_level,
        marche_token=given.get("marche_token", "").strip(),
        **{name: given.get(name, "").strip() for name in _TOLD_BY_THE_HOST},
    )


def _count(given: Mapping[str, str], name: str, default: int) -> int:
    return whole_between(PREFIX + name.upper(), given.get(name, str(default)), 1, 100_000)


def _contributions(given: Mapping[str, str]) -> str:
    """Whether visitors may say what they know: only where somebody can read it."""
    told = given.get("contributions", "").strip().lower() or "off"
    if told not in {"off", "on"}:
        raise BadParameter(f"{PREFIX}CONTRIBUTIONS", told, "valeur inconnue.", ("off", "on"))
    if told == "on" and not given.get("operator_secret"):
        problem = f"{PREFIX}OPERATOR_SECRET est attendu : quelqu’un doit pouvoir relire."
        raise BadParameter(f"{PREFIX}CONTRIBUTIONS", told, problem)
    return told


def _secret(text: str) -> str:
    """The secret of operator mode, long enough not to be guessed; it is never shown."""
    if text and len(text) < LEAST_SECRET:
        problem = f"au moins {LEAST_SECRET} caractères sont attendus, par exemple trente au hasard."
        raise BadParameter(f"{PREFIX}OPERATOR_SECRET", "…", problem)
    return text


def _hosts(text: str) -> str:
    """Host sources of a content security policy, apart by single spaces; ``*`` for all."""
    hosts = text.split()
    for host in hosts:
        if host != "*" and not _HOST.fullmatch(host):
            problem = "« * », ou des adresses (https://exemple.fr) séparées par des espaces."
            raise BadParameter(f"{PREFIX}EMBED_HOSTS", text, problem)
    return "*" if "*" in hosts or not hosts else " ".join(hosts)


def settings() -> Settings:
    """Settings of this process."""
    return settings_from(os.environ)  # noqa: TID251 - the one place that may


def make_home(chosen: Settings) -> None:
    """Make the folders of what is written, where the product has its own.

    Raises:
        OSError: it cannot be made.
    """
    if chosen.home is not None:
        chosen.sources.mkdir(parents=True, exist_ok=True)


def hand_down(chosen: Settings) -> None:
    """Give the processes that this one starts, and itself, these settings."""
    for each in fields(Settings):
        value = getattr(chosen, each.name)
        os.environ[PREFIX + each.name.upper()] = "" if value is None else str(value)  # noqa: TID251 - the one place that may
    if chosen.metrics is not None:
        os.environ[_FIGURES] = str(chosen.metrics)  # noqa: TID251 - the same


def told_to_programs(chosen: Settings) -> dict[str, str]:
    """The settings that programs of ours need to tell who publishes, and where; no secret."""
    names = ("public_url", "publisher")
    return {PREFIX + name.upper(): getattr(chosen, name) for name in names}


def figures_are_shared() -> bool:
    """True where several workers put their figures in one folder."""
    return bool(os.environ.get(_FIGURES))  # noqa: TID251 - the same
