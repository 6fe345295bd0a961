"""Who may show our pages in a frame: nobody, except the addresses made for it."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "content-security-policy"


class Framing:
    """Says so on every answer that carries no policy of its own (the embedded pages carry one)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, adding the headers to its beginning."""

        async def closing(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if _POLICY not in headers:
                    headers[_POLICY] = "frame-ancestors 'none'"
                    headers["x-frame-options"] = "DENY"
            await send(message)

        await self._app(scope, receive, closing if scope["type"] == "http" else send)
