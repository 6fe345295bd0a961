"""Builds follow verdicts: « same » merges, « different » is never proposed again."""

import pytest

from territorial_map.domain.duplicate_verdicts import DuplicateVerdict, decision_of
from territorial_map.domain.errors import SourceError
from territorial_map.domain.organisation import Organisation
from territorial_map.ingest.duplicates import Folded, Record, fold_duplicates
from tests.synthetic import organisation
from tests.unit.ingest_duplicates.six_tables import TABLES

REGISTER, OTHER_REGISTER, LIST = TABLES[1:4]


def folded(
    verdict: DuplicateVerdict | None,
    one: str = "",
    other: str = "",
    *,
    rows: dict[str, Organisation] | None = None,
) -> Folded:
    rows = rows or {
        "siae:1": organisation("siae:1", source_name="Baluchon"),
        "ess:1": organisation("ess:1", source_name="Baluchon-À table citoyens"),
    }
    tables = {"siae": REGISTER, "ess": OTHER_REGISTER, "space": LIST}
    records = [Record(tables[key.split(":")[0]], row) for key, row in rows.items()]
    decisions = [decision_of(one, other, verdict.value, "2026-11-22")] if verdict else []
    return fold_duplicates(records, decisions)


def test_without_a_verdict_the_pair_is_asked_about() -> None:
    assert folded(None).perhaps == (("ess:1", "siae:1"),)


def test_same_merges_and_is_asked_no_more() -> None:
    answer = folded(DuplicateVerdict.SAME, "siae:1", "ess:1")

    (row,) = answer.organisations
    assert [mention.id for mention in row.sources] == ["siae:1", "ess:1"]
    assert answer.perhaps == ()


def test_different_keeps_apart_and_is_asked_no_more() -> None:
    answer = folded(DuplicateVerdict.DIFFERENT, "ess:1", "siae:1")

    assert len(answer.organisations) == 2
    assert answer.perhaps == ()
    assert all(row.perhaps_same == () for row in answer.organisations)


def test_different_is_stronger_than_a_shared_siret() -> None:
    siret = {"siret": "77554408300477", "siren": "775544083"}
    rows = {"siae:1": organisation("siae:1", **siret), "ess:1": organisation("ess:1", **siret)}

    assert len(folded(None, rows=rows).organisations) == 1
    assert len(folded(DuplicateVerdict.DIFFERENT, "siae:1", "ess:1", rows=rows).organisations) == 2


def test_a_verdict_on_ids_that_are_not_there_waits_for_a_later_build() -> None:
    assert folded(DuplicateVerdict.SAME, "siae:1", "space:9").perhaps == (("ess:1", "siae:1"),)


def test_two_ids_of_one_register_cannot_be_said_the_same() -> None:
    rows = {"siae:1": organisation("siae:1"), "siae:2": organisation("siae:2")}

    with pytest.raises(SourceError, match="même registre"):
        folded(DuplicateVerdict.SAME, "siae:1", "siae:2", rows=rows)
