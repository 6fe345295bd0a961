"""What the form « Compléter ou corriger » is sent to: kept, then the page that says so."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response

from territorial_map.services.contributions.receiving import TRAP, keep
from territorial_map.services.site import Site
from territorial_map.web.base.addresses import contribute_path, in_language
from territorial_map.web.base.answers import Seen
from territorial_map.web.base.texts import Texts, language_or_french
from territorial_map.web.pages.contribute.answer import SENT, form_page
from territorial_map.web.pages.contribute.filled import NAMES, read_form

SEND = "/contributions"
_CLOSED = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


def add_contribution_form(server: FastAPI, site: Site, draw: Callable[[Seen], str]) -> None:
    """Add the address of the form, where the host opens contributions; ``draw`` writes a page."""
    if not site.contributing:
        return

    async def send(request: Request) -> Response:
        told = parse_qsl((await request.body()).decode(errors="replace"), max_num_fields=100)
        return await run_in_threadpool(_sent, dict(told), site, draw)

    server.add_api_route(SEND, send, methods=["POST"], include_in_schema=False)


def _sent(values: dict[str, str], site: Site, draw: Callable[[Seen], str]) -> Response:
    t = Texts(language_or_french(values.get("lang", "")))
    edition = site.directory.current()
    organisation = edition.organisation(values.get("organisation", "")[:300])
    read = read_form({name: values.get(name, "") for name in NAMES}, edition, datetime.now(tz=UTC))
    if read.filled.faults:
        seen = form_page(organisation, read.filled, site, t)
        return HTMLResponse(draw(seen), seen.status, _CLOSED)
    for proposal in read.proposals:
        keep(proposal, site.ledger.contributions, trapped=bool(values.get(TRAP)))
    path = f"{contribute_path(organisation.id)}?{SENT}={len(read.proposals)}"
    return RedirectResponse(in_language(path, t.language), 303, _CLOSED)
