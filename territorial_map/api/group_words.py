"""« Même groupe », « pas le même » over HTTP: said by operators, heard by every list of leads."""

from fastapi import APIRouter, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.models.group_words import (
    GroupWordAsked,
    GroupWordKept,
    GroupWordList,
    GroupWordTakenBack,
    group_words_answer,
    said_pair,
)
from territorial_map.api.operators import Operators
from territorial_map.api.route import OPERATOR, refusals, router
from territorial_map.ledger.group_words import GroupSaid, GroupWord, group_word_of
from territorial_map.services.directory import Directory
from territorial_map.services.partnerships.group_word_list import told_words


def group_word_router(directory: Directory, operators: Operators) -> APIRouter:
    """What operators say of groups, for all."""
    routes = router("operators", "/partnerships")
    ledger = operators.ledger

    @routes.get(
        "/group-words",
        response_model=GroupWordList,
        responses=refusals(401, 403),
        openapi_extra=OPERATOR,
        summary="Paires dites du même groupe, ou non",
    )
    def list_group_words() -> Response:
        told = told_words(ledger.group_decisions(), directory.current())
        return fresh_answer(group_words_answer(told))

    @routes.post(
        "/group-words",
        response_model=GroupWordKept,
        responses=refusals(401, 403, 404, 413, 415),
        openapi_extra=OPERATOR,
        summary="Dire pour tous si deux organisations sont du même groupe",
    )
    def say_group(body: GroupWordAsked) -> Response:
        edition = directory.current()
        one, other = (edition.organisation(any_id).id for any_id in (body.a_id, body.b_id))
        word = group_word_of(one, other, GroupSaid(body.said))
        told: GroupWordKept = {"kept": ledger.say_group(word, body.reason), **said_pair(word)}
        return fresh_answer(told)

    @routes.delete(
        "/group-words",
        response_model=GroupWordTakenBack,
        responses=refusals(401, 403, 413, 415),
        openapi_extra=OPERATOR,
        summary="Reprendre ce qui est dit d’une paire",
    )
    def unsay_group(body: GroupWordAsked) -> Response:
        word: GroupWord = group_word_of(body.a_id, body.b_id, GroupSaid(body.said))
        told: GroupWordTakenBack = {"taken_back": ledger.unsay_group(word), **said_pair(word)}
        return fresh_answer(told)

    return routes
