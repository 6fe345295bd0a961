"""Members by categories: what is known, inferred or not told, and what comes first."""

from territorial_map.domain.pooling.facts import Facts, PoolingProfile
from territorial_map.domain.vocabulary import Device, Kind, PoolingCategory
from territorial_map.services.ptce.matrix import Ground, SaidOfPooling, matrix_of
from tests.known import KNOWLEDGE

TRAINING, ENERGY = PoolingCategory.TRAINING, PoolingCategory.ENERGY_TRANSITION


def facts(name: str, **given: object) -> Facts:
    profile = PoolingProfile(Kind.ESS_ACTOR, **given)  # type: ignore[arg-type]
    return Facts(f"synthetic:{name}", f"Synthetic {name}", f"synthetic:{name}", profile)


def test_what_a_member_declares_is_known_and_said_by_its_side() -> None:
    both = facts("a", needs=frozenset({TRAINING}), resources=frozenset({TRAINING, ENERGY}))

    matrix = matrix_of([both], KNOWLEDGE.pooling)

    (row,) = matrix.rows
    training, energy = matrix.cell(row, TRAINING), matrix.cell(row, ENERGY)
    assert (training.ground, training.says) == (Ground.KNOWN, SaidOfPooling.BOTH)
    assert (energy.ground, energy.says) == (Ground.KNOWN, SaidOfPooling.BRINGS)


def test_a_known_side_is_not_mixed_with_a_guess() -> None:
    known = facts("a", devices=frozenset({Device.ACI}), needs=frozenset({TRAINING}))

    matrix = matrix_of([known], KNOWLEDGE.pooling)

    cell = matrix.cell(matrix.rows[0], TRAINING)
    assert [claim.known for claim in cell.told] == [True]


def test_what_a_rule_infers_is_said_to_be_inferred() -> None:
    matrix = matrix_of([facts("a", devices=frozenset({Device.ACI}))], KNOWLEDGE.pooling)

    grounds = {cell.ground for cell in matrix.rows[0].cells}

    assert Ground.INFERRED in grounds
    assert Ground.UNKNOWN in grounds
    unknown = [cell for cell in matrix.rows[0].cells if cell.ground is Ground.UNKNOWN]
    assert [cell.says for cell in unknown] == [None] * len(unknown)


def test_categories_known_of_a_member_come_first_and_none_is_lost() -> None:
    members = [facts("a", needs=frozenset({ENERGY})), facts("b", devices=frozenset({Device.ACI}))]

    matrix = matrix_of(members, KNOWLEDGE.pooling)

    assert ENERGY in matrix.first
    assert {*matrix.first, *matrix.others} == set(PoolingCategory)
    assert len(matrix.first) + len(matrix.others) == len(PoolingCategory)


def test_members_inferred_alike_meet_in_no_category() -> None:
    alone = matrix_of([facts("a", devices=frozenset({Device.ACI}))], KNOWLEDGE.pooling)

    assert alone.first == ()


def test_no_member_is_no_row() -> None:
    assert matrix_of([], KNOWLEDGE.pooling).rows == ()
