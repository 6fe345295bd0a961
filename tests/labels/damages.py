"""What people do to names, numbers and places when they type a list, one function for each."""

import re
from collections.abc import Callable
from dataclasses import replace

from territorial_map.domain.city_labels import city_key
from territorial_map.domain.listing import Listed
from territorial_map.domain.text import fold, words
from tests.labels.world import Label, World, by_name, placed

_SHORT = (
    ("association", "assoc."),
    ("entreprise", "ent."),
    ("saint", "st"),
    ("sainte", "ste"),
    ("centre", "ctre"),
    ("communauté de communes", "com com"),
    ("service", "serv."),
    ("insertion", "insert."),
    ("atelier", "atel."),
    ("départemental", "dép."),
    ("développement", "dévt"),
)
_KEYS = "azertyuiopqsdfghjklmwxcvbn"


def clean(world: World, item: Listed) -> Label:
    return by_name(world, item, placed(item))


def with_siret(_: World, item: Listed) -> Label:
    spaced = f"{item.siret[:3]} {item.siret[3:6]} {item.siret[6:9]} {item.siret[9:]}"  # type: ignore[index]  # only rows that have one
    return placed(item, siret=spaced, name=fold(item.name).upper())


def siret_only(_: World, item: Listed) -> Label:
    return Label("", item.id, item.id, siret=item.siret or "")


def lost_zero(_: World, item: Listed) -> Label:
    return placed(item, siret=(item.siret or "").lstrip("0"))


def wrong_digit(world: World, item: Listed) -> Label:
    digits = list(item.siret or "")
    place = world.rng.randrange(14)
    digits[place] = str((int(digits[place]) + world.rng.randint(1, 9)) % 10)
    return placed(item, siret="".join(digits))  # thirteen digits still tell it from a namesake


def other_site(world: World, item: Listed) -> Label:
    other = world.rng.choice(_elsewhere(world, item))
    note = f"SIRET of {other.id}"
    return replace(placed(item, siret=other.siret or ""), expected="ambiguous", note=note)


def _elsewhere(world: World, item: Listed) -> list[Listed]:
    """The other sites of its person in other communes: their SIRET contradicts the place."""
    sites = world.by_person[item.siren or ""] if item.siren else []
    return [o for o in sites if o.siret and o.commune and o.commune_code != item.commune_code]


def others_siret(world: World, item: Listed) -> Label:
    other = world.rng.choice([o for o in world.lines if o.siret and o.siren != item.siren])
    note = f"SIRET of {other.id}"
    return replace(placed(item, siret=other.siret or ""), expected="ambiguous", note=note)


def siren_and_city(world: World, item: Listed) -> Label:
    there = [o for o in world.by_person[item.siren or ""] if o.commune_code == item.commune_code]
    label = placed(item, siren=item.siren or "")
    if len(there) == 1:
        return label
    return by_name(world, item, label)


def siren_alone(world: World, item: Listed) -> Label:
    several = len(world.by_person[item.siren or ""]) > 1
    expected = "ambiguous" if several else item.id
    siren = f"{item.siren[:3]} {item.siren[3:6]} {item.siren[6:]}"  # type: ignore[index]  # only rows that have one
    return Label("", expected, item.id, siren=siren, note="several sites" if several else "")


def capitals(world: World, item: Listed) -> Label:
    city = fold(item.commune or "").upper()
    return by_name(world, item, replace(placed(item, name=fold(item.name).upper()), city=city))


def abbreviated(world: World, item: Listed) -> Label:
    name = item.name.lower()
    for full, short in _SHORT:
        name = re.sub(rf"\b{full}s?\b", short, name)
    return by_name(world, item, placed(item, name=name))


def form_changed(world: World, item: Listed) -> Label:
    bare = re.sub(r"(?i)^(association|sarl|sas|scop|scic|entreprise)\s+", "", item.name)
    name = bare if bare != item.name else f"Association {item.name}"
    return by_name(world, item, placed(item, name=name))


def typo(world: World, item: Listed) -> Label:
    rng, letters = world.rng, list(item.name)
    for _ in range(1 if len(item.name) < 15 else 2):
        n = rng.choice([n for n, letter in enumerate(letters) if letter.isalpha()])
        kind = rng.randrange(4)
        if kind == 0:
            letters[n] = rng.choice(_KEYS)
        elif kind == 1:
            letters[n] = ""
        elif kind == 2:
            letters[n] *= 2
        elif n + 1 < len(letters):
            letters[n], letters[n + 1] = letters[n + 1], letters[n]
    return by_name(world, item, placed(item, name="".join(letters)))


def acronym_only(world: World, item: Listed) -> Label:
    initials = "".join(w[0] for w in words(item.name) if len(w) > 2)
    return by_name(world, item, placed(item, name=(item.acronym or initials).upper()))


