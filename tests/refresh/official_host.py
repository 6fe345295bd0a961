"""A host that plays data.gouv.fr and its file hosts on 127.0.0.1, with their faults, on demand."""

import hashlib
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson

LAST_MODIFIED = "Fri, 27 Nov 2026 02:16:25 GMT"

# A fault answers a request in the place of the file; true when it did.
Fault = Callable[["Handler", "HostedFile"], bool]


@dataclass
class HostedFile:
    """A file of the host; ``faults`` are used up, one a request."""

    content: bytes
    media_type: str = "application/octet-stream"
    weak: bool = True
    validators: bool = True
    ranges: bool = True
    conditions: bool = True
    last_modified: str = LAST_MODIFIED
    agent: str = ""
    faults: list[Fault] = field(default_factory=list)

    @property
    def etag(self) -> str:
        """The MD5 of the bytes, as static.data.gouv.fr writes it."""
        digest = hashlib.md5(self.content, usedforsecurity=False).hexdigest()
        return f'{"W/" if self.weak else ""}"{digest}"'


@dataclass(frozen=True)
class Request:
    """A request that came."""

    path: str
    headers: dict[str, str]


@dataclass
class OfficialHost:
    """What the host holds, what it was asked, and which rules of HTTP whoever asks broke."""

    port: int
    datasets: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, HostedFile] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    answers: dict[str, list[Callable[["Handler"], None]]] = field(default_factory=dict)
    list_rows: list[dict[str, Any]] = field(default_factory=list)
    token: str = ""
    requests: list[Request] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def asked(self, path: str) -> list[dict[str, str]]:
        """The headers of every request for a path."""
        return [each.headers for each in self.requests if each.path == path]

    def publish(
        self, slug: str, path: str, file: HostedFile, *, resource: str = "", **told: Any
    ) -> dict[str, Any]:
        """Put a file on the host and in the catalogue; the resource, to be changed at will."""
        self.files[path] = file
        name = path.rpartition("/")[2]
        entry = {
            "id": resource or f"{len(self.files):08}-1111-4111-8111-111111111111",
            "title": name,
            "type": "main",
            "filetype": "file",
            "format": name.partition(".")[2],
            "mime": file.media_type,
            "url": f"{self.address}{path}",
            "filesize": len(file.content),
            "checksum": {"type": "sha1", "value": sha1(file.content)},
            "last_modified": "2026-11-27T02:16:25.817000+00:00",
            "extras": {"check:available": True, "check:status": 200},
        } | told
        dataset = self.datasets.setdefault(
            slug,
            {
                "id": f"id-{slug}",
                "slug": slug,
                "title": f"Registre d’essai {slug}",
                "license": "lov2",
                "frequency": "daily",
                "last_update": "2026-11-27T02:16:25.817000+00:00",
                "archived": None,
                "deleted": None,
                "private": False,
                "resources": [],
            },
        )
        dataset["resources"].append(entry)
        return entry


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    host: OfficialHost

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer as the host that is played would."""
        parts = urlsplit(self.path)
        path = parts.path
        self.host.requests.append(Request(path, {k.lower(): v for k, v in self.headers.items()}))
        queue = self.host.answers.get(path)
        if queue:
            queue.pop(0)(self)
        elif path in self.host.redirects:
            self.send(302, b"", {"Location": self.host.redirects[path]})
        elif path.startswith("/api/siae/"):
            self._list(parse_qs(parts.query))
        elif path.startswith("/api/"):
            self._catalogue(path)
        elif path in self.host.files:
            self._file(self.host.files[path])
        else:
            self.send(404, b"not here")

    def send(self, code: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        """A whole answer."""
        told = {"Content-Length": str(len(body))} | (headers or {})
        self.send_response(code)
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        if code not in {204, 304}:
            with suppress(ConnectionError):  # whoever asks may have seen enough
                self.wfile.write(body)

    def cut(self, headers: dict[str, str], body: bytes, code: int = 200) -> None:
        """An answer whose connection is cut before the end that it announced."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(body)
            self.wfile.flush()
        self.close_connection = True

    def _catalogue(self, path: str) -> None:
        one = re.fullmatch(r"/api/1/datasets/([^/]+)/", path)
        by_id = re.fullmatch(r"/api/2/datasets/resources/([^/]+)/", path)
        if one:
            found = self._dataset(one[1])
            self.send(200, orjson.dumps(found)) if found else self.send(404, b"{}")
            return
        for dataset in self.host.datasets.values():
            for resource in dataset["resources"]:
                if by_id and resource["id"] == by_id[1]:
                    told = {"resource": resource, "dataset_id": dataset["id"]}
                    self.send(200, orjson.dumps(told))
                    return
        self.send(404, b"{}")

    def _dataset(self, named: str) -> dict[str, Any] | None:
        known = self.host.datasets
        return known.get(named) or next((d for d in known.values() if d["id"] == named), None)

    def _list(self, asked: dict[str, list[str]]) -> None:
        if self.headers.get("Authorization") != f"Bearer {self.host.token}":
            self.send(401, b'{"detail": "no"}', {"WWW-Authenticate": 'Bearer realm="api"'})
            return
        limit, offset = int(asked["limit"][0]), int(asked["offset"][0])
        rows = self.host.list_rows
        told = {
            "count": len(rows),
            "next": "http://elsewhere.example/api/siae/?offset=100",
            "previous": None,
            "results": rows[offset : offset + limit],
        }
        self.send(200, orjson.dumps(told))

    def _file(self, file: HostedFile) -> None:
        if file.agent and file.agent not in self.headers.get("User-Agent", ""):
            self.send(403, b"<html>no</html>")
            return
        if file.faults and file.faults.pop(0)(self, file):
            return
        if file.conditions and file.validators and self._is_the_same(file):
            self.send(304, b"", self.about(file))
            return
        self._content(file)

    def _is_the_same(self, file: HostedFile) -> bool:
        return self.headers.get("If-None-Match") == file.etag and not self.headers.get("Range")

    def _content(self, file: HostedFile) -> None:
        span = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        condition = self.headers.get("If-Range")
        if condition is not None and condition.startswith("W/"):
            self.host.broken.append("a weak ETag stands in If-Range (RFC 9110, 13.1.5)")
        unchanged = condition is None or condition in {file.last_modified, file.etag}
        if not span or not file.ranges or not unchanged:
            self.send(200, file.content, self.about(file))
            return
        start, total = int(span[1]), len(file.content)
        if start >= total:
            self.send(416, b"", {"Content-Range": f"bytes */{total}"})
            return
        end = min(total, int(span[2]) + 1) if span[2] else total
        told = self.about(file) | {"Content-Range": f"bytes {start}-{end - 1}/{total}"}
        self.send(206, file.content[start:end], told)

    def about(self, file: HostedFile) -> dict[str, str]:
        """The headers that tell a file."""
        told = {"Content-Type": file.media_type}
        if file.ranges:
            told["Accept-Ranges"] = "bytes"
        if file.validators:
            told |= {"ETag": file.etag, "Last-Modified": file.last_modified}
        return told


