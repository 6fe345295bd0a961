"""The fields and the file of a form (multipart/form-data), out of a body held in memory."""

from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from territorial_map.domain.errors import BadParameter
from territorial_map.readers import Upload

_MOST_PARTS = 50
_MOST_FIELD = 20_000  # bytes of a field beside the file


@dataclass(slots=True)
class _Part:
    """A part of a form while it is read."""

    headers: dict[bytes, bytes] = field(default_factory=dict)
    content: bytearray = field(default_factory=bytearray)


class _Parts:
    """Hears the parser, and keeps the parts of a form."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []
        self._name = bytearray()
        self._value = bytearray()

    def on_part_begin(self) -> None:
        """Begin a part."""
        if len(self.parts) >= _MOST_PARTS:
            raise BadParameter("file", "", f"{_MOST_PARTS} champs au plus dans un formulaire.")
        self.parts.append(_Part())

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        """Read the name of a header."""
        self._name += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        """Read its value."""
        self._value += data[start:end]

    def on_header_end(self) -> None:
        """Keep it."""
        self.parts[-1].headers[bytes(self._name).lower()] = bytes(self._value)
        self._name.clear()
        self._value.clear()

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        """Read what the part holds."""
        self.parts[-1].content += data[start:end]


def form_of(content_type: str, body: bytes) -> tuple[Upload, dict[str, str]]:
    """The field ``file`` of a form, and its other fields.

    Raises:
        BadParameter: no form, or one without a file.
    """
    _, options = parse_options_header(content_type)
    heard = _Parts()
    names = ("on_part_begin", "on_part_data", "on_header_field", "on_header_value", "on_header_end")
    try:
        parser = MultipartParser(
            options[b"boundary"],
            {name: getattr(heard, name) for name in names},  # type: ignore[arg-type] # by name
        )
        parser.write(body)
        parser.finalize()
    except (FormParserError, KeyError) as error:
        problem = f"l’envoi ne peut pas être lu ({type(error).__name__})."
        raise BadParameter("file", "", problem) from error
    return _sorted_out(heard.parts)


def _sorted_out(parts: list[_Part]) -> tuple[Upload, dict[str, str]]:
    file: Upload | None = None
    others: dict[str, str] = {}
    for part in parts:
        _, told = parse_options_header(part.headers.get(b"content-disposition", b""))
        name = told.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" in told and name == "file":
            called = told[b"filename"].decode("utf-8", "replace") or "liste"
            file = Upload(called, bytes(part.content))
            part.content.clear()
        elif name and b"filename" not in told:
            others[name] = part.content[:_MOST_FIELD].decode("utf-8", "replace")
    if file is None:
        raise BadParameter("file", "", "un fichier est attendu dans le champ « file ».")
    return file, others
