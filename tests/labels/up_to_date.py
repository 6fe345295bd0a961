"""A label brought up to an edition: the ids it names, and what a careful reader would say now."""

from collections.abc import Mapping
from dataclasses import replace

from territorial_map.domain.listing import Listed
from tests.labels.world import Label, World

Aliases = Mapping[str, str]
_NAMES = ("SIRET of ", "namesake ")


def brought_up(label: Label, world: World, renamed: Aliases) -> Label:
    """The label as of the edition: ids that it answers to now, what is expected judged again.

    The rule, for both parts alike and whatever the product says: a row without a number is the
    organisation's unless another one where it says it is has its name, as typed or as the directory
    writes it; a number designates all that carry it.
    """
    from_id = renamed.get(label.from_id, label.from_id)
    label = replace(label, from_id=from_id, note=_note(label.note, renamed))
    item = world.by_id.get(from_id)
    if item is None or label.withheld or label.note.startswith("SIRET of "):
        return label
    others = _others(label, item, world)
    if others:
        return replace(label, expected="ambiguous", note=f"namesake {others[0].id}")
    if label.expected == "ambiguous" and not label.note.startswith("namesake "):
        return label
    return replace(label, expected=from_id, note="" if "namesake" in label.note else label.note)


def _others(label: Label, item: Listed, world: World) -> list[Listed]:
    """Those that the row may as well be."""
    if label.siret or label.finess:
        return []
    if not label.name:
        return [o for o in world.by_person[item.siren or ""] if o.id != item.id]
    anywhere = not (label.postcode or label.city)
    return [o for o in _alike(label, item, world, anywhere=anywhere) if _as_well(label, item, o)]


def _as_well(label: Label, item: Listed, other: Listed) -> bool:
    """True when what the row tells beside the name does not tell a namesake from its own."""
    if label.siren:
        return other.siren == item.siren
    if label.phone == item.phone and label.phone:
        return other.phone == item.phone
    if label.department:
        return other.department_code in {None, item.department_code}
    in_name = bool(item.commune) and label.name.endswith(f" {item.commune}")
    return not in_name or other.commune_code in {None, item.commune_code}


def _alike(label: Label, item: Listed, world: World, *, anywhere: bool) -> list[Listed]:
    typed = world.namesakes(item, label.name, anywhere=anywhere)
    own = world.namesakes(item, item.name, anywhere=anywhere)
    return list({o.id: o for o in (*typed, *own)}.values())


def _note(note: str, renamed: Aliases) -> str:
    for start in _NAMES:
        if note.startswith(start):
            named = note.removeprefix(start)
            return f"{start}{renamed.get(named, named)}"
    return note