def real_label(world: World, item: Listed) -> Label:
    """The city as the source writes it: CEDEX, old communes, abbreviations."""
    return by_name(world, item, replace(placed(item), city=world.labels[item.id]))


def cedex(world: World, item: Listed) -> Label:
    postcode = f"{(item.postcode or '')[:2]}{world.rng.randint(10, 99)}{world.rng.randint(1, 9)}"
    city = f"{fold(item.commune or '').upper()} CEDEX {world.rng.randint(1, 9)}"
    return by_name(world, item, replace(placed(item), postcode=postcode, city=city))


def swapped(world: World, item: Listed) -> Label:
    label = placed(item)
    return by_name(world, item, replace(label, postcode=label.city, city=label.postcode))


def no_place(world: World, item: Listed) -> Label:
    label = replace(placed(item), postcode="", city="")
    return by_name(world, item, label, anywhere=True)


def no_postcode(world: World, item: Listed) -> Label:
    return by_name(world, item, replace(placed(item), postcode=""))


def cut(world: World, item: Listed) -> Label:
    return by_name(world, item, placed(item, name=item.name[:26].strip().upper()))


def reworded(world: World, item: Listed) -> Label:
    """The city or the manager's usual words added around the name."""
    extra = world.rng.choice([f"{item.name} – {item.commune}", f"{item.name} (siège)"])
    return by_name(world, item, placed(item, name=extra))


def absent(world: World, item: Listed) -> Label:
    label = capitals(world, item) if world.rng.random() < 0.5 else placed(item)
    return replace(label, expected="unknown", withheld="person", note="")


def absent_with_siret(_: World, item: Listed) -> Label:
    label = placed(item, siret=item.siret or "")
    return replace(label, expected="unknown", withheld="person")


def absent_no_place(_: World, item: Listed) -> Label:
    label = replace(placed(item), postcode="", city="")
    return replace(label, expected="unknown", withheld="person")


def absent_site(_: World, item: Listed) -> Label:
    label = placed(item, siret=item.siret or "")
    return replace(label, expected="ambiguous", withheld="site", note="its person has other sites")


def _has_siret(_: World, item: Listed) -> bool:
    return item.siret is not None


def _own_siret(world: World, item: Listed) -> bool:
    return item.siret is not None and len(world.by_siret[item.siret]) == 1


def _several(world: World, item: Listed) -> bool:
    sites = world.by_person[item.siren or ""] if item.siren else []
    return item.siret is not None and len({s.siret for s in sites if s.siret}) > 1


def _zero(world: World, item: Listed) -> bool:
    return _own_siret(world, item) and (item.siret or "").startswith("0")


def _odd_label(world: World, item: Listed) -> bool:
    label = world.labels.get(item.id, "")
    return bool(label) and city_key(label) != city_key(item.commune or "")


def has_acronym(_: World, item: Listed) -> bool:
    return bool(item.acronym) or len([w for w in words(item.name) if len(w) > 2]) >= 3


def lone(world: World, item: Listed) -> bool:
    twins = world.namesakes(item, item.name, anywhere=True)
    return not item.siren or (len(world.by_person[item.siren]) == 1 and not twins)


Damage = Callable[[World, Listed], Label]
Fits = Callable[[World, Listed], bool]
DAMAGES: tuple[tuple[str, Damage, Fits], ...] = (
    ("clean", clean, lambda *_: True),
    ("siret, capitals", with_siret, _own_siret),
    ("siret only", siret_only, _own_siret),
    ("siret, zero lost", lost_zero, _zero),
    ("siret, wrong digit", wrong_digit, _own_siret),
    ("siret of another site", other_site, lambda w, i: bool(_elsewhere(w, i))),
    ("siret of another organisation", others_siret, _has_siret),
    ("siren and place", siren_and_city, lambda _, i: i.siren is not None),
    ("siren alone", siren_alone, lambda _, i: i.siren is not None),
    ("capitals, no accents", capitals, lambda *_: True),
    ("abbreviations", abbreviated, lambda _, i: any(f in i.name.lower() for f, _s in _SHORT)),
    ("legal form added or dropped", form_changed, lambda *_: True),
    ("typing errors", typo, lambda _, i: len(i.name) > 5),
    ("acronym only", acronym_only, has_acronym),
    ("city as the source writes it", real_label, _odd_label),
    ("cedex", cedex, lambda _, i: bool(i.postcode) and len(i.postcode or "") == 5),
    ("swapped columns", swapped, lambda _, i: bool(i.postcode)),
    ("no place", no_place, lambda *_: True),
    ("no postcode", no_postcode, lambda *_: True),
    ("name cut", cut, lambda _, i: len(i.name) > 28),
    ("words added", reworded, lambda *_: True),
    ("absent", absent, lone),
    ("absent, with siret", absent_with_siret, lambda w, i: _has_siret(w, i) and lone(w, i)),
    ("absent, no place", absent_no_place, lone),
    ("absent site of a known person", absent_site, _several),
)
