"""What is given to hosts works: the proxy's configuration, the unit, the containers' files."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi import FastAPI, Request

from tests.hosting.servers import free_port, running_application
from tests.programs import program

DEPLOY = Path(__file__).parents[2] / "deploy"
LOCAL = "127.0.0.1"
OTHER_LOCAL = "127.0.0.2"
START_S = 30


def ran(command: Sequence[str | Path]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - programs of the machine on our own files
        [str(word) for word in command], capture_output=True, text=True, check=False
    )


def proxy_configuration(folder: Path, port: int, upstream: int) -> Path:
    """The site as it is given, on ports of the test and with files in its folder."""
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    site, count = re.subn(r"listen 80;", f"listen {LOCAL}:{port};", site)
    assert count == 1
    site = site.replace("    listen [::]:80;\n", "").replace(
        "127.0.0.1:8050", f"{LOCAL}:{upstream}"
    )
    site = site.replace("/var/log/nginx/territorial-map.log", str(folder / "error.log"))
    places = "".join(
        f"{name}_temp_path {folder / name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"pid {folder / 'pid'};\ndaemon off;\nevents {{}}\nhttp {{\n{places}{site}\n}}\n"
    path = folder / "nginx.conf"
    path.write_text(whole, encoding="utf-8")
    return path


@contextmanager
def proxied(folder: Path, application: FastAPI) -> Iterator[str]:
    """The address of nginx, with the configuration that is given, before an application."""
    nginx = program("nginx", "nginx-light")
    port = free_port()
    with running_application(application) as upstream:
        path = proxy_configuration(folder, port, upstream)
        checked = ran([nginx, "-t", "-c", path, "-e", folder / "start.log"])
        assert checked.returncode == 0, checked.stderr
        command = [str(nginx), "-c", str(path), "-e", str(folder / "start.log")]
        process = subprocess.Popen(command)  # noqa: S603 - the same
        try:
            _wait_for(f"http://{LOCAL}:{port}/")
            yield f"http://{LOCAL}:{port}"
        finally:
            process.terminate()
            process.wait(START_S)


def _wait_for(address: str) -> None:
    limit = time.monotonic() + START_S
    while time.monotonic() < limit:
        try:
            httpx.get(address)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"no answer of {address}")


def echoing() -> FastAPI:
    application = FastAPI()

    @application.get("/metrics")
    def metrics() -> str:
        return "figures"

    @application.api_route("/{path:path}", methods=["GET", "POST"])
    async def echo(request: Request) -> dict[str, str]:
        await request.body()
        return {"client": request.headers.get("x-forwarded-for", "")}

    return application


def test_the_proxy_tells_the_client_it_saw_and_keeps_figures_and_large_bodies_out(
    tmp_path: Path,
) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9"}
    with proxied(tmp_path, echoing()) as address:
        told = httpx.get(f"{address}/", headers=forged).json()["client"]
        large = httpx.post(f"{address}/api/v1/match", content=b"x" * (26 << 20)).status_code
        here = httpx.get(f"{address}/metrics").status_code
        transport = httpx.HTTPTransport(local_address=OTHER_LOCAL)
        with httpx.Client(transport=transport) as elsewhere:
            there = elsewhere.get(f"{address}/metrics").status_code

    assert told == LOCAL
    assert large == 413
    assert (here, there) == (200, 403)


UNITS = (
    "territorial-map.service",
    "territorial-map-refresh.service",
    "territorial-map-refresh.timer",
)


@pytest.mark.parametrize("name", UNITS)
def test_the_units_of_systemd_are_sound(tmp_path: Path, name: str) -> None:
    analyze = program("systemd-analyze", "systemd")
    told = "/opt/territorial-map/bin/territorial-map"
    for unit in UNITS:
        text = (DEPLOY / unit).read_text(encoding="utf-8")
        assert (told in text) == unit.endswith(".service")
        (tmp_path / unit).write_text(text.replace(told, sys.executable), encoding="utf-8")

    ended = ran([analyze, "verify", tmp_path / name])

    ours = [line for line in ended.stderr.splitlines() if "territorial-map" in line]
    assert ours == []


def test_the_containers_files_are_sound() -> None:
    tools = Path(sys.executable).parent
    image = ran([tools / "hadolint", "--failure-threshold", "info", DEPLOY / "Dockerfile"])
    schema = ["--builtin-schema", "vendor.compose-spec"]
    compose = ran([tools / "check-jsonschema", *schema, DEPLOY / "compose.yaml"])

    assert image.returncode == 0, image.stdout
    assert compose.returncode == 0, compose.stdout


def test_every_setting_of_the_example_exists() -> None:
    from territorial_map.settings import settings_from  # noqa: PLC0415 - what is compared with

    lines = (DEPLOY / "territorial-map.env.example").read_text(encoding="utf-8").splitlines()
    told = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))

    assert settings_from(told).public_url == "https://annuaire.example.org"
