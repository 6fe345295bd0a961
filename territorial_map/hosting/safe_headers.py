"""What browsers are told with every answer: no guessing of types, no telling of whole addresses."""

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
_OF_OPERATORS = "/operateur"


class SafeHeaders:
    """Outermost layer: adds its headers to answers of every kind, faults and refusals too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, adding the headers to the beginning of its answer."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith(_OF_OPERATORS):
                    headers["cache-control"] = "no-store"
            await send(message)

        await self._app(scope, receive, told if scope["type"] == "http" else send)