@contextmanager
def official_host() -> Iterator[OfficialHost]:
    """The host, listening on a free port of 127.0.0.1."""
    handler = type("Bound", (Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        host = OfficialHost(server.server_port)
        handler.host = host  # type: ignore[attr-defined] # a class made here
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()


def cut_after(size: int) -> Fault:
    """The connection is cut after so many bytes."""

    def fault(handler: Handler, file: HostedFile) -> bool:
        told = handler.about(file) | {"Content-Length": str(len(file.content))}
        handler.cut(told, file.content[:size])
        return True

    return fault


def status(code: int, **headers: str) -> Fault:
    """Another status, with headers (``_`` for ``-``)."""

    def fault(handler: Handler, _: HostedFile) -> bool:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        handler.send(code, b"busy", told)
        return True

    return fault


def trickle(handler: Handler, file: HostedFile) -> bool:
    """The file, some bytes a second: it would be whole in a minute and a half."""
    handler.send_response(200)
    for name, value in (handler.about(file) | {"Content-Length": str(len(file.content))}).items():
        handler.send_header(name, value)
    handler.end_headers()
    step = max(1, len(file.content) // 900)
    with suppress(OSError):  # whoever asks leaves
        for start in range(0, len(file.content), step):
            handler.wfile.write(file.content[start : start + step])
            handler.wfile.flush()
            time.sleep(0.1)
    handler.close_connection = True
    return True


def web_page(handler: Handler, _: HostedFile) -> bool:
    """A page of maintenance, as 200."""
    page = b"<!DOCTYPE html><html><body>Maintenance</body></html>"
    handler.send(200, page, {"Content-Type": "text/html"})
    return True


def then(change: Callable[[], None]) -> Fault:
    """Something happens at the host when this request comes; the file then answers."""

    def fault(_: Handler, __: HostedFile) -> bool:
        change()
        return False

    return fault


def sha1(content: bytes) -> str:
    """The digest that the catalogue tells."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()
