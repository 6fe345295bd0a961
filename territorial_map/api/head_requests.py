"""HEAD wherever GET answers: the same headers, no body, and nothing made for it beyond them."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD_ONLY = "head_only"
"""The key of a scope whose answer is wanted without its body."""


class _HeadersSentError(Exception):
    """The headers are out: what follows is not wanted."""


class HeadRequests:
    """Answers HEAD as GET, and stops the answer at its first byte of body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def headers_only(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                raise _HeadersSentError

        try:
            await self.app({**scope, "method": "GET", HEAD_ONLY: True}, receive, headers_only)
        except _HeadersSentError:
            return
