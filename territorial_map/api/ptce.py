"""The PTCE check over HTTP: members in, two blocks out; and the dossier of a group as a file."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Response
from pydantic import BeforeValidator

from territorial_map.api.answers import fresh_answer
from territorial_map.api.exports import file_answers
from territorial_map.api.models.closed import one_of
from territorial_map.api.models.ptce import GroupCheck, group_check
from territorial_map.api.models.ptce_asked import DossierAsked, GroupAsked
from territorial_map.api.route import refusals, router
from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.ptce.law import Law
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.words import LeadWords
from territorial_map.services.ptce.check import check_for_ids, check_for_lines
from territorial_map.services.ptce.dossier import DossierAbout
from territorial_map.services.ptce.dossier_file import EXTENSIONS, MEDIA_TYPES, group_bytes
from territorial_map.services.ptce.group_file import group_of_rows
from territorial_map.services.ptce.study import study_group
from territorial_map.services.texts import Texts, language_of

DossierFile = Annotated[
    str,
    Path(description="Format du fichier.", json_schema_extra={"enum": list(EXTENSIONS)}),
    BeforeValidator(one_of("extension", EXTENSIONS)),
]


def ptce_router(directory: Directory, law: Law, public_url: str = "") -> APIRouter:
    """The check of a group against article 9 and, apart, the conditions of State calls."""
    routes = router("ptce")

    @routes.post(
        "/ptce-check",
        response_model=GroupCheck,
        responses=refusals(404, 413, 415),
        summary="Examen d’un groupe au regard des textes sur les PTCE",
    )
    async def check_ptce_group(body: GroupAsked) -> Response:
        return await apart(lambda: _checked(directory.current(), body, law))

    @routes.post(
        "/ptce-dossier.{extension}",
        response_class=Response,
        responses=file_answers(tuple(MEDIA_TYPES.values())) | refusals(404, 413, 415),
        summary="Dossier d’un groupe, avec ce que son auteur a noté (PDF, DOCX, HTML, CSV)",
    )
    async def write_ptce_dossier(extension: DossierFile, body: DossierAsked) -> Response:
        def made() -> Response:
            content = _dossier(directory.current(), body, extension, public_url)
            headers = {
                "Cache-Control": "no-store",
                "Content-Disposition": f'attachment; filename="dossier-ptce.{extension}"',
            }
            return Response(content, media_type=MEDIA_TYPES[extension], headers=headers)

        return await apart(made)

    return routes


def _dossier(edition: OpenEdition, body: DossierAsked, extension: str, public_url: str) -> bytes:
    studied = study_group(
        edition,
        dict.fromkeys(body.ids),
        complete=body.complete,
        law=edition.knowledge.law,
        pole=body.pole,
    )
    if not studied.members:
        raise NotFound(f"Aucune organisation de cette édition ne répond à : {body.ids[0]}")
    telling = LeadWords(edition.knowledge.pooling, Texts(language_of(body.lang)))
    about = DossierAbout(edition.edition, public_url + _address(body))
    return group_bytes(studied, about, telling, extension, body.noted())


def _address(body: DossierAsked) -> str:
    """Where the page shows the group."""
    told = {"from": body.pole, "complet": "1" if body.complete else ""}
    told["lang"] = "" if body.lang == "fr" else body.lang
    ids = ",".join(quote(one, safe=":") for one in dict.fromkeys(body.ids))
    rest = "".join(f"&{name}={quote(value, safe=':')}" for name, value in told.items() if value)
    return f"/ptce?ids={ids}{rest}"


def _checked(edition: OpenEdition, body: GroupAsked, law: Law) -> Response:
    if body.ids and body.members:
        raise BadParameter("members", "…", "donnez « ids » ou « members », pas les deux.")
    if body.members:
        group = group_of_rows([member.told() for member in body.members])
        checked = check_for_lines(edition, group, complete=body.complete, law=law)
    else:
        checked = check_for_ids(edition, body.ids, complete=body.complete, law=law)
    return fresh_answer(
        group_check(checked.check, checked.could_fill, checked.notes, checked.poles)
    )
