"""Clients that send half a request are let go, and hold nobody else up."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import httpx2 as httpx
import pytest
from fastapi import FastAPI, Request, Response

from territorial_map.hosting import connections
from territorial_map.hosting.logs import RequestLog
from tests.hosting.servers import running_application

HALF_SENT = 400
LONG = 30_000_000
MUCH = 256 * 2**20
PATIENCE_S = 30
ADDRESS = "127.0.0.1"
OK = b'{"ok":true}'


@contextmanager
def running() -> Iterator[int]:
    """The port of a small application on the server that the product runs on."""
    server = FastAPI()

    @server.get("/answers")
    async def answers() -> dict[str, bool]:
        return {"ok": True}

    @server.post("/reads")
    async def reads(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    @server.get("/long")
    def long() -> Response:
        return Response(b"x" * LONG)

    server.add_middleware(RequestLog)
    with running_application(server) as port:
        yield port


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines that a test can wait for; what they are in service is stated apart."""
    monkeypatch.setattr(connections, "HEAD_S", 0.5)
    monkeypatch.setattr(connections, "BODY_GRACE_S", 0.5)
    monkeypatch.setattr(connections, "_LOOK_S", 0.1)


def opened(port: int, sent: bytes) -> socket.socket:
    client = socket.create_connection((ADDRESS, port), timeout=PATIENCE_S)
    client.sendall(sent)
    return client


def heard(client: socket.socket, end: bytes) -> bytes:
    """What the server says, to the end of an answer, in however many parts it comes."""
    told = b""
    while end not in told and (part := client.recv(4_096)):
        told += part
    return told


def is_closed(client: socket.socket) -> bool:
    """True once the server has closed; what it said before is read and dropped."""
    while client.recv(4_096):
        pass
    return True


@pytest.mark.parametrize(
    "asked", [b"this is no HTTP\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n"]
)
def test_what_is_no_http_is_refused_with_the_headers_of_every_answer(asked: bytes) -> None:
    with running() as port, opened(port, asked) as client:
        told = heard(client, b"\r\n\r\n")

    assert told.startswith(b"HTTP/1.1 400 ")
    assert b"content-security-policy: default-src 'none'" in told
    assert b"nosniff" in told


@pytest.mark.parametrize(
    "half",
    [
        b"",
        b"GET /answ",
        b"GET /answers HTTP/1.1\r\nHost: x\r\nX-Long: ",
        b"POST /reads HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\nsome",
        b"POST /reads HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nso",
    ],
)
def test_half_a_request_is_let_go(hasty: None, half: bytes) -> None:
    del hasty
    with running() as port, opened(port, half) as client:
        assert is_closed(client)


ENDLESS = {
    "address": (b"GET /answers?", b"x" * 2**16),
    "one header": (b"GET /answers HTTP/1.1\r\nHost: x\r\nX-Long: ", b"x" * 2**16),
    "many headers": (b"GET /answers HTTP/1.1\r\nHost: x\r\n", b"X-One: more\r\n" * 5_000),
    "second request": (
        b"GET /answers HTTP/1.1\r\nHost: x\r\n\r\nGET /answers HTTP/1.1\r\nX-Long: ",
        b"x" * 2**16,
    ),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_head_without_end_is_refused_before_it_fills_the_memory(kind: str) -> None:
    begun, more = ENDLESS[kind]
    sent = 0
    with running() as port, opened(port, begun) as client:
        with suppress(ConnectionError):
            while sent < MUCH:
                client.sendall(more)
                sent += len(more)
        meanwhile = httpx.get(f"http://{ADDRESS}:{port}/answers").status_code

    assert sent < MUCH, "the connection is closed long before"
    assert meanwhile == 200


def test_a_head_beyond_the_most_is_told_so_and_one_below_is_read() -> None:
    def asked(size: int) -> bytes:
        return b"GET /answers HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * size + b"\r\n\r\n"

    with running() as port:
        with opened(port, asked(connections.MOST_HEAD // 2)) as client:
            read = heard(client, OK)
        with opened(port, asked(connections.MOST_HEAD + 1)) as client:
            refused = heard(client, b"\r\n\r\n")

    assert read.startswith(b"HTTP/1.1 200 ")
    assert refused.startswith(b"HTTP/1.1 431 ")
    assert b"nosniff" in refused


def test_half_sent_requests_hold_nobody_up_and_are_all_closed() -> None:
    half = b"GET /answers HTTP/1.1\r\nHost: x\r\nX-Long: "
    with running() as port, ExitStack() as stack:
        clients = [stack.enter_context(opened(port, half)) for _ in range(HALF_SENT)]
        meanwhile = [httpx.get(f"http://{ADDRESS}:{port}/answers").status_code for _ in range(20)]
        since = time.monotonic()
        closed = [is_closed(client) for client in clients]
        waited = time.monotonic() - since

    assert meanwhile == [200] * 20
    assert closed == [True] * HALF_SENT
    assert waited < PATIENCE_S


def test_a_body_that_trickles_is_let_go_and_one_that_comes_is_read(hasty: None) -> None:
    del hasty
    head = b"POST /reads HTTP/1.1\r\nHost: x\r\nContent-Length: 40000\r\n\r\n"
    with running() as port, opened(port, head) as slow, opened(port, head) as steady:
        for _ in range(40):
            steady.sendall(b"x" * 1_000)
            with suppress(OSError):
                slow.sendall(b"x")
            time.sleep(0.05)
        answer = heard(steady, b'{"bytes":40000}')

        assert answer.endswith(b'{"bytes":40000}')
        assert is_closed(slow)


def test_a_connection_may_ask_again_after_a_pause(hasty: None) -> None:
    del hasty
    ask = b"GET /answers HTTP/1.1\r\nHost: x\r\n\r\n"
    with running() as port, opened(port, ask) as client:
        first = heard(client, OK)
        time.sleep(1)  # longer than a head may take: no request is under way
        client.sendall(ask)
        second = heard(client, OK)

    assert first.endswith(OK)
    assert second.endswith(OK)


def test_the_server_ends_while_requests_are_half_sent() -> None:
    with running() as port, ExitStack() as stack:
        for half in (
            b"GET /answ",
            b"POST /reads HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nso",
        ):
            stack.enter_context(opened(port, half))


def test_what_is_waited_for_is_less_than_half_a_minute() -> None:
    assert connections.HEAD_S + connections.BODY_GRACE_S < PATIENCE_S


def test_an_answer_that_nobody_reads_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "WRITE_S", 0.3)
    with running() as port, opened(port, b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n") as client:
        first = client.recv(1_000)
        time.sleep(1.5)

        rest = 0
        with suppress(ConnectionResetError):
            while chunk := client.recv(1 << 16):
                rest += len(chunk)

    assert b"200 OK" in first
    assert rest < LONG, "what the network had taken, not the whole answer"
