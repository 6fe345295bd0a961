"""What browsers are told with every answer: what may run, no guessing of types, who may frame."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OFF = (
    "accelerometer",
    "camera",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": ", ".join(["geolocation=(self)", *(f"{name}=()" for name in _OFF)]),
}
_POLICY = "content-security-policy"
_OF_OPERATORS = "/operateur"


class SafeHeaders:
    """Outermost layer: adds its headers to answers of every kind, faults and refusals too.

    ``policy`` is the content security policy of answers that carry none of their own (the framed
    page does); ``hsts_seconds`` is how long browsers then ask by HTTPS alone, none for 0.
    """

    def __init__(self, app: ASGIApp, policy: str, hsts_seconds: int = 0) -> None:
        self._app, self._policy = app, policy
        self._always = dict(_ALWAYS)
        if hsts_seconds:
            self._always["strict-transport-security"] = f"max-age={hsts_seconds}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, adding the headers to the beginning of its answer."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._always.items():
                    headers.setdefault(name, value)
                if _POLICY not in headers:
                    headers[_POLICY] = self._policy
                    headers["x-frame-options"] = "DENY"
                if scope["path"].startswith(_OF_OPERATORS):
                    headers["cache-control"] = "no-store"
            await send(message)

        await self._app(scope, receive, told if scope["type"] == "http" else send)
