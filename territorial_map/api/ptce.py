"""The PTCE check over HTTP: a list of ids or of described members in, two blocks out."""

from typing import Any

from fastapi import APIRouter, Body, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.ptce.law import Law
from territorial_map.services.directory import Directory
from territorial_map.services.ptce.answer import answer_of
from territorial_map.services.ptce.check import check_for_ids, check_for_lines
from territorial_map.services.ptce.group_file import group_of_rows

_BODY = Body(
    examples=[
        {"ids": ["finess:010001261", "siae:aci:75187049400026"], "complete": False},
        {"members": [{"name": "…", "legal_form": "association", "siren": "775544083"}]},
    ]
)
_KEYS = ("ids", "members", "complete")


def ptce_router(directory: Directory, law: Law) -> APIRouter:
    """The check of a group against article 9 and, apart, the conditions of State calls."""
    router = APIRouter(tags=["PTCE"])

    @router.post("/ptce-check", summary="Examen d’un groupe au regard des textes sur les PTCE")
    def ptce_check(body: dict[str, Any] = _BODY) -> Response:
        edition = directory.current()
        complete = _complete(body)
        if body.get("members"):
            lines = group_of_rows(_rows(body["members"]))
            checked = check_for_lines(edition, lines, complete=complete, law=law)
        else:
            checked = check_for_ids(edition, _ids(body), complete=complete, law=law)
        return fresh_answer(answer_of(checked.check, checked.could_fill))

    return router


def _complete(body: dict[str, Any]) -> bool:
    for key in body:
        if key not in _KEYS:
            raise BadParameter(key, str(body[key])[:40], "clé inconnue.", _KEYS)
    if body.get("ids") and body.get("members"):
        raise BadParameter("members", "…", "donnez « ids » ou « members », pas les deux.")
    complete = body.get("complete", False)
    if not isinstance(complete, bool):
        raise BadParameter("complete", str(complete), "vrai ou faux.", ("true", "false"))
    return complete


def _ids(body: dict[str, Any]) -> list[str]:
    ids = body.get("ids")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise BadParameter("ids", str(ids)[:40], "une liste d’identifiants est attendue.")
    return ids


def _rows(members: object) -> list[dict[str, str]]:
    if not isinstance(members, list) or not all(isinstance(row, dict) for row in members):
        raise BadParameter("members", str(members)[:40], "une liste d’objets est attendue.")
    return [{str(key): str(value) for key, value in row.items()} for row in members]
