"""Files of a territory: the note to edit, every table of it, the sheet to correct by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BeforeValidator

from territorial_map.api.exports import file_answers
from territorial_map.api.models.closed import one_of
from territorial_map.api.parameters import EDITION, LANG, documented
from territorial_map.api.portraits import (
    ALIKE_ASKED,
    NAMED,
    PortraitCode,
    PortraitLevel,
    asked_place,
    chosen_of,
)
from territorial_map.api.route import refusals, router
from territorial_map.domain.language.languages import Language
from territorial_map.services.costly_work import apart
from territorial_map.services.portrait.place import portrait_path
from territorial_map.services.site import Site
from territorial_map.services.territory_note.files import NOTE_FILES, SHEET_FILES, NoteFile
from territorial_map.services.territory_note.note import NoteAsked, note_of
from territorial_map.services.texts import language_of

NoteExtension = Annotated[
    str,
    Path(description="Format du fichier.", json_schema_extra={"enum": list(NOTE_FILES)}),
    BeforeValidator(one_of("extension", tuple(NOTE_FILES))),
]
SheetExtension = Annotated[
    str,
    Path(description="Format du fichier.", json_schema_extra={"enum": list(SHEET_FILES)}),
    BeforeValidator(one_of("extension", tuple(SHEET_FILES))),
]

_LONGEST_CODE = 40  # that of a group has as many codes as it has communes


def territory_note_router(site: Site) -> APIRouter:
    """The files of a territory, made when they are asked for, in a thread of costly work."""
    routes = router("territories")

    @routes.get(
        "/territories/{level}/{code}/note.{extension}",
        response_class=Response,
        responses=_files(NOTE_FILES) | refusals(404, 429),
        openapi_extra=documented(ALIKE_ASKED, NAMED, LANG, EDITION),
        summary="Note d’un territoire, à modifier (DOCX, PDF), et tous ses tableaux (XLSX)",
    )
    async def get_note(
        request: Request, level: PortraitLevel, code: PortraitCode, extension: NoteExtension
    ) -> Response:
        asked = _FileAsked(level, code, "note", extension)
        return await apart(lambda: _made(site, request, asked, NOTE_FILES[extension]))

    @routes.get(
        "/territories/{level}/{code}/review-sheet.{extension}",
        response_class=Response,
        responses=_files(SHEET_FILES) | refusals(404, 429),
        openapi_extra=documented(ALIKE_ASKED, NAMED, LANG, EDITION),
        summary="Fiche de relecture d’un territoire : une ligne par organisation, à corriger",
    )
    async def get_review_sheet(
        request: Request, level: PortraitLevel, code: PortraitCode, extension: SheetExtension
    ) -> Response:
        asked = _FileAsked(level, code, "relecture", extension)
        return await apart(lambda: _made(site, request, asked, SHEET_FILES[extension]))

    return routes


def _files(files: Mapping[str, NoteFile]) -> dict[int | str, dict[str, object]]:
    return dict(file_answers(tuple(one.media_type for one in files.values())))


@dataclass(frozen=True, slots=True)
class _FileAsked:
    """Which file of which territory a path asks for."""

    level: str
    code: str
    what: str
    extension: str

    @property
    def name(self) -> str:
        """« note-epci-200068781.docx »."""
        return f"{self.what}-{self.level}-{self.code[:_LONGEST_CODE]}.{self.extension}"


def _made(site: Site, request: Request, told: _FileAsked, file: NoteFile) -> Response:
    edition = site.directory.current()
    territory = asked_place(request, edition, told.level, told.code)
    asked = NoteAsked(
        territory,
        site.public_url + portrait_path(territory),
        chosen_of(request, territory, edition),
        site.ledger.said(),
        language_of(request.query_params.get("lang", Language.FRENCH.value)),
    )
    headers = {
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex, nofollow",
        "Content-Disposition": f'attachment; filename="{told.name}"',
    }
    body = file.make(note_of(edition, asked))
    return Response(body, media_type=file.media_type, headers=headers)
