"""Files over HTTP: selections, partner lists, lists of a browser; limited, closed to robots."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Annotated, Any, cast

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from territorial_map.api.answers import fresh_answer, parameters_of
from territorial_map.api.gate import Gate
from territorial_map.api.requests import FILTERED, choice, selection_of
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.export.chosen_list import chosen_from, list_table
from territorial_map.services.export.formats import ExportFormat, RowsPer
from territorial_map.services.export.table import ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.partner_lists.partner_query import KNOWN, asked_from_query
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.services.texts import language_of

CLOSED = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
_KINDS = ("selection", "partners")
_OWN = ("order", "rows", "columns", "lang")
Lang = Annotated[str, Query(description="Langue du fichier : fr ou en.")]
Columns = Annotated[str, Query(description="Clés de colonnes, dans l’ordre voulu, par virgules.")]


@dataclass(frozen=True, slots=True)
class Exports:
    """What exports are made of, and the gate that they pass."""

    directory: Directory
    ledger: Ledger
    public_url: str
    gate: Gate

    def selection(self, request: Request, order: str, rows: str, *own: str) -> ExportTable:
        """The table of a request's selection.

        Raises:
            BadParameter: an unknown parameter or value.
        """
        selection = selection_of(request, *_OWN, *own)
        sorting = order or ("distance" if selection.around else "name")
        return export_table(
            self.directory.current(),
            selection,
            Order(choice("order", sorting, Order.codes())),
            RowsPer(choice("rows", rows, RowsPer.codes())),
            self.public_url,
            _language(request),
        )

    def partners(self, request: Request, *own: str) -> ExportTable:
        """The table of a request's partner list.

        Raises:
            BadParameter: an unknown parameter or value.
            NotFound: no organisation or commune answers to the centre.
        """
        known = {*KNOWN, "edition", "lang", *own}
        for name, value in request.query_params.multi_items():
            if name not in known:
                raise BadParameter(name, value, "paramètre inconnu.", sorted(known))
        asked = asked_from_query(parameters_of(request))
        dismissals = frozenset(self.ledger.dismissals())
        return partner_table(
            self.directory.current(), asked, self.public_url, dismissals, _language(request)
        )

    def chosen(self, request: Request, body: Mapping[str, Any]) -> ExportTable:
        """The table of a browser's list.

        Raises:
            BadParameter: the body has another shape.
        """
        return list_table(
            self.directory.current(), chosen_from(body), self.public_url, _language(request)
        )

    def sent(self, request: Request, extension: str, make: Callable[[], ExportTable]) -> Response:
        """The file of a table, let in first, read while it is sent.

        Raises:
            NotFound: no such format.
            TooMany: the client must wait.
            TooLarge: the format cannot hold so many rows.
        """
        if extension not in ExportFormat.codes():
            known = ", ".join(f".{code}" for code in ExportFormat.codes())
            raise NotFound(f"Aucun export « .{extension} ». Existent : {known}.")
        leave = self.gate.admit(self.gate.client_of(request))
        try:
            return ExportResponse(make(), ExportFormat(extension), leave)
        except BaseException:
            leave()
            raise


class FileResponse(StreamingResponse):
    """A file that stops being made when the client leaves, and says then that it has ended."""

    def __init__(
        self, chunks: Iterator[bytes], name: str, media_type: str, leave: Callable[[], None]
    ) -> None:
        self._chunks = cast("Generator[bytes]", chunks)
        self._leave = leave
        headers = CLOSED | {"Content-Disposition": f'attachment; filename="{name}"'}
        super().__init__(self._chunks, media_type=media_type, headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send; whatever happens, close the reading and free the place."""
        try:
            with closing(self._chunks):
                await super().__call__(scope, receive, send)
        finally:
            self._leave()


class ExportResponse(FileResponse):
    """The file of a table; a header says how many rows it has."""

    def __init__(self, table: ExportTable, chosen: ExportFormat, leave: Callable[[], None]) -> None:
        chunks = table.written_as(chosen)
        super().__init__(chunks, table.file_name(chosen), chosen.media_type, leave)
        self.headers["X-Rows"] = str(table.about.rows)


def export_router(exports: Exports) -> APIRouter:
    """The addresses of files, and of what the dialog must know before asking one."""
    router = APIRouter(tags=["Éditions et exports"], dependencies=[Depends(_known_language)])

    @router.get("/export.{extension}", openapi_extra=FILTERED, summary="Export de la sélection")
    def export(
        request: Request,
        extension: str,
        order: Annotated[str, Query()] = "",
        rows: Annotated[str, Query()] = "site",
        columns: Columns = "",
    ) -> Response:
        return exports.sent(
            request, extension, lambda: _keeping(exports.selection(request, order, rows), columns)
        )

    @router.get("/export/partners.{extension}", summary="Export des partenaires locaux")
    def partners(
        request: Request,
        extension: str,
        columns: Columns = "",
    ) -> Response:
        return exports.sent(
            request, extension, lambda: _keeping(exports.partners(request, "columns"), columns)
        )

    @router.post("/export/list.{extension}", summary="Export d’une liste du navigateur")
    def chosen(
        request: Request,
        extension: str,
        body: Annotated[dict[str, Any], Body()],
        columns: Columns = "",
    ) -> Response:
        return exports.sent(
            request, extension, lambda: _keeping(exports.chosen(request, body), columns)
        )

    @router.get("/export/about/{kind}", summary="Ce qu’un export tiendrait : comptes et colonnes")
    def about(request: Request, kind: str, order: Annotated[str, Query()] = "") -> Response:
        if choice("kind", kind, _KINDS) == "partners":
            return _told({RowsPer.PERSON: exports.partners(request)})
        return _told({rows: exports.selection(request, order, rows.value) for rows in RowsPer})

    @router.post("/export/about/list", summary="Ce que l’export d’une liste tiendrait")
    def about_list(request: Request, body: Annotated[dict[str, Any], Body()]) -> Response:
        return _told({RowsPer.SITE: exports.chosen(request, body)})

    return router


def _known_language(lang: Lang = Language.FRENCH.value) -> None:
    """Described with every export, and refused before anything is made."""
    language_of(lang)


def _language(request: Request) -> Language:
    """The language asked for, French by default.

    Raises:
        BadParameter: no such language.
    """
    return language_of(request.query_params.get("lang", Language.FRENCH.value))


def _keeping(table: ExportTable, columns: str) -> ExportTable:
    keys = [key.strip() for key in columns.split(",") if key.strip()]
    return table.keeping(keys) if keys else table


def _told(tables: Mapping[RowsPer, ExportTable]) -> Response:
    first = next(iter(tables.values())).about
    answer = fresh_answer(
        {
            "title": first.title,
            "query": first.query,
            "edition": first.edition.id,
            "notes": list(first.notes),
            "per": {
                rows.value: {
                    "rows": table.about.rows,
                    "found": table.about.found,
                    "columns": [
                        {"key": c.key, "heading": c.heading, "always": c.key in table.always_kept}
                        for c in table.columns
                    ],
                }
                for rows, table in tables.items()
            },
            "most_rows": {chosen.value: chosen.most_rows for chosen in ExportFormat},
        }
    )
    answer.headers["X-Robots-Tag"] = CLOSED["X-Robots-Tag"]
    return answer
