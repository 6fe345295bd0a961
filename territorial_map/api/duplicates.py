"""Duplicates over HTTP, for operators: pairs side by side, verdicts kept beside the sources."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Request, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.partnerships import Operators
from territorial_map.domain.duplicate_verdicts import DuplicateDecision, decision_of
from territorial_map.domain.errors import Forbidden
from territorial_map.services.directory import Directory
from territorial_map.services.duplicates.answers import doubts_answer
from territorial_map.services.duplicates.review import decide, doubts
from territorial_map.store.duplicate_verdicts import VerdictFile


def duplicates_router(directory: Directory, operators: Operators) -> APIRouter:
    """What an operator reviews: every pair of the edition, and its verdict if it has one."""
    router = APIRouter(tags=["Opérateurs"], prefix="/duplicates")

    @router.get("", summary="Paires peut-être identiques, côte à côte")
    def pairs(request: Request) -> Response:
        operators.admit(request)
        return fresh_answer(doubts_answer(doubts(directory.current(), _verdicts(operators))))

    @router.post("/verdicts", summary="Décider d’une paire, pour toutes les éditions à venir")
    def keep(request: Request, body: Annotated[dict[str, Any], Body()]) -> Response:
        operators.admit(request)
        pair = (str(body.get("a_id", "")), str(body.get("b_id", "")))
        verdicts, verdict = _verdicts(operators), str(body.get("verdict", ""))
        decision = decide(directory.current(), verdicts, pair, verdict, _today())
        return fresh_answer(_values(decision))

    @router.delete("/verdicts", summary="Reprendre une décision")
    def take_back(request: Request, body: Annotated[dict[str, Any], Body()]) -> Response:
        operators.admit(request)
        pair = (str(body.get("a_id", "")), str(body.get("b_id", "")))
        asked = decision_of(*pair, "different", _today())
        return fresh_answer({"taken_back": _verdicts(operators).take_back(asked.pair)})

    return router


def _verdicts(operators: Operators) -> VerdictFile:
    if operators.verdicts is None:
        raise Forbidden("Aucun fichier de verdicts n’est réglé (TERRITORIAL_MAP_VERDICTS).")
    return operators.verdicts


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def _values(decision: DuplicateDecision) -> dict[str, str]:
    return {
        "a_id": decision.one,
        "b_id": decision.other,
        "verdict": decision.verdict.value,
        "decided_on": decision.decided_on,
    }
