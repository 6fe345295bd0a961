"""The quality of a record: laws of the score, and what each criterion asks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.organisation import Organisation, SectorClaim, SourceMention
from territorial_map.domain.quality import (
    Quality,
    QualityCriterion,
    QualityLevel,
    is_fresh,
    quality_of,
)
from territorial_map.domain.vocabulary import Kind, Sector, SectorOrigin
from tests.synthetic import organisation, organisations, place

TODAY = "2026-11-22"
parts = st.tuples(
    *(st.tuples(st.just(c), st.sampled_from([True, False, None])) for c in QualityCriterion)
)
vintages = st.sampled_from(["", "2009-2025", "2019", "2024-12", "2025", "2026-01-31", "inconnu"])


@st.composite
def records(draw: st.DrawFn) -> Organisation:
    known = draw(organisations())
    mention = replace(known.sources[0], vintage=draw(vintages))
    phone = draw(st.sampled_from([None, "0102030405"]))
    return replace(known, sources=(mention,), phone=phone)


@given(parts)
def test_the_score_is_a_share_of_what_applies(
    told: tuple[tuple[QualityCriterion, bool | None], ...],
) -> None:
    quality = Quality(told)

    if quality.score is None:
        assert quality.applied == 0
    else:
        assert 0 <= quality.score <= 1
        assert quality.met + len(quality.missing) == quality.applied
    assert (quality.level is QualityLevel.COMPLETE) == (not quality.missing)


@given(parts, st.sampled_from(list(QualityCriterion)))
def test_what_does_not_apply_never_counts(
    told: tuple[tuple[QualityCriterion, bool | None], ...], moot: QualityCriterion
) -> None:
    without = Quality(tuple((c, None if c is moot else v) for c, v in told))
    absent = Quality(tuple((c, v) for c, v in told if c is not moot))

    assert (without.score, without.missing) == (absent.score, absent.missing)


@given(records())
def test_learning_a_fact_never_lowers_it(known: Organisation) -> None:
    before = quality_of(known, TODAY)
    claim = SectorClaim(Sector.HEALTH, SectorOrigin.DECLARED, "synthétique")
    fresh = SourceMention("rna:W1", "Table synthétique", "W1", "2026-11", "CC0")
    learned = (
        replace(known, phone="0102030405"),
        replace(known, website="https://example.org"),
        replace(known, finess="260000011"),
        replace(known, sectors=(*known.sectors, claim)),
        replace(known, verified_on="2026-11-01"),
        replace(known, sources=(*known.sources, fresh)),
        replace(known, place=place()),
    )

    for one in learned:
        after = quality_of(one, TODAY)
        assert after.applied == before.applied
        assert set(after.missing) <= set(before.missing)


@given(records())
def test_a_record_only_grows_old(known: Organisation) -> None:
    now, later = (quality_of(known, day) for day in (TODAY, "2031-01-01"))

    assert set(now.missing) <= set(later.missing)


def test_a_ptce_needs_neither_address_nor_number() -> None:
    quality = quality_of(organisation(kind=Kind.PTCE, place=place(None)), TODAY)

    told = dict(quality.parts)
    assert (told[QualityCriterion.LOCATED], told[QualityCriterion.IDENTIFIED]) == (None, None)
    assert quality.applied == 3


def test_an_association_is_identified_by_its_rna_number() -> None:
    mention = SourceMention("rna:W262000001", "Table synthétique", "W262000001", "2026-01", "CC0")
    known = organisation("rna:W262000001", sources=(mention,))

    assert dict(quality_of(known, TODAY).parts)[QualityCriterion.IDENTIFIED] is True


@pytest.mark.parametrize(
    ("vintage", "fresh"),
    [
        ("2024-11-23", True),
        ("2024-11-22", False),
        ("2025", True),
        ("2024", False),
        ("2024-12", True),
        ("2009-2025", False),
        ("2025-26", True),
        ("2027", True),
        ("2025-02-31", False),
        ("inconnu", False),
    ],
)
def test_fresh_is_surely_less_than_two_years_before_the_edition(
    vintage: str,
    fresh: bool,  # noqa: FBT001 - a table of examples
) -> None:
    assert is_fresh(vintage, TODAY) is fresh
