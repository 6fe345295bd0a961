"""The PTCE check over HTTP: a list of ids or of described members in, two blocks out."""

from fastapi import APIRouter, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.models.ptce import GroupAsked, GroupCheck, group_check
from territorial_map.api.route import refusals, router
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.ptce.law import Law
from territorial_map.services.costly_work import apart
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.check import check_for_ids, check_for_lines
from territorial_map.services.ptce.group_file import group_of_rows


def ptce_router(directory: Directory, law: Law) -> APIRouter:
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

    return routes


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
