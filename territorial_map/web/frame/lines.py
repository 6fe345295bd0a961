"""Organisations as lines of HTML, for the scripts of pages that show what a visitor keeps or found.

``POST /lignes`` takes ids and answers with today's facts and the line that every list shows:
scripts put it in place and write nothing of it themselves.
"""

from typing import Annotated, Any

import orjson
from fastapi import FastAPI, Request, Response
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic.fields import Field
from starlette.concurrency import run_in_threadpool

from territorial_map.domain.errors import BadParameter, TooLarge
from territorial_map.domain.listing import Listed
from territorial_map.services.explore.kept_organisations import MOST_LINES, Followed, followed
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.site import Site
from territorial_map.web.base.addresses import HOME
from territorial_map.web.base.html import to_html
from territorial_map.web.base.organisation_line import (
    Way,
    line_body,
    line_symbol,
    phone_or_none,
    source_in_words,
)
from territorial_map.web.base.state import PageState, search_of
from territorial_map.web.base.texts import Language, Texts
from territorial_map.web.base.wording import place_in_words, sectors_in_words, what_it_is

PATH = "/lignes"
MOST_BYTES = 2**20
MOST_ID = 300
_Id = Annotated[str, StringConstraints(min_length=1, max_length=MOST_ID)]


class DrawnLinesAsked(BaseModel):
    """The ids, the language of the words, and whether names open a new tab."""

    model_config = ConfigDict(extra="forbid", strict=True)

    ids: Annotated[list[_Id], Field(max_length=MOST_LINES)]
    lang: Annotated[str, StringConstraints(pattern="^(fr|en)$")] = "fr"
    new_tab: bool = False


def add_lines(server: FastAPI, site: Site) -> None:
    """Register the address."""

    async def lines(request: Request) -> Response:
        asked = parsed(await _body(request))
        told = await run_in_threadpool(lines_told, asked, site.directory.current())
        headers = {"Cache-Control": "no-store"}
        return Response(orjson.dumps(told), media_type="application/json", headers=headers)

    server.add_api_route(PATH, lines, methods=["POST"], include_in_schema=False)


def parsed(body: bytes) -> DrawnLinesAsked:
    """What a body asks for.

    Raises:
        BadParameter: no JSON, or a field with a value that it cannot take.
    """
    try:
        return DrawnLinesAsked.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "ids"
        problem = f"{MOST_LINES} identifiants au plus sont attendus, avec « lang » (fr ou en)."
        raise BadParameter(name, "", problem) from error


def lines_told(asked: DrawnLinesAsked, edition: OpenEdition) -> dict[str, Any]:
    """``{edition, built_on, lines}``; an id that nothing answers to has no line.

    A line has ``asked``, ``id``, ``name``, ``kind``, ``lon`` and ``lat`` (null when unknown),
    ``ended`` (why a PTCE is over, else null), the facts that files need (``siret``, ``address``,
    ``postcode``, ``commune``, ``department``, ``department_code``, ``phone``, ``website``,
    ``source``, ``vintage``), their words (``what``, ``sectors``, ``place``, ``told_phone``,
    ``told_source``), and as HTML ``symbol`` and ``html``.
    """
    t = Texts(Language(asked.lang))
    way = Way(
        lambda any_id, _name: HOME + search_of(PageState(organisation=any_id, language=t.language)),
        in_app=not asked.new_tab,
        new_tab=asked.new_tab,
    )
    found = followed(edition, asked.ids)
    return {
        "edition": edition.edition.id,
        "built_on": edition.edition.built_on,
        "lines": [_line(one, way, t) for one in found],
    }


def _line(one: Followed, way: Way, t: Texts) -> dict[str, Any]:
    item = one.listed
    point = item.point
    return {
        "asked": one.asked,
        "id": item.id,
        "name": item.name,
        "kind": item.kind.value,
        "lon": point.lon if point else None,
        "lat": point.lat if point else None,
        "ended": one.ended,
        **_facts(item),
        "what": what_it_is(item, t),
        "sectors": sectors_in_words(item, t) if item.sectors else "",
        "place": place_in_words(item, t),
        "told_phone": phone_or_none(item, t),
        "told_source": source_in_words(item, t),
        "symbol": to_html(line_symbol(item)),
        "html": to_html(line_body(item, way, t, contact=True)),
    }


def _facts(item: Listed) -> dict[str, str | None]:
    return {
        "address": item.address,
        "siret": item.siret,
        "postcode": item.postcode,
        "commune": item.commune,
        "department": item.department,
        "department_code": item.department_code,
        "phone": item.phone,
        "website": item.website,
        "source": item.source,
        "vintage": item.vintage,
    }


async def _body(request: Request) -> bytes:
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > MOST_BYTES:
            raise TooLarge(f"{MOST_LINES} identifiants au plus par demande.")
    return bytes(received)
