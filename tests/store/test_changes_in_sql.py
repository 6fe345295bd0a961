"""SQL finds exactly the changes that the domain defines, on generated pairs of directories."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from territorial_map.domain.changes import Nature, changes_between
from territorial_map.domain.organisation import Organisation, Place
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import Located
from territorial_map.queries.changes import set_aside
from territorial_map.services.editions.comparing import Between, change_page, changes_of, page_of
from tests.in_memory import ComparisonInMemory
from tests.synthetic import organisation, organisations, place, source

_IDS = [f"synthetic:{n}" for n in range(5)]
_ADDRESSES = st.sampled_from([None, "1 rue de l’Église", "1 RUE DE L EGLISE", "2 place du Cœur"])


@st.composite
def addressed(draw: st.DrawFn) -> Place:
    return replace(
        place(commune=draw(st.sampled_from(["26281", "26362"]))), address=draw(_ADDRESSES)
    )


@st.composite
def directories(draw: st.DrawFn) -> tuple[Organisation, ...]:
    """Organisations of a few ids; an id without its own may be answered for by another."""
    own = draw(st.sets(st.sampled_from(_IDS)))
    found: list[Organisation] = []
    free = [identity for identity in _IDS if identity not in own]
    for identity in sorted(own):
        one = draw(organisations(identity))
        readdressed: bool = draw(st.booleans())
        if one.place.located is Located.ADDRESS and readdressed:
            one = replace(one, place=draw(addressed()))
        answers_for_another: bool = draw(st.booleans())
        if free and answers_for_another:
            one = replace(one, sources=(*one.sources, source(free.pop())))
        phone = draw(st.sampled_from([None, "0102030405"]))
        name = draw(st.sampled_from([one.name, one.name.upper()]))
        found.append(replace(one, phone=phone, name=name))
    return tuple(found)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    directories(),
    directories(),
    st.sampled_from([{}, {"commune": ["26281"]}, {"kind": ["ptce", "ess_actor"]}]),
)
def test_sql_finds_what_the_domain_defines(
    older: tuple[Organisation, ...],
    newer: tuple[Organisation, ...],
    choices: dict[str, list[str]],
) -> None:
    selection = Selection.of(choices)
    compared = ComparisonInMemory(older, newer)
    found = sorted(changes_of(compared, selection), key=lambda c: (c.id, c.natures))
    page = page_of(compared, selection)
    compared.close()

    before, after = ({o.id: o for o in rows} for rows in (older, newer))
    kept = {o.id for rows in (older, newer) for o in rows if selection.keeps(o)}
    touched = {
        change
        for change in changes_between(older, newer)
        if {change.id, change.other_id} & kept
        and any(
            selection.keeps(directory[i])
            for i in (change.id, change.other_id)
            for directory in (before, after)
            if i in directory and _is_side(change.natures, i == change.id, directory is before)
        )
    }
    assert found == sorted(touched, key=lambda c: (c.id, c.natures))
    assert page.counts.total == len(found)
    assert dict(page.counts.by_nature) == {
        nature: sum(nature in change.natures for change in found) for nature in Nature
    }


def _is_side(natures: tuple[Nature, ...], own: bool, before: bool) -> bool:  # noqa: FBT001 - two sides
    """Which edition an id of a change is read in: the other one of a merge is in the later."""
    if Nature.MERGED in natures:
        return own == before
    if Nature.SPLIT in natures:
        return own != before
    return True


def test_only_what_changed_is_set_aside() -> None:
    alike, older = organisation("synthetic:alike"), organisation("synthetic:called")
    newer = replace(older, phone="0102030405")
    compared = ComparisonInMemory((alike, older), (alike, newer))
    aside = [table for table, _ in set_aside() if "phone" in table.c]

    with compared.connect() as connection:
        told = [connection.execute(select(t.c.id, t.c.phone)).all() for t in aside]
    compared.close()

    assert told == [[(older.id, older.phone)], [(newer.id, newer.phone)]]


def test_nothing_changes_between_an_edition_and_itself(small_editions: Path) -> None:
    only = (small_editions / "current").read_text().strip()

    counts = change_page(Between(small_editions, only, only), Selection.of({})).counts

    assert counts.total == 0
