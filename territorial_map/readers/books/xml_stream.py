"""XML read piece by piece, without entities: what a part tells is given as it is met."""

import codecs
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from territorial_map.domain.errors import SourceError

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class XmlStream:
    """A parser that refuses entities; ``start`` and ``end`` hear names without their prefix.

    ``text`` collects what stands between tags from the moment it is asked for (``listen``).
    """

    def __init__(self, name: str, start: Start, end: End) -> None:
        self._name = name
        self._pieces: list[str] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._starting(start)
        parser.EndElementHandler = self._ending(end)
        parser.EntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        self._parser = parser

    def feed(self, pieces: Iterable[bytes]) -> Iterator[None]:
        """Parse pieces one by one, giving control back after each.

        Raises:
            SourceError: not XML, or XML with entities of its own.
        """
        try:
            for piece in pieces:
                self._parser.Parse(piece, False)
                yield
            self._parser.Parse(b"", True)
            yield
        except (expat.ExpatError, LookupError) as error:
            raise SourceError(
                f"{self._name} : ce classeur est abîmé ({error}). Ouvrez-le dans un tableur et "
                "enregistrez-le de nouveau."
            ) from error

    def listen(self) -> None:
        """Begin to collect text."""
        self._pieces.clear()
        self._parser.CharacterDataHandler = self._pieces.append

    def heard(self) -> str:
        """The text collected since ``listen``; no more is collected."""
        self._parser.CharacterDataHandler = None
        return "".join(self._pieces)

    def _starting(self, start: Start) -> Start:
        def begun(name: str, attributes: dict[str, str]) -> None:
            start(name.rpartition(":")[2] if ":" in name else name, attributes)

        return begun

    def _ending(self, end: End) -> End:
        def ended(name: str) -> None:
            end(name.rpartition(":")[2] if ":" in name else name)

        return ended

    def _refuse(self, *_: object) -> int:
        raise SourceError(
            f"{self._name} : ce classeur déclare des entités XML : il n’est pas lu. Enregistrez-le "
            "de nouveau dans un tableur."
        )


def attribute(attributes: dict[str, str], local: str) -> str:
    """An attribute by its local name, whatever its prefix; blank without it."""
    found = attributes.get(local)
    if found is not None:
        return found
    return next((v for k, v in attributes.items() if k.rpartition(":")[2] == local), "")


def is_utf_8(start: bytes) -> bool:
    """True for a part whose markup is plain bytes: UTF-8, not UTF-16."""
    return not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in start
