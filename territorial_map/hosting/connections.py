"""Connections that end: a request that does not come, or a reader that does not read, is let go.

uvicorn waits for a request for ever once its first byte is there: 400 connections that send half a
header hold 400 places. ``docs/adr`` says why its protocol is extended rather than replaced.
"""

import asyncio
from asyncio.events import TimerHandle
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_S = 10.0
"""Seconds in which a request line and its headers must have come."""

MOST_HEAD = 2**16
"""Bytes of a request line and its headers: uvicorn's httptools takes all that comes."""

BODY_GRACE_S = 15.0
"""Seconds that a body has before its pace counts."""

BODY_BYTES_PER_S = 4_000
"""The slowest pace of a body after that, on average: half of a poor mobile line."""

WRITE_S = 60.0
"""Seconds that a reader may leave our answer unread."""

_LOOK_S = 1.0
_ENDING = (
    b"x-content-type-options: nosniff\r\n"
    b"content-security-policy: default-src 'none'; frame-ancestors 'none'\r\n"
    b"connection: close\r\n\r\n"
)
_TIMED_OUT = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n" + _ENDING
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\n" + _ENDING
_UNREADABLE = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n" + _ENDING


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 with deadlines: for the head, for the body, and for the reading of answers."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - uvicorn's own
        super().__init__(*arguments, **options)
        self._deadline: TimerHandle | None = None
        self._unread: TimerHandle | None = None
        self._body_since = 0.0
        self._body_bytes = 0
        self._awaits_body = False
        self._head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn types it
        """Give the first request its time."""
        super().connection_made(transport)
        self._set(HEAD_S, self._give_up_head)

    def data_received(self, data: bytes) -> None:
        """Give a further request on the same connection its time, from its first byte on."""
        if self._deadline is None and not self._awaits_body:
            self._set(HEAD_S, self._give_up_head)
        if not self._awaits_body and self._is_too_large(data):
            self.transport.write(_TOO_LARGE)
            self.transport.close()
            return
        super().data_received(data)

    def _is_too_large(self, data: bytes) -> bool:
        """Count what came of a head; whether it is beyond what is read of one."""
        end = data.find(b"\r\n\r\n")
        self._head_bytes += len(data) if end < 0 else end
        return self._head_bytes > MOST_HEAD

    def send_400_response(self, msg: str) -> None:
        """What is no HTTP gets an answer that no application sees, with its headers."""
        del msg
        self.transport.write(_UNREADABLE)
        self.transport.close()

    def on_headers_complete(self) -> None:
        """Begin to count the body."""
        super().on_headers_complete()
        self._head_bytes = 0
        self._body_since, self._body_bytes, self._awaits_body = self.loop.time(), 0, True
        self._set(BODY_GRACE_S, self._look_at_body)

    def on_body(self, body: bytes) -> None:
        """Count what came."""
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The whole request is there."""
        self._awaits_body = False
        self._stop()
        super().on_message_complete()

    def pause_writing(self) -> None:
        """The reader is slow: it has its time too."""
        super().pause_writing()
        if self._unread is None:
            self._unread = self.loop.call_later(WRITE_S, self.transport.abort)

    def resume_writing(self) -> None:
        """The reader has read on."""
        super().resume_writing()
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget every deadline."""
        self._stop()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """End at once where half a request has come; else let the answer end."""
        if self._awaits_body:
            self.transport.close()
        else:
            super().shutdown()

    def _set(self, seconds: float, then: Any) -> None:  # noqa: ANN401 - a callback of asyncio's
        self._stop()
        self._deadline = self.loop.call_later(seconds, then)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up_head(self) -> None:
        self._deadline = None
        if not self.transport.is_closing():
            self.transport.write(_TIMED_OUT)
            self.transport.close()

    def _look_at_body(self) -> None:
        """Let a body go that comes too slowly; one that we do not read ourselves may wait."""
        self._deadline = None
        if self.transport.is_closing():
            return
        seconds = self.loop.time() - self._body_since - BODY_GRACE_S
        if self._body_bytes < seconds * BODY_BYTES_PER_S and not self.flow.read_paused:
            self.transport.close()
        else:
            self._set(_LOOK_S, self._look_at_body)
