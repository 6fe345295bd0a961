"""What is said of an organisation is read once, and nothing of a person passes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territorial_map.domain.cells import without_titled_persons
from territorial_map.domain.contributions.contribution import (
    KEYS,
    Contribution,
    read_contribution,
    with_value,
)
from territorial_map.domain.contributions.terms import (
    ContributionKind,
    ContributionRisk,
    CorrectedField,
    Teller,
)
from territorial_map.domain.contributions.values import SIZES, TRADES, in_words
from territorial_map.domain.errors import BadParameter
from territorial_map.domain.vocabulary import PoolingCategory

TODAY = date(2026, 11, 29)
FIELD = {"organisation": "synthetic:1", "kind": "field"}
NEED = {"organisation": "synthetic:1", "kind": "need", "pooling": "mobility"}
PERSONAL = (
    "ada.exemple@exemple.fr",
    "06 39 98 00 00",
    "+33 6 39 98 00 00",
    "voir Mme Ada Exemple",
    "ada (at) exemple (point) fr",
)


def read(**said: str) -> Contribution:
    return read_contribution(said, TODAY)


@pytest.mark.parametrize(
    ("field", "told", "kept"),
    [
        ("phone", "+33 (0)4 75 00 00 01", "04 75 00 00 01"),
        ("website", "www.exemple.fr", "http://www.exemple.fr"),
        ("trade", "green_spaces", "green_spaces"),
        ("address", "  12 rue   des Essais ", "12 rue des Essais"),
        ("size", "small", "small"),
    ],
)
def test_a_value_is_kept_as_it_will_be_published(field: str, told: str, kept: str) -> None:
    assert read(**FIELD, field=field, value=told).value == kept


@pytest.mark.parametrize("personal", PERSONAL)
@pytest.mark.parametrize("key", ["reason", "source", "value"])
def test_nothing_of_a_person_passes_and_it_is_not_repeated(key: str, personal: str) -> None:
    said = NEED | {"value": "un véhicule le jeudi"} | {key: f"un véhicule, {personal}"}

    with pytest.raises(BadParameter) as refused:
        read(**said)

    assert refused.value.parameter == key
    assert personal not in str(refused.value)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (FIELD | {"field": "phone", "value": "06 39 98 00 00"}, "value"),
        (FIELD | {"field": "phone", "value": "04 75 00 00 01 ou 04 75 00 00 02"}, "value"),
        (FIELD | {"field": "phone", "value": ""}, "value"),
        (FIELD | {"field": "website", "value": "javascript:alert(1)"}, "value"),
        (FIELD | {"field": "website", "value": "https://a:b@exemple.fr"}, "value"),
        (FIELD | {"field": "trade", "value": "work_integration"}, "value"),
        (FIELD | {"field": "size", "value": "unknown"}, "value"),
        (FIELD | {"field": "address", "value": "26 100"}, "value"),
        (FIELD | {"field": "name", "value": "Autre"}, "field"),
        (FIELD | {"field": "address", "value": "rue " * 60}, "value"),
        ({"organisation": "synthetic:1", "kind": "praise"}, "kind"),
        ({"organisation": " ", "kind": "closed"}, "organisation"),
        ({"organisation": "synthetic:1", "kind": "same"}, "other"),
        ({"organisation": "synthetic:1", "kind": "same", "other": "synthetic:1"}, "other"),
        (NEED | {"value": "…"}, "value"),
        (NEED | {"value": "un local", "until": "demain"}, "until"),
        (NEED | {"value": "un local", "until": "2026-11-28"}, "until"),
        (NEED | {"value": "un local", "until": "2096-11-28"}, "until"),
        ({"organisation": "synthetic:1", "kind": "offer", "value": "un local"}, "pooling"),
        (NEED | {"value": "un local", "teller": "robot"}, "teller"),
    ],
)
def test_what_cannot_be_taken_names_the_key_at_fault(said: dict[str, str], key: str) -> None:
    with pytest.raises(BadParameter) as refused:
        read(**said)

    assert refused.value.parameter == key


def test_a_need_has_its_category_its_words_and_its_last_day() -> None:
    need = read(**NEED, value="un véhicule le jeudi", until="2027-03-01", teller="organisation")

    assert need.pooling is PoolingCategory.MOBILITY
    assert (need.value, need.until, need.teller) == (
        "un véhicule le jeudi",
        "2027-03-01",
        Teller.ORGANISATION,
    )


def test_a_kind_keeps_only_what_is_its_own() -> None:
    closed = read(
        organisation="synthetic:1", kind="closed", value="x", field="phone", other="y", until="z"
    )

    assert closed == Contribution(ContributionKind.CLOSED, "synthetic:1")


def test_a_reviewer_s_value_is_read_as_any_other() -> None:
    phone = read(**FIELD, field="phone", value="04 75 00 00 01")

    assert with_value(phone, "04.75.00.00.02").value == "04 75 00 00 02"
    with pytest.raises(BadParameter, match="mobile"):
        with_value(phone, "06 39 98 00 00")
    with pytest.raises(BadParameter, match="pas de valeur"):
        with_value(read(organisation="synthetic:1", kind="closed"), "x")


def test_what_takes_a_page_away_is_of_high_risk() -> None:
    high = {kind for kind in ContributionKind if kind.risk is ContributionRisk.HIGH}

    assert high == {ContributionKind.CLOSED, ContributionKind.SAME, ContributionKind.WITHDRAWAL}


def test_codes_are_read_in_words() -> None:
    assert in_words(CorrectedField.TRADE, TRADES[0]) == "Agriculture et alimentation"
    assert in_words(CorrectedField.SIZE, SIZES[0]) == "Sans salarié"


@given(st.fixed_dictionaries({}, optional={key: st.text(max_size=60) for key in KEYS}))
def test_whatever_is_told_is_read_or_refused_and_no_person_is_left(said: dict[str, str]) -> None:
    try:
        found = read_contribution(said, TODAY)
    except BadParameter:
        return
    for text in (found.value, found.reason, found.source):
        assert not without_titled_persons(text).found


@given(
    st.sampled_from(["need", "offer"]),
    st.sampled_from(PoolingCategory.codes()),
    st.text(min_size=1, max_size=80),
)
def test_words_that_were_read_are_read_the_same_again(kind: str, pooling: str, words: str) -> None:
    said = {"organisation": "synthetic:1", "kind": kind, "pooling": pooling, "value": words}
    try:
        first = read_contribution(said, TODAY)
    except BadParameter:
        return

    assert read_contribution(said | {"value": first.value}, TODAY) == first
