"""Duplicates over HTTP, for operators: pairs side by side, verdicts kept beside the sources."""

from datetime import UTC, datetime

from fastapi import APIRouter, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.models.operators import (
    DoubtsAnswer,
    PairAsked,
    VerdictAsked,
    VerdictKept,
    VerdictTakenBack,
    doubts_answer,
    verdict_kept,
)
from territorial_map.api.operators import Operators
from territorial_map.api.route import OPERATOR, refusals, router
from territorial_map.domain.duplicate_verdicts import decision_of
from territorial_map.domain.errors import Forbidden
from territorial_map.services.directory import Directory
from territorial_map.services.duplicates.review import decide, doubts
from territorial_map.store.duplicate_verdicts import VerdictFile


def duplicates_router(directory: Directory, operators: Operators) -> APIRouter:
    """What an operator reviews: every pair of the edition, and its verdict if it has one."""
    routes = router("operators", "/duplicates")

    @routes.get(
        "",
        response_model=DoubtsAnswer,
        responses=refusals(401, 403),
        openapi_extra=OPERATOR,
        summary="Paires peut-être identiques, côte à côte",
    )
    def list_duplicates() -> Response:
        return fresh_answer(doubts_answer(doubts(directory.current(), _verdicts(operators))))

    @routes.post(
        "/verdicts",
        response_model=VerdictKept,
        responses=refusals(401, 403, 404, 413, 415),
        openapi_extra=OPERATOR,
        summary="Décider d’une paire, pour toutes les éditions à venir",
    )
    def decide_duplicate(body: VerdictAsked) -> Response:
        pair = (body.a_id, body.b_id)
        verdicts = _verdicts(operators)
        decision = decide(directory.current(), verdicts, pair, body.verdict, _today())
        return fresh_answer(verdict_kept(decision))

    @routes.delete(
        "/verdicts",
        response_model=VerdictTakenBack,
        responses=refusals(401, 403, 413, 415),
        openapi_extra=OPERATOR,
        summary="Reprendre une décision",
    )
    def take_back_verdict(body: PairAsked) -> Response:
        asked = decision_of(body.a_id, body.b_id, "different", _today())
        told: VerdictTakenBack = {"taken_back": _verdicts(operators).take_back(asked.pair)}
        return fresh_answer(told)

    return routes


def _verdicts(operators: Operators) -> VerdictFile:
    if operators.verdicts is None:
        raise Forbidden("Aucun fichier de verdicts n’est réglé (TERRITORIAL_MAP_VERDICTS).")
    return operators.verdicts


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
