"""Which candidates the numbers of a row designate, when some are shared."""

from territorial_map.domain.matching.terms import Why
from territorial_map.services.matching.candidates import Batch
from territorial_map.services.matching.matcher import _designated


def test_an_id_tells_apart_two_that_share_a_siret() -> None:
    batch = Batch()
    batch.numbers[0, "synthetic:a"] = {Why.ID, Why.SIRET}
    batch.numbers[0, "synthetic:b"] = {Why.SIRET}

    assert _designated(0, ["synthetic:a", "synthetic:b"], batch) == {"synthetic:a"}


def test_numbers_of_different_organisations_designate_them_all() -> None:
    batch = Batch()
    batch.numbers[0, "synthetic:a"] = {Why.FINESS}
    batch.numbers[0, "synthetic:b"] = {Why.SIRET}

    assert _designated(0, ["synthetic:a", "synthetic:b"], batch) == {"synthetic:a", "synthetic:b"}
    assert _designated(1, ["synthetic:a"], batch) == frozenset()
