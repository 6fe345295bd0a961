"""What the forms of « Compléter après vos appels » are sent to: lines to keep, a table to read."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response

from territorial_map.domain.contributions.terms import Teller
from territorial_map.domain.errors import BadParameter, SourceError
from territorial_map.services.contributions.brought_back import BroughtBack, rows_of_list
from territorial_map.services.contributions.completing import ToComplete, of_ids
from territorial_map.services.contributions.receiving import TRAP, keep_all
from territorial_map.services.matching.apart.reader import ListReader
from territorial_map.services.matching.list_files import GivenList
from territorial_map.services.site import Site
from territorial_map.web.base.answers import Seen
from territorial_map.web.base.said_fields import Filled, as_sentence
from territorial_map.web.base.texts import Texts, language_or_french
from territorial_map.web.pages.complete.answer import seen_of, waiting_by_id
from territorial_map.web.pages.complete.document import BRING, SEND, CompletingPage
from territorial_map.web.pages.complete.filled import (
    MOST_FIELDS,
    read_lines,
    read_table,
    teller_of,
)
from territorial_map.web.pages.complete.page import PAGE
from territorial_map.web.pages.complete.question import (
    OF_WHOM,
    RECEIVED,
    CompletingQuestion,
    question_in,
)
from territorial_map.web.plain.paging import LINES

_CLOSED = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
_TO_SEE = "Rien n’est encore envoyé : votre tableau n’a pas pu être lu."
Draw = Callable[[Seen], str]


def add_completing_forms(server: FastAPI, site: Site, draw: Draw) -> None:
    """Add the addresses of both forms, where the host opens contributions."""
    if not site.contributing:
        return
    reader = ListReader()

    async def send(request: Request) -> Response:
        body = (await request.body()).decode(errors="replace")
        told = dict(parse_qsl(body, max_num_fields=MOST_FIELDS))
        return await run_in_threadpool(_sent, told, site, draw)

    async def bring(request: Request) -> Response:
        t = Texts(language_or_french(request.query_params.get("lang", "")))
        body = await request.body()
        try:
            media_type = request.headers.get("content-type", "")
            given = await reader.read_list(media_type, body, completing=True)
            return await run_in_threadpool(_brought, given, site, draw, t)
        except (SourceError, BadParameter) as error:
            problem = error.problem if isinstance(error, BadParameter) else str(error)
            faults = (("form", _TO_SEE), ("file", as_sentence(problem)))
            shown = CompletingPage(CompletingQuestion(), ToComplete(), Filled(faults=faults))
            return _page(shown, site, draw, t)

    server.add_api_route(SEND, send, methods=["POST"], include_in_schema=False)
    server.add_api_route(BRING, bring, methods=["POST"], include_in_schema=False)


def _sent(values: Mapping[str, str], site: Site, draw: Draw) -> Response:
    t = Texts(language_or_french(values.get("lang", "")))
    edition, book = site.directory.current(), site.ledger.contributions
    question = _question(values.get("question", ""))
    told = BroughtBack(
        teller_of(values.get("teller", "")), values.get("source", ""), datetime.now(tz=UTC)
    )
    read = read_lines(values, told, edition, book)
    if read.filled.faults:
        whose = of_ids(edition, read.ids, len(read.ids))
        shown = CompletingPage(question, whose, read.filled, waiting_by_id(read.ids, book))
        return _page(shown, site, draw, t)
    if not values.get(TRAP):
        keep_all(read.proposals, book)
    of_whom = len({proposal.contribution.organisation for proposal in read.proposals})
    counts = ((RECEIVED, len(read.proposals)), (OF_WHOM, of_whom))
    return RedirectResponse(question.address(t, question.page, *counts), 303, _CLOSED)


def _brought(given: GivenList, site: Site, draw: Draw, t: Texts) -> Response:
    """The form as a table fills it: nothing is kept before it is sent."""
    edition, book = site.directory.current(), site.ledger.contributions
    columns, rows = rows_of_list(given, edition)
    told = BroughtBack(Teller.VISITOR, "", datetime.now(tz=UTC)).beside(rows, book)
    table = read_table(list(told.cells(rows, columns, edition)), rows, columns, LINES)
    found = {item.id: item for item in edition.listed_by_ids(tuple(set(table.ids)))}
    items = tuple(found[identity] for identity in table.ids)
    whose = ToComplete(items, len(items))
    shown = CompletingPage(
        CompletingQuestion(), whose, table.filled, waiting_by_id(table.ids, book), table
    )
    return _page(shown, site, draw, t)


def _page(shown: CompletingPage, site: Site, draw: Draw, t: Texts) -> Response:
    edition = site.directory.current().edition.id
    seen = seen_of(shown, PAGE.named(t), t, edition)
    return HTMLResponse(draw(seen), seen.status, _CLOSED)


def _question(told: str) -> CompletingQuestion:
    """Where the form was; nowhere when its address says nothing that can be read."""
    try:
        return question_in(told)
    except BadParameter:
        return CompletingQuestion()
