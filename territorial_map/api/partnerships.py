"""Partnerships over HTTP: of an organisation, of a selection, in groups; operators' dismissals."""

import hmac
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response

from territorial_map.api.answers import fresh_answer
from territorial_map.api.requests import FILTERED, selection_of, whole
from territorial_map.domain.errors import BadParameter, Forbidden
from territorial_map.domain.pooling.rulebook import Rulebook
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.ledger.dismissals import Dismissal, Ledger, dismissal_of
from territorial_map.services.directory import Directory
from territorial_map.services.explore.query_string import numbers_of
from territorial_map.services.partnerships.answers import (
    groups_answer,
    partners_answer,
    strongest_answer,
)
from territorial_map.services.partnerships.dismissed import (
    refused_pairs,
    strongest_without_dismissed,
    without_dismissed,
)
from territorial_map.services.partnerships.labels import labels_csv, labels_of
from territorial_map.services.partnerships.partners import (
    MOST_PARTNERS,
    MOST_STRONGEST,
    groups_in,
    groups_of,
    partners_of,
    strongest_in,
)
from territorial_map.store.duplicate_verdicts import VerdictFile

Pooling = Annotated[list[str] | None, Query()]


def categories_of(values: list[str] | None) -> tuple[PoolingCategory, ...]:
    """The asked categories, in their declared order; none asked means all.

    Raises:
        BadParameter: an unknown category, with the accepted ones.
    """
    for value in values or ():
        if value not in PoolingCategory.codes():
            raise BadParameter("pooling", value, "valeur inconnue.", PoolingCategory.codes())
    return tuple(category for category in PoolingCategory if category.value in (values or ()))


def category_of(values: list[str] | None) -> PoolingCategory:
    """The one category that a question about groups is about.

    Raises:
        BadParameter: none, several, or an unknown one.
    """
    asked = categories_of(values)
    if len(asked) != 1:
        problem = "une seule catégorie est attendue."
        raise BadParameter("pooling", str(len(asked)), problem, PoolingCategory.codes())
    return asked[0]


def _radius(text: str) -> float | None:
    return numbers_of("radius_km", text, 1)[0] if text else None


def partnership_router(directory: Directory, ledger: Ledger) -> APIRouter:
    """Partners of one, strongest pairs of a selection, groups around one."""
    router = APIRouter(tags=["Partenariats"])

    @router.get("/organisations/{organisation_id}/partners", summary="Partenariats possibles")
    def partners(
        organisation_id: str,
        pooling: Pooling = None,
        radius_km: Annotated[str, Query()] = "",
        limit: Annotated[str, Query()] = "10",
    ) -> Response:
        most = whole("limit", limit, 1, MOST_PARTNERS)
        dismissals = frozenset(ledger.dismissals())
        found = partners_of(
            directory.current(),
            organisation_id,
            categories_of(pooling),
            _radius(radius_km),
            min(MOST_PARTNERS, most + _dismissed_of(organisation_id, dismissals)),
        )
        return fresh_answer(
            partners_answer(without_dismissed(found, dismissals, most), directory.knowledge.pooling)
        )

    @router.get("/organisations/{organisation_id}/groups", summary="Groupes possibles")
    def groups(
        organisation_id: str, pooling: Pooling = None, radius_km: Annotated[str, Query()] = ""
    ) -> Response:
        category = category_of(pooling)
        refused = refused_pairs(ledger.dismissals(), category)
        found = groups_of(
            directory.current(), organisation_id, category, _radius(radius_km), refused
        )
        return fresh_answer(groups_answer(found, directory.knowledge.pooling))

    @router.get("/partnerships", openapi_extra=FILTERED, summary="Paires d’une sélection")
    def partnerships(
        request: Request, pooling: Pooling = None, limit: Annotated[str, Query()] = "50"
    ) -> Response:
        found = strongest_in(
            directory.current(),
            selection_of(request, "pooling", "limit"),
            categories_of(pooling),
            whole("limit", limit, 1, MOST_STRONGEST),
        )
        kept = strongest_without_dismissed(found, frozenset(ledger.dismissals()))
        return fresh_answer(strongest_answer(kept, directory.knowledge.pooling))

    @router.get("/partnerships/groups", openapi_extra=FILTERED, summary="Groupes d’une sélection")
    def groups_within(request: Request, pooling: Pooling = None) -> Response:
        category = category_of(pooling)
        refused = refused_pairs(ledger.dismissals(), category)
        selection = selection_of(request, "pooling")
        found = groups_in(directory.current(), selection, category, refused)
        return fresh_answer(groups_answer(found, directory.knowledge.pooling))

    return router


