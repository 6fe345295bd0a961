"""Files over HTTP: selections, partner lists, lists of a browser; limited, closed to robots."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import fresh_answer, parameters_of
from territorial_map.api.gate import Gate, leaving_on_failure
from territorial_map.api.models.chosen_lists import ChosenListAsked
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.editions import ExportAbout, export_about
from territorial_map.api.parameters import (
    EDITION,
    FILTERS,
    LANG,
    PARTNERS_ASKED,
    SortOrder,
    documented,
    selection_of,
    short,
)
from territorial_map.api.route import refusals, router
from territorial_map.api.sent_files import CLOSED, ExportResponse
from territorial_map.domain.errors import NotFound
from territorial_map.domain.language.languages import Language
from territorial_map.domain.listing import Order, usual_order
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.export.cells import Column
from territorial_map.services.export.chosen_list import LIST_COLUMNS, list_table
from territorial_map.services.export.columns import COLUMNS
from territorial_map.services.export.row_unit import RowsPer
from territorial_map.services.export.table import TRADE_GROUP, ExportTable
from territorial_map.services.export.tables import export_table
from territorial_map.services.export_formats.catalogue import FORMATS
from territorial_map.services.partner_lists.columns import PARTNER_COLUMNS
from territorial_map.services.partner_lists.partner_query import asked_from_query
from territorial_map.services.partner_lists.table import partner_table
from territorial_map.services.texts import language_of

_MOST_COLUMNS = 1_000


def _chosen(columns: tuple[Column, ...]) -> Any:  # noqa: ANN401 - as FastAPI types its own
    one = "|".join(column.key for column in columns)
    return Query(
        description="Clés de colonnes, dans l’ordre voulu, par virgules.",
        json_schema_extra={"pattern": f"^({one})(,({one}))*$", "maxLength": _MOST_COLUMNS},
    )


Columns = Annotated[
    str, _chosen((*COLUMNS, TRADE_GROUP)), BeforeValidator(short("columns", _MOST_COLUMNS))
]
PartnerColumns = Annotated[
    str, _chosen(PARTNER_COLUMNS), BeforeValidator(short("columns", _MOST_COLUMNS))
]
ListColumns = Annotated[
    str, _chosen(LIST_COLUMNS), BeforeValidator(short("columns", _MOST_COLUMNS))
]
Rows = Annotated[
    str,
    Query(
        description="Une ligne par site, ou par personne morale.",
        json_schema_extra={"enum": list(RowsPer.codes())},
    ),
    BeforeValidator(one_of("rows", RowsPer.codes())),
]
Extension = Annotated[
    str,
    Path(
        description="Format du fichier.",
        json_schema_extra={"enum": list(FORMATS)},
    ),
]


@dataclass(frozen=True, slots=True)
class Exports:
    """What exports are made of, and the gate that they pass."""

    directory: Directory
    ledger: Ledger
    public_url: str
    gate: Gate

    def selection(self, request: Request, order: str, rows: str) -> ExportTable:
        """The table of a request's selection.

        Raises:
            BadParameter: an unknown value.
        """
        selection = selection_of(request)
        return export_table(
            self.directory.current(),
            selection,
            Order(order) if order else usual_order(selection),
            RowsPer(rows),
            self.public_url,
            _language(request),
        )

    def partners(self, request: Request) -> ExportTable:
        """The table of a request's partner list.

        Raises:
            BadParameter: an unknown value.
            NotFound: no organisation or commune answers to the centre.
        """
        asked = asked_from_query(parameters_of(request))
        dismissals = self.ledger.said()
        return partner_table(
            self.directory.current(), asked, self.public_url, dismissals, _language(request)
        )

    def chosen(self, request: Request, body: ChosenListAsked) -> ExportTable:
        """The table of a browser's list."""
        return list_table(
            self.directory.current(), body.chosen(), self.public_url, _language(request)
        )

    def sent(self, request: Request, extension: str, make: Callable[[], ExportTable]) -> Response:
        """The file of a table, let in first, read while it is sent.

        Raises:
            NotFound: no such format.
            TooMany: the client must wait.
            TooLarge: the format cannot hold so many rows.
        """
        if extension not in FORMATS:
            known = ", ".join(f".{code}" for code in FORMATS)
            raise NotFound(f"Aucun export « .{extension} ». Existent : {known}.")
        with leaving_on_failure(self.gate.admit(self.gate.client_of(request))) as place:
            return ExportResponse(make(), FORMATS[extension], place)


