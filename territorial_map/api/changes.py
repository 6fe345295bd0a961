"""What changed since a date or an edition: JSON, files and an Atom feed."""

import hashlib
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator, WithJsonSchema

from territorial_map.api.answers import fresh_answer, page_links
from territorial_map.api.exports import file_answers
from territorial_map.api.gate import Gate, leaving_on_failure
from territorial_map.api.models.editions import ChangesAnswer, counts_answer, edition_mention
from territorial_map.api.parameters import FILTERED, Offset, selection_of, short, whole
from territorial_map.api.route import UNCHANGED, refusals, router
from territorial_map.api.sent_files import FileResponse
from territorial_map.domain.changes import Nature
from territorial_map.domain.errors import NotFound
from territorial_map.services.atom import MEDIA_TYPE
from territorial_map.services.directory import Directory
from territorial_map.services.editions.change_files import ChangeFormat
from territorial_map.services.editions.changes_since import changes_since, natures_of_codes
from territorial_map.services.editions.feed import Feed, atom_feed
from territorial_map.services.export.selection_words import selection_in_words

MAX_LIMIT = 500
_MOST_SINCE = 100
ONLY_ONE = "Une seule édition : rien à comparer encore."
Since = Annotated[
    str,
    Query(
        description="Une date (AAAA-MM-JJ) ou l’identifiant d’une autre édition ; l’édition "
        "d’avant sinon.",
    ),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}$"},
            ]
        }
    ),
    BeforeValidator(short("since", _MOST_SINCE)),
]
Natures = Annotated[
    tuple[str, ...],
    Query(
        description="Nature du changement ; se répète.",
        max_length=100,
        json_schema_extra={"items": {"type": "string", "enum": list(Nature.codes())}},
    ),
]
Limit = Annotated[
    int,
    Query(ge=1, le=MAX_LIMIT, description=f"Lignes par page, {MAX_LIMIT} au plus."),
    BeforeValidator(whole("limit", 1, MAX_LIMIT)),
]
Extension = Annotated[
    str,
    Path(
        description="Format du fichier.",
        json_schema_extra={"enum": list(ChangeFormat.codes())},
    ),
]


class AtomResponse(Response):
    """Told as an Atom feed by the document."""

    media_type = "application/atom+xml"


def change_router(directory: Directory, public_url: str, gate: Gate) -> APIRouter:
    """Changes of a selection between an earlier edition and the current one."""
    routes = router("editions-and-exports")

    @routes.get(
        "/changes",
        response_model=ChangesAnswer,
        responses=refusals(404),
        openapi_extra=FILTERED,
        summary="Ce qui a changé depuis une date ; `Link` donne les pages voisines",
    )
    def list_changes(
        request: Request,
        since: Since = "",
        change: Natures = (),
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Response:
        asked = changes_since(directory, since)
        page = asked.page(selection_of(request), natures_of_codes(list(change)), limit, offset)
        body: ChangesAnswer = {
            "edition": asked.edition.edition.id,
            "from": edition_mention(asked.older),
            "total": 0,
            "items": (),
        }
        if page is None:
            body["detail"] = ONLY_ONE
            return fresh_answer(body)
        body["total"], body["items"] = page.total, page.items
        body["counts"], body["limit"] = counts_answer(page.counts), limit
        body["offset"] = offset
        return fresh_answer(body, page_links(request, page.total, limit, offset))

    @routes.get(
        "/changes.atom",
        response_class=AtomResponse,
        responses=UNCHANGED | refusals(),
        openapi_extra=FILTERED,
        summary="Les changements en flux Atom",
    )
    def get_change_feed(request: Request) -> Response:
        selection = selection_of(request)
        edition = directory.current()
        words = selection_in_words(selection, edition.names)
        asked = Feed(directory.folder, edition.edition.id, selection, words, public_url)
        return tagged_feed(request, atom_feed(asked))

    @routes.get(
        "/changes.{extension}",
        response_class=Response,
        responses=file_answers(tuple(f.media_type for f in ChangeFormat)) | refusals(404, 429),
        openapi_extra=FILTERED,
        summary="Les changements en fichier",
    )
    def download_changes(
        request: Request, extension: Extension, since: Since = "", change: Natures = ()
    ) -> Response:
        if extension not in ChangeFormat.codes():
            known = ", ".join(f".{code}" for code in (*ChangeFormat.codes(), "atom"))
            raise NotFound(f"Aucun fichier « .{extension} ». Existent : {known}.")
        selection = selection_of(request)
        listed = changes_since(directory, since).file(selection, natures_of_codes(list(change)))
        if listed is None:
            raise NotFound(ONLY_ONE)
        chosen = ChangeFormat(extension)
        name = f"changements_{listed.older}_{listed.newer}.{extension}"
        with leaving_on_failure(gate.admit(gate.client_of(request))) as place:
            return FileResponse(listed.written_as(chosen), name, chosen.media_type, place)

    return routes


def tagged_feed(request: Request, body: bytes) -> Response:
    """A feed with a tag of its content: readers ask again and again."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=MEDIA_TYPE, headers=headers)
