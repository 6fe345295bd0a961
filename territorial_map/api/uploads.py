"""Files that visitors send: held in memory alone, never beyond a size."""

from fastapi import Request

from territorial_map.domain.errors import SourceTooLarge

_AROUND = 2**16  # bytes of a form beside its file: boundaries, names, the other fields


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