def file_answers(media_types: tuple[str, ...]) -> dict[int | str, dict[str, Any]]:
    """A 200 of one of several media types, as the document tells it."""
    content = {_bare(each): _content(_bare(each)) for each in media_types}
    return {200: {"description": "Le fichier.", "content": content}}


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0]


def _content(media_type: str) -> dict[str, Any]:
    """Files of text are told as text, JSON as objects, the others as bytes."""
    if "json" in media_type:
        return {"schema": {"type": "object"}}
    text = media_type.startswith("text/") or "xml" in media_type
    return {"schema": {"type": "string"} if text else {"type": "string", "format": "binary"}}


_FILES = file_answers(tuple(each.media_type for each in FORMATS.values()))


def export_router(exports: Exports) -> APIRouter:
    """The addresses of files, and of what the dialog must know before asking one."""
    routes = router("editions-and-exports")

    @routes.get(
        "/export.{extension}",
        response_class=Response,
        responses=_FILES | refusals(404, 413, 429),
        openapi_extra=documented(*FILTERS, EDITION, LANG),
        summary="Export de la sélection",
    )
    def export_selection(
        request: Request,
        extension: Extension,
        order: SortOrder = "",
        rows: Rows = RowsPer.SITE.value,
        columns: Columns = "",
    ) -> Response:
        return exports.sent(
            request, extension, lambda: _keeping(exports.selection(request, order, rows), columns)
        )

    @routes.get(
        "/export/partners.{extension}",
        response_class=Response,
        responses=_FILES | refusals(404, 413, 429),
        openapi_extra=documented(*PARTNERS_ASKED, EDITION, LANG),
        summary="Export des partenaires locaux",
    )
    async def export_partners(
        request: Request, extension: Extension, columns: PartnerColumns = ""
    ) -> Response:
        def made() -> Response:
            return exports.sent(
                request, extension, lambda: _keeping(exports.partners(request), columns)
            )

        return await apart(made)

    @routes.post(
        "/export/list.{extension}",
        response_class=Response,
        responses=_FILES | refusals(404, 413, 415, 429),
        openapi_extra=documented(LANG),
        summary="Export d’une liste du navigateur",
    )
    def export_list(
        request: Request, extension: Extension, body: ChosenListAsked, columns: ListColumns = ""
    ) -> Response:
        return exports.sent(
            request, extension, lambda: _keeping(exports.chosen(request, body), columns)
        )

    @routes.get(
        "/export/about/selection",
        response_model=ExportAbout,
        responses=refusals(),
        openapi_extra=documented(*FILTERS, EDITION, LANG),
        summary="Ce que l’export d’une sélection tiendrait : comptes et colonnes",
    )
    def describe_selection_export(request: Request, order: SortOrder = "") -> Response:
        return _told({rows: exports.selection(request, order, rows.value) for rows in RowsPer})

    @routes.get(
        "/export/about/partners",
        response_model=ExportAbout,
        responses=refusals(404),
        openapi_extra=documented(*PARTNERS_ASKED, EDITION, LANG),
        summary="Ce que l’export de partenaires locaux tiendrait",
    )
    async def describe_partners_export(request: Request) -> Response:
        return await apart(lambda: _told({RowsPer.PERSON: exports.partners(request)}))

    @routes.post(
        "/export/about/list",
        response_model=ExportAbout,
        responses=refusals(413, 415),
        openapi_extra=documented(LANG),
        summary="Ce que l’export d’une liste tiendrait",
    )
    def describe_list_export(request: Request, body: ChosenListAsked) -> Response:
        return _told({RowsPer.SITE: exports.chosen(request, body)})

    return routes


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
    answer = fresh_answer(export_about(tables))
    answer.headers["X-Robots-Tag"] = CLOSED["X-Robots-Tag"]
    return answer
