"""What changed since a date or an edition: JSON, files and an Atom feed."""

import hashlib
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.exports import FileResponse
from territorial_map.api.gate import Gate
from territorial_map.api.requests import FILTERED, selection_of, whole
from territorial_map.domain.edition_list import ShelvedEdition
from territorial_map.domain.errors import NotFound
from territorial_map.services.directory import Directory
from territorial_map.services.editions.change_files import ChangeFormat, change_json, counts_json
from territorial_map.services.editions.changes_since import changes_since, natures_of_codes
from territorial_map.services.editions.feed import MEDIA_TYPE, Feed, atom_feed
from territorial_map.services.export.selection_words import selection_in_words

MAX_LIMIT = 500
ONLY_ONE = "Une seule édition : rien à comparer encore."
_OWN = ("since", "change")


def change_router(directory: Directory, public_url: str, gate: Gate) -> APIRouter:
    """Changes of a selection between an earlier edition and the current one."""
    router = APIRouter(tags=["Éditions et exports"])

    @router.get("/changes", openapi_extra=FILTERED, summary="Ce qui a changé depuis une date")
    def changes(
        request: Request,
        since: Annotated[str, Query()] = "",
        limit: Annotated[str, Query()] = "50",
        offset: Annotated[str, Query()] = "0",
    ) -> Response:
        selection = selection_of(request, *_OWN, "limit", "offset")
        natures = natures_of_codes(request.query_params.getlist("change"))
        most, start = whole("limit", limit, 1, MAX_LIMIT), whole("offset", offset, 0, 10**9)
        asked = changes_since(directory, since)
        page = asked.page(selection, natures, most, start)
        told = {"edition": asked.edition.edition.id, "from": _edition_json(asked.older)}
        if page is None:
            return fresh_answer(told | {"detail": ONLY_ONE, "total": 0, "items": []})
        items = [change_json(change) for change in page.items]
        counts = {"total": page.total, "counts": counts_json(page.counts)}
        return fresh_answer(told | counts | {"limit": most, "offset": start, "items": items})

    @router.get("/changes.atom", openapi_extra=FILTERED, summary="Les changements en flux Atom")
    def feed(request: Request) -> Response:
        selection = selection_of(request)
        edition = directory.current()
        words = selection_in_words(selection, edition.names)
        asked = Feed(directory.folder, edition.edition.id, selection, words, public_url)
        return _tagged(request, atom_feed(asked))

    @router.get(
        "/changes.{extension}", openapi_extra=FILTERED, summary="Les changements en fichier"
    )
    def changes_file(
        request: Request, extension: str, since: Annotated[str, Query()] = ""
    ) -> Response:
        if extension not in ChangeFormat.codes():
            known = ", ".join(f".{code}" for code in (*ChangeFormat.codes(), "atom"))
            raise NotFound(f"Aucun fichier « .{extension} ». Existent : {known}.")
        selection = selection_of(request, *_OWN)
        natures = natures_of_codes(request.query_params.getlist("change"))
        listed = changes_since(directory, since).file(selection, natures)
        if listed is None:
            raise NotFound(ONLY_ONE)
        chosen = ChangeFormat(extension)
        name = f"changements_{listed.older}_{listed.newer}.{extension}"
        leave = gate.admit(gate.client_of(request))
        return FileResponse(listed.written_as(chosen), name, chosen.media_type, leave)

    return router


def _edition_json(edition: ShelvedEdition | None) -> dict[str, str] | None:
    return {"id": edition.id, "built_on": edition.built_on} if edition else None


def _tagged(request: Request, body: bytes) -> Response:
    """A feed with a tag of its content: readers ask again and again."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=MEDIA_TYPE, headers=headers)
