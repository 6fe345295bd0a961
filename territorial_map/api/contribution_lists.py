"""Lists that complete pages over HTTP: a table to fill during calls, and the same brought back."""

from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any, Literal

from anyio import to_thread
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import fresh_answer
from territorial_map.api.contributions import CLOSED
from territorial_map.api.exports import file_answers
from territorial_map.api.gate import Gate, leaving_on_failure
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.contribution_lists import ListBroughtBack, list_brought_back
from territorial_map.api.parameters import FILTERS, LANG, documented, selection_of, short
from territorial_map.api.route import expect_type, refusals, router
from territorial_map.api.sent_files import ExportResponse
from territorial_map.api.uploads import body_within
from territorial_map.domain.contributions.contribution import MOST_SOURCE
from territorial_map.domain.contributions.terms import Teller
from territorial_map.domain.errors import Forbidden, NotFound
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import usual_order
from territorial_map.services.contributions.brought_back import BroughtBack, visitors_cells
from territorial_map.services.contributions.completing import (
    MOST_IDS,
    PATH,
    TABLE_FORMATS,
    completing_table,
    of_ids,
    of_selection,
)
from territorial_map.services.contributions.receiving import keep_all
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.matching.apart.reader import ListReader
from territorial_map.services.matching.list_files import MOST_BYTES, GivenList
from territorial_map.services.site import Site
from territorial_map.services.texts import language_of

_MOST_IDS_TEXT = 2**14
_MULTIPART = "multipart/form-data"
_FILE: dict[str, Any] = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "CSV, XLSX ou ODS."}
    },
}
_BODY = {"content": {_MULTIPART: {"schema": _FILE}}, "required": True}
Ids = Annotated[
    str,
    Query(
        description=f"Identifiants, par virgules, {MOST_IDS} au plus ; sinon les filtres, dont "
        "sont gardées celles dont l’activité n’est pas renseignée.",
        max_length=_MOST_IDS_TEXT,
    ),
    BeforeValidator(short("ids", _MOST_IDS_TEXT)),
]
Extension = Annotated[
    str,
    Path(description="Format du fichier.", json_schema_extra={"enum": list(TABLE_FORMATS)}),
]
TellerAsked = Annotated[
    str,
    Query(description="Qui le dit.", json_schema_extra={"enum": list(Teller.codes())}),
    BeforeValidator(one_of("teller", Teller.codes())),
]
Source = Annotated[
    str,
    Query(description="D’où on le sait.", max_length=MOST_SOURCE),
    BeforeValidator(short("source", MOST_SOURCE)),
]
Keep = Annotated[Literal["yes", "no"], Query(description="`no` : dire la suite, ne rien garder.")]


def contribution_list_router(site: Site, gate: Gate) -> APIRouter:
    """The table to fill, and what becomes of it; it is read in a process of its own."""
    routes = router("contributions")
    reader = ListReader()

    @routes.get(
        "/contributions/table.{extension}",
        response_class=Response,
        responses=file_answers(tuple(FORMATS[code].media_type for code in TABLE_FORMATS))
        | refusals(404, 429),
        openapi_extra=documented(*FILTERS, LANG),
        summary="Tableau à compléter pendant des appels, et à rapporter",
    )
    def get_table_to_fill(request: Request, extension: Extension, ids: Ids = "") -> Response:
        if extension not in TABLE_FORMATS:
            known = ", ".join(f".{code}" for code in TABLE_FORMATS)
            raise NotFound(f"Aucun tableau « .{extension} ». Existent : {known}.")
        edition = site.directory.current()
        if ids:
            whose = of_ids(edition, ids.split(","), MOST_IDS)
        else:
            asked = selection_of(request)
            whose = of_selection(edition, asked, usual_order(asked), MOST_IDS)
        language = language_of(request.query_params.get("lang", Language.FRENCH.value))
        link = f"{site.public_url}{PATH}?{request.url.query}"
        with leaving_on_failure(gate.admit(gate.client_of(request))) as place:
            table = completing_table(edition, whose, link, language)
            return ExportResponse(table, FORMATS[extension], place)

    @routes.post(
        "/contributions/list",
        response_model=ListBroughtBack,
        responses=refusals(403, 413, 415, 429),
        openapi_extra={"requestBody": _BODY},
        summary="Compléter des fiches par une liste : la suite de chaque cellule",
    )
    async def send_contribution_list(
        request: Request,
        teller: TellerAsked = Teller.PARTNER.value,
        source: Source = "",
        keep: Keep = "yes",
    ) -> Response:
        if not site.contributing:
            raise Forbidden(CLOSED)
        expect_type(request, _MULTIPART)
        body = await body_within(request, MOST_BYTES)
        media_type = request.headers.get("content-type", "")
        given = await reader.read_list(media_type, body, completing=True)
        del body
        told = BroughtBack(Teller(teller), source, datetime.now(tz=UTC))
        return await to_thread.run_sync(partial(_answered, site, given, told, kept=keep == "yes"))

    return routes


def _answered(site: Site, given: GivenList, told: BroughtBack, *, kept: bool) -> Response:
    edition, book = site.directory.current(), site.ledger.contributions
    cells = visitors_cells(given, told, edition, book)
    if kept:
        keep_all((cell.proposal for cell in cells if cell.proposal), book)
    return fresh_answer(list_brought_back(cells, edition.edition.id, kept=kept))
