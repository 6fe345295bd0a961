"""What changed between two directories, case by case, with what is told of each."""

from dataclasses import replace

import pytest

from territorial_map.domain.changes import (
    COMPARED,
    EditionChange,
    FieldChange,
    Nature,
    changes_between,
    natures_of,
)
from territorial_map.domain.organisation import Membership, Organisation, SectorClaim
from territorial_map.domain.vocabulary import Device, Kind, PlaceType, Sector, SectorOrigin
from tests.synthetic import organisation, place, source

BEFORE = organisation("synthetic:1", name="Régie synthétique", phone=None, website=None)


def only(after: Organisation) -> EditionChange:
    (change,) = changes_between([BEFORE], [after])
    return change


@pytest.mark.parametrize(
    ("changes", "field", "label", "old", "new"),
    [
        ({"acronym": "RS"}, "acronym", "Sigle", (), ("RS",)),
        ({"phone": "0475000000"}, "phone", "Téléphone", (), ("0475000000",)),
        ({"website": "https://example.org"}, "website", "Site web", (), ("https://example.org",)),
        ({"finess": "260000011"}, "finess", "FINESS", (), ("260000011",)),
        ({"siren": "775544083"}, "siren", "SIREN", (), ("775544083",)),
        ({"siret": "77554408300477"}, "siret", "SIRET", (), ("77554408300477",)),
        ({"manager_id": "synthetic:m"}, "manager", "Gestionnaire", (), ("synthetic:m",)),
        (
            {"devices": (Device.EI, Device.ACI)},
            "device",
            "Dispositif",
            (),
            (Device.ACI.label, Device.EI.label),
        ),
        (
            {"place_types": (PlaceType.FABLAB,)},
            "place_type",
            "Type de lieu",
            (),
            (PlaceType.FABLAB.label,),
        ),
        (
            {"kind": Kind.PTCE},
            "kind",
            "Type",
            (BEFORE.kind.label,),
            (Kind.PTCE.label,),
        ),
        (
            {"sectors": (SectorClaim(Sector.HEALTH, SectorOrigin.NAME, "soin"),)},
            "sector",
            "Secteur",
            ("Non renseigné",),
            (Sector.HEALTH.label,),
        ),
        (
            {"memberships": (Membership("ptce:1", "Pôle", "https://example.org", "seen"),)},
            "member_of",
            "Membre du PTCE",
            (),
            ("ptce:1",),
        ),
    ],
)
def test_a_field_that_changes_is_told_before_and_after_in_french(
    changes: dict[str, object], field: str, label: str, old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    before = replace(BEFORE, sectors=(), devices=(), siren=None, siret=None)
    (change,) = changes_between([before], [replace(before, **changes)])  # type: ignore[arg-type] # of many types

    assert change.natures == (Nature.CHANGED,)
    assert change.fields == (FieldChange(field, label, old, new, Nature.CHANGED),)


@pytest.mark.parametrize(
    ("name", "nature"),
    [("REGIE SYNTHETIQUE", Nature.CHANGED), ("Régie nouvelle", Nature.RENAMED)],
)
def test_another_writing_of_a_name_is_not_another_name(name: str, nature: Nature) -> None:
    change = only(replace(BEFORE, name=name))

    assert change.natures == (nature,)
    assert change.fields == (FieldChange("name", "Nom", (BEFORE.name,), (name,), nature),)
    assert change.name == name


def test_an_address_moves_only_from_one_to_another_and_not_by_its_writing() -> None:
    known = replace(BEFORE, place=replace(place(), address="1 rue de l’Église"))
    unknown = replace(BEFORE, place=replace(place(), address=None))
    written = replace(BEFORE, place=replace(place(), address="1, RUE DE L'EGLISE"))
    other = replace(BEFORE, place=replace(place(), address="2 rue de l’Église"))

    assert changes_between([known], [written]) == ()
    assert [one.natures for one in changes_between([known], [other])] == [(Nature.MOVED,)]
    assert [one.natures for one in changes_between([unknown], [known])] == [(Nature.CHANGED,)]
    assert [one.natures for one in changes_between([known], [unknown])] == [(Nature.CHANGED,)]


def test_a_commune_moves_by_its_code_and_is_told_with_it() -> None:
    there = place(5.0, 45.0, "26362")
    moved = only(replace(BEFORE, place=replace(there, address=BEFORE.place.address)))
    renamed = replace(BEFORE, place=replace(BEFORE.place, commune="Autre nom"))

    assert moved.natures == (Nature.MOVED,)
    (field,) = moved.fields
    assert (field.field, field.label, field.nature) == ("commune", "Commune", Nature.MOVED)
    assert field.new == (f"{there.commune} (26362)",)
    assert field.old == (f"{BEFORE.place.commune} ({BEFORE.place.commune_code})",)
    assert changes_between([BEFORE], [renamed]) == ()


def test_who_comes_goes_joins_and_parts_is_told_of_the_edition_that_knows_it() -> None:
    old, new = organisation("synthetic:old"), organisation("synthetic:new")
    twin = organisation("synthetic:twin")
    both = replace(BEFORE, sources=(*BEFORE.sources, source("synthetic:twin")))

    gone, come = changes_between([old], [new])[::-1]
    assert (gone.id, gone.natures, gone.other_id) == ("synthetic:old", (Nature.GONE,), None)
    assert (come.id, come.natures, come.other_id) == ("synthetic:new", (Nature.NEW,), None)
    (merged,) = changes_between([BEFORE, twin], [both])
    assert (merged.id, merged.natures) == ("synthetic:twin", (Nature.MERGED,))
    assert (merged.other_id, merged.other_name) == (both.id, both.name)
    (split,) = changes_between([both], [BEFORE, twin])
    assert (split.id, split.natures, split.other_id) == ("synthetic:twin", (Nature.SPLIT,), both.id)
    assert (split.kind, split.commune) == (twin.kind.value, twin.place.commune)
    assert split.department == twin.place.department


def test_nothing_is_told_of_who_stays_the_same() -> None:
    assert changes_between([BEFORE], [BEFORE]) == ()
    assert changes_between([], []) == ()


def test_natures_come_once_each_in_the_order_of_the_list() -> None:
    told = [
        FieldChange("phone", "", (), (), nature)
        for nature in (Nature.CHANGED, Nature.MOVED, Nature.RENAMED, Nature.MOVED)
    ]

    assert natures_of(told) == (Nature.RENAMED, Nature.MOVED, Nature.CHANGED)


def test_every_field_has_its_own_name_and_label() -> None:
    assert len({one.field for one in COMPARED}) == len({one.label for one in COMPARED})
    assert len({one.field for one in COMPARED}) == len(COMPARED) == 18