@dataclass(frozen=True, slots=True)
class Operators:
    """Where operators' decisions are kept, and the secret that opens their mode; empty = off.

    ``verdicts`` is the file of those on duplicates; none = they cannot be reviewed here.
    """

    ledger: Ledger
    secret: str = ""
    verdicts: VerdictFile | None = None

    def admit(self, request: Request) -> None:
        """Let an operator pass (``Authorization: Bearer <secret>``).

        Raises:
            Forbidden: operator mode is off, or the secret is not the one.
        """
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not self.secret or not hmac.compare_digest(given.encode(), self.secret.encode()):
            raise Forbidden("Réservé au mode opérateur (réglage TERRITORIAL_MAP_OPERATOR_SECRET).")


def operator_router(directory: Directory, operators: Operators) -> APIRouter:
    """What operators decide for all: pairs that are not relevant, and the labels they make."""
    router = APIRouter(tags=["Opérateurs"], prefix="/partnerships")

    ledger = operators.ledger

    @router.get("/dismissals", summary="Paires écartées par les opérateurs")
    def dismissals(request: Request) -> Response:
        operators.admit(request)
        labels = labels_of(ledger.decisions(), directory.current())
        return fresh_answer(
            {"dismissals": [_told(label, directory.knowledge.pooling) for label in labels]}
        )

    @router.get("/dismissals.csv", summary="Les mêmes, en étiquettes (note 0)")
    def labels_file(request: Request) -> Response:
        operators.admit(request)
        text = labels_csv(labels_of(ledger.decisions(), directory.current()))
        headers = {
            "Content-Disposition": 'attachment; filename="paires-ecartees.csv"',
            "Cache-Control": "no-store",
        }
        return Response(text, media_type="text/csv; charset=utf-8", headers=headers)

    @router.post("/dismissals", summary="Écarter une paire pour tous")
    def dismiss(request: Request, body: Annotated[dict[str, Any], Body()]) -> Response:
        operators.admit(request)
        asked = _dismissal_in(body)
        edition = directory.current()
        one, other = (edition.organisation(any_id).id for any_id in (asked.a_id, asked.b_id))
        dismissal = dismissal_of(one, other, asked.pooling)
        kept = ledger.dismiss(dismissal, str(body.get("reason", "")))
        return fresh_answer({"kept": kept} | _values(dismissal))

    @router.delete("/dismissals", summary="Reprendre une paire écartée")
    def restore(request: Request, body: Annotated[dict[str, Any], Body()]) -> Response:
        operators.admit(request)
        dismissal = _dismissal_in(body)
        return fresh_answer({"restored": ledger.restore(dismissal)} | _values(dismissal))

    return router


def _dismissed_of(organisation_id: str, dismissals: frozenset[Dismissal]) -> int:
    return sum(organisation_id in {d.a_id, d.b_id} for d in dismissals)


def _dismissal_in(body: dict[str, Any]) -> Dismissal:
    texts = {name: str(body.get(name, "")) for name in ("a_id", "b_id", "pooling")}
    (category,) = categories_of([texts["pooling"]])
    return dismissal_of(texts["a_id"], texts["b_id"], category)


def _told(label: dict[str, Any], rules: Rulebook) -> dict[str, str]:
    """A label as the operators' page reads it."""
    category = PoolingCategory(label["pooling"])
    frame = rules.frame(category)
    return {
        "a_id": label["focal_id"],
        "b_id": label["other_id"],
        "pooling": category.value,
        "a_name": label["focal_name"],
        "b_name": label["other_name"],
        "pooling_fr": frame.name.fr,
        "pooling_en": frame.name.en,
        "decided_on": label["decided_on"],
    }


def _values(dismissal: Dismissal) -> dict[str, str]:
    return {"a_id": dismissal.a_id, "b_id": dismissal.b_id, "pooling": dismissal.pooling.value}
