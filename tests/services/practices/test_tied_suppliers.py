"""Local suppliers of a practice: never those that are together with the organisation already."""

from dataclasses import replace

import pytest

from territorial_map.domain.geo import Point
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.vocabulary import Device, Kind, Located
from territorial_map.services.practices.concerned_practices import practices_of
from tests.in_memory import edition_of
from tests.known import KNOWLEDGE
from tests.synthetic import organisation, place

ADDRESS = replace(place(5.05, 45.04), address="1 rue Inventée", located=Located.ADDRESS)


def workshop(identity: str, name: str, **changes: object) -> Organisation:
    away = replace(ADDRESS, address=f"2 rue {identity}", point=Point(5.06, 45.04))
    told: dict[str, object] = {
        "name": name,
        "kind": Kind.SHELTERED_SUPPLIER,
        "devices": (Device.ESAT,),
        "siren": None,
        "siret": None,
        "phone": None,
        "website": None,
        "place": away,
    }
    return organisation(identity, **(told | changes))


CENTRE = workshop("synthetic:centre", "Centre Zorglubine", place=ADDRESS, manager_id="synthetic:m")


def suppliers_told(*others: Organisation) -> tuple[list[str], int | None, bool]:
    with edition_of(sorted([CENTRE, *others], key=lambda one: one.id)) as edition:
        found = practices_of(edition, KNOWLEDGE.practices, CENTRE.id).surroundings
    names = [one.name for one in found.suppliers or ()]
    return names, found.supplier_count, found.suppliers_tied


@pytest.mark.parametrize(
    "tied",
    [
        workshop("synthetic:a", "ESAT Autre", manager_id="synthetic:m"),
        workshop("synthetic:a", "Zorglubine Ateliers"),
    ],
    ids=["same manager", "probably the same group"],
)
def test_who_is_tied_already_is_no_local_supplier(tied: Organisation) -> None:
    free = workshop("synthetic:b", "Ateliers Farfelus")

    assert suppliers_told(free, tied) == (["Ateliers Farfelus"], 1, False)
    assert suppliers_told(tied) == ([], None, True)


def test_another_site_of_the_legal_person_is_no_local_supplier() -> None:
    own = workshop("synthetic:a", "Annexe", siren="999000110")
    centre = replace(CENTRE, siren="999000110", manager_id=None)
    with edition_of([own, centre]) as edition:
        found = practices_of(edition, KNOWLEDGE.practices, centre.id).surroundings

    assert (found.suppliers, found.suppliers_tied) == (None, False)
