"""Files that visitors send: held in memory alone, never beyond a size."""

from collections.abc import AsyncGenerator
from typing import ClassVar

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from territorial_map.domain.errors import BadParameter, SourceTooLarge
from territorial_map.readers import Upload

_AROUND = 2**16  # bytes of a form beside its file: boundaries, names, the other fields


class _InMemory(MultiPartParser):
    """Starlette's parser, which would write a file of more than 1 MiB to a temporary file."""

    spool_max_size: ClassVar[int] = 2**40  # type: ignore[misc]  # Starlette declares it without ClassVar


async def body_within(request: Request, most: int) -> bytes:
    """The body of a request.

    Raises:
        SourceTooLarge: it is beyond ``most`` bytes; reading stops there.
    """
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > most + _AROUND:
            raise SourceTooLarge(
                f"L’envoi dépasse {most >> 20} Mio. Découpez la liste, ou ne gardez que les "
                "colonnes utiles."
            )
    return bytes(received)


async def form_of(request: Request, most: int) -> tuple[Upload, dict[str, str]]:
    """The field ``file`` of a form, and its other fields.

    Raises:
        SourceTooLarge: the form is too large.
        BadParameter: it cannot be read, or holds no file.
    """
    body = await body_within(request, most)

    async def once() -> AsyncGenerator[bytes]:
        yield body

    try:
        form: FormData = await _InMemory(request.headers, once()).parse()
    except (MultiPartException, KeyError) as error:
        problem = f"l’envoi ne peut pas être lu ({error})."
        raise BadParameter("file", "", problem) from error
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise BadParameter("file", "", "un fichier est attendu dans le champ « file ».")
    content = await file.read()
    others = {name: value for name, value in form.items() if isinstance(value, str)}
    await form.close()
    return Upload(file.filename or "liste", content), others
