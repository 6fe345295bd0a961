"""The wheel, installed into an empty environment: it works, and writes nothing into its package."""

import hashlib
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import httpx2 as httpx
import pytest

from tests.hosting.servers import free_port, wait_for_health

ROOT = Path(__file__).parents[2]
FINESS = ROOT / "tests" / "fixtures" / "finess-reconstructed-extract-2021.csv"
QUARTERS = ROOT / "tests" / "fixtures" / "qpv-2024-synthetic.geojson"
SECRET = "a-synthetic-secret-of-a-test"  # noqa: S105 - no secret of anybody


def installed(folder: Path) -> Path:
    """An environment that holds the wheel, and this one's dependencies but not its source tree."""
    wheels = folder / "wheels"
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own build
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)  # noqa: S603 - the same
    (wheel,) = wheels.glob("*.whl")
    pip = [environment / "bin" / "pip", "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run(list(map(str, pip)), check=True)  # noqa: S603 - the same
    site = next(environment.glob("lib/*/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return environment


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("wheel"))


def package_of(environment: Path) -> Path:
    return next(environment.glob("lib/*/site-packages")) / "territorial_map"


def digests(package: Path) -> dict[str, str]:
    """The digest of every file, and which folders there are."""
    files = sorted(path for path in package.rglob("*") if "__pycache__" not in path.parts)
    return {
        str(path.relative_to(package)): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in files
    }


class Installation:
    """The command of the wheel, run in an empty folder with a home of its own."""

    def __init__(self, environment: Path, folder: Path, **settings: str) -> None:
        self.program = environment / "bin" / "territorial-map"
        self.folder = folder / "empty"
        self.folder.mkdir()
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}  # noqa: TID251 - a process of its own needs them
        self.settings = kept | {"HOME": str(folder / "user")} | settings

    def run(self, *words: str | Path, told: str = "") -> "subprocess.CompletedProcess[str]":
        """The command, ended; it must end well."""
        command: Sequence[str] = [str(self.program), *map(str, words)]
        ended = subprocess.run(  # noqa: S603 - our own command
            command,
            cwd=self.folder,
            env=self.settings,
            input=told,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended


def test_a_wheel_works_and_writes_into_its_home_alone(environment: Path, tmp_path: Path) -> None:
    package, home = package_of(environment), tmp_path / "home"
    before = digests(package)
    installation = Installation(
        environment,
        tmp_path,
        TERRITORIAL_MAP_HOME=str(home),
        TERRITORIAL_MAP_OPERATOR_SECRET=SECRET,
    )

    installation.run("import", "finess", FINESS)
    installation.run("import", "qpv", QUARTERS)
    built = installation.run("build").stderr
    reviewed = installation.run("duplicates", "review", told="d\nq\n").stderr
    installation.run("backup", "-o", tmp_path / "backup.zip")
    installation.run("doctor")
    health = served_health(installation)

    assert "sheltered_suppliers.csv (2021" in built, "the import is read in place of the packaged"
    assert "ptce.csv" in built, "beside the packaged tables"
    assert "1 décision(s) gardée(s)" in reviewed
    assert health["status"] == "ok"
    assert "_data/sources/sheltered_suppliers.csv" in before
    assert digests(package) == before
    assert list(installation.folder.iterdir()) == []
    assert {path.name for path in home.iterdir()} == {
        "editions",
        "ledger.sqlite",
        "sources",
        "territories",
    }
    verdicts = (home / "sources" / "duplicates.verdicts.csv").read_text(encoding="utf-8")
    assert verdicts.count("\n") == 2


def served_health(installation: Installation) -> dict[str, object]:
    """What the served wheel says of itself."""
    port = free_port()
    command = [str(installation.program), "serve", "--port", str(port)]
    process = subprocess.Popen(  # noqa: S603 - our own command
        command,
        cwd=installation.folder,
        env=installation.settings,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        wait_for_health(f"http://127.0.0.1:{port}/api/v1/health", process)
        page = httpx.get(f"http://127.0.0.1:{port}/", timeout=60)
        assert page.status_code == 200
        told: dict[str, object] = httpx.get(f"http://127.0.0.1:{port}/api/v1/health").json()
    finally:
        process.terminate()
        process.wait(30)
    return told


def test_an_installed_product_writes_into_its_users_folder_by_default(
    environment: Path, tmp_path: Path
) -> None:
    package = package_of(environment)
    before = digests(package)
    installation = Installation(environment, tmp_path)

    installation.run("import", "finess", FINESS)

    own = tmp_path / "user" / ".local" / "share" / "territorial-map"
    assert (own / "sources" / "sheltered_suppliers.csv").is_file()
    assert digests(package) == before
