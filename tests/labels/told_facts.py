"""What people tell of an organisation beside a name: département, telephone, town in the name."""

from collections.abc import Sequence
from dataclasses import replace

from territorial_map.domain.listing import Listed
from territorial_map.domain.text import fold
from tests.labels.damages import Damage, Fits, acronym_only, has_acronym, lone
from tests.labels.world import Label, World, by_name, placed


def _unless_alike(label: Label, others: Sequence[Listed]) -> Label:
    """The row, ambiguous where others fit all that it tells."""
    if not others:
        return label
    return replace(label, expected="ambiguous", note=f"namesake {others[0].id}")


def department_code(world: World, item: Listed) -> Label:
    return _within(world, item, item.department_code or "")


def department_name(world: World, item: Listed) -> Label:
    return _within(world, item, item.department or "")


def _within(world: World, item: Listed, department: str) -> Label:
    """Namesakes of other départements are told apart by the one that is told."""
    label = replace(placed(item), postcode="", city="", department=department)
    others = [
        o
        for o in world.namesakes(item, item.name, anywhere=True)
        if o.department_code in {None, item.department_code}
    ]
    return _unless_alike(label, others)


def phone_and_name(world: World, item: Listed) -> Label:
    label = replace(placed(item), postcode="", city="", phone=item.phone or "")
    namesakes = world.namesakes(item, item.name, anywhere=True)
    return _unless_alike(label, [o for o in namesakes if o.phone == item.phone])


def place_and_phone(world: World, item: Listed) -> Label:
    return by_name(world, item, placed(item, phone=item.phone or ""))


def others_phone(world: World, item: Listed) -> Label:
    """Name and place are right, the telephone is another's: an old number, or a wrong row."""
    phones = [o.phone for o in world.lines if o.phone and o.phone != item.phone]
    return by_name(world, item, placed(item, phone=world.rng.choice(phones) or ""))


def town_in_name(world: World, item: Listed) -> Label:
    """« ESAT Les Brosses Vernoux »: the town follows the name, and no cell tells a place."""
    name = f"{item.name} {item.commune}"
    twins = [
        o
        for o in world.namesakes(item, item.name, anywhere=True)
        if o.commune_code in {None, item.commune_code}
    ]
    return _unless_alike(replace(placed(item), postcode="", city="", name=name), twins)


def absent_acronym(world: World, item: Listed) -> Label:
    return replace(acronym_only(world, item), expected="unknown", withheld="person", note="")


def absent_department(_: World, item: Listed) -> Label:
    label = replace(placed(item), postcode="", city="", department=item.department_code or "")
    return replace(label, expected="unknown", withheld="person")


def absent_town_in_name(world: World, item: Listed) -> Label:
    return replace(town_in_name(world, item), expected="unknown", withheld="person", note="")


def _of_department(_: World, item: Listed) -> bool:
    return item.department_code is not None


def _has_phone(_: World, item: Listed) -> bool:
    return item.phone is not None


def _town_not_told(_: World, item: Listed) -> bool:
    return bool(item.commune) and fold(item.commune or "") not in fold(item.name)


def _lone_elsewhere(world: World, item: Listed) -> bool:
    return lone(world, item) and _town_not_told(world, item)


FACTS: tuple[tuple[str, Damage, Fits], ...] = (
    ("department code alone", department_code, _of_department),
    ("department name alone", department_name, _of_department),
    ("telephone and name", phone_and_name, _has_phone),
    ("place and telephone", place_and_phone, _has_phone),
    ("telephone of another organisation", others_phone, lambda *_: True),
    ("town in the name", town_in_name, _town_not_told),
    ("absent, acronym only", absent_acronym, lambda w, i: has_acronym(w, i) and lone(w, i)),
    ("absent, department alone", absent_department, lone),
    ("absent, town in the name", absent_town_in_name, _lone_elsewhere),
)
