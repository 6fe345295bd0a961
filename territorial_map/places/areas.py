"""Départements and régions as tables write them: codes, names, former names, both at once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from territorial_map.domain.territory import COLLECTIVITIES, Territory
from territorial_map.domain.text import fold
from territorial_map.places.postcodes import departments_of_postcode

# Names that départements had (INSEE, « Historique des départements »).
_FORMER_DEPARTMENTS = {
    "cotes du nord": "22", "basses alpes": "04", "basses pyrenees": "64", "loire inferieure": "44",
    "charente inferieure": "17", "seine inferieure": "76", "ile de la reunion": "974",
    "bdr": "13", "alpes de hte provence": "04", "ht rhin": "68", "bs rhin": "67",
    "pyrenees atl": "64", "pyr atlantiques": "64", "pyr orientales": "66", "pyrenees or": "66",
    "loire atl": "44", "charente mme": "17", "seine mme": "76", "terr de belfort": "90",
    "metropole de lyon": "69", "grand lyon": "69", "rhone metropole de lyon": "69",
    "nouveau rhone": "69", "guyane francaise": "973", "cote dor": "21", "cotes d armor": "22",
    "cote d armor": "22", "val doise": "95", "seine st denis": "93", "tarn garonne": "82",
    "lot garonne": "47", "ille vilaine": "35", "indre loire": "37", "maine loire": "49",
    "meurthe moselle": "54", "saone loire": "71", "loir cher": "41", "eure loir": "28",
    "seine marne": "77", "bouches du rhones": "13", "alpes hte provence": "04",
    "hte savoie": "74", "hte loire": "43", "hte garonne": "31", "hte vienne": "87",
    "hte marne": "52", "hte saone": "70", "hte corse": "2B", "htes alpes": "05",
    "htes pyrenees": "65", "hts de seine": "92", "t de belfort": "90", "belfort": "90",
}  # fmt: skip
# Régions until 2015 with their départements (INSEE, COG 2015), and usual short names.
_FORMER_REGIONS = {
    "alsace": "67 68", "lorraine": "54 55 57 88", "champagne ardenne": "08 10 51 52",
    "aquitaine": "24 33 40 47 64", "limousin": "19 23 87", "poitou charentes": "16 17 79 86",
    "languedoc roussillon": "11 30 34 48 66", "midi pyrenees": "09 12 31 32 46 65 81 82",
    "nord pas de calais": "59 62", "picardie": "02 60 80", "basse normandie": "14 50 61",
    "haute normandie": "27 76", "bourgogne": "21 58 71 89", "franche comte": "25 39 70 90",
    "auvergne": "03 15 43 63", "rhone alpes": "01 07 26 38 42 69 73 74",
    "corse": "2A 2B", "savoies": "73 74", "alpes du sud": "04 05",
}  # fmt: skip
_SHORT_REGIONS = {
    "paca": "93", "idf": "11", "aura": "84", "hdf": "32", "bfc": "27", "centre": "24",
    "region sud": "93", "sud": "93", "ara": "84", "npdc": "32", "gpe": "01", "mtq": "02",
    "guf": "03", "reu": "04", "myt": "06", "cvl": "24", "pdl": "52", "pdll": "52", "bzh": "53",
    "bze": "53", "naq": "75", "lrmp": "76", "alpc": "75", "acal": "44", "npdcp": "32",
    "nord pas de calais picardie": "32", "region parisienne": "11", "region centre": "24",
}  # fmt: skip
_OF = re.compile(
    r"^(?:departements?|depts?|dpt|dep|dom|drom|tom|com|region|ile|fr|n|no|num|code)"
    r"(?: (?:de la|de l|des|du|de|d))? "
)
_NUMBER = re.compile(r"0?(2[ab]|97[1-8]|98[4-9]|\d{1,2})", re.IGNORECASE)
_THE = re.compile(r"^(?:dans le|dans l|du|le|la|l|en) (?=\d)")  # « le 93 »
_ARTICLES = re.compile(r"^(?:dans |en )?(?:les|le|la|l) |^en ")
_LETTERED = re.compile(r"^(?:d|dep|dept|dpt)(?=\d{2,3}$)")  # « D42 »
_DECIMALS = re.compile(r"(?<=\d)[.,]0+\s*$")
_SPLIT_NUMBER = re.compile(r"^\s*(\d)\s?[-./]\s?(\d|[ab])\s*$", re.IGNORECASE)  # « 9-3 »
_TOLD_TWICE = re.compile(r"\s*[;/|+&,]\s*|\s+(?:et|ou|[-–—])\s+")
_LONGEST = 80  # characters of a cell that is looked at hyphen by hyphen
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_POSTCODE = re.compile(r"\s*\d{5}\s*")
_LED = re.compile(rf"{_NUMBER.pattern}(?: (?P<name>.+))?", re.IGNORECASE)
_ENDED = re.compile(rf"(?P<name>.+?) {_NUMBER.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Area:
    """What an area cell means: départements (or collectivities), and the région if it is one."""

    departments: frozenset[str]
    region: str = ""

    def __and__(self, other: "Area") -> "Area":
        """Where both agree; the first one's where they do not."""
        both = self.departments & other.departments
        if not both:
            return self
        return Area(both, self.region or other.region)


class AreaNames:
    """Départements, collectivities and régions of the COG, by the ways to write them."""

    def __init__(self, departments: Iterable[Territory], regions: Iterable[Territory]) -> None:
        self._departments = {d.code: d for d in departments}
        self._regions = {r.code: r for r in regions}
        self._of_region: dict[str, frozenset[str]] = {
            code: frozenset(d.code for d in self._departments.values() if d.region_code == code)
            for code in self._regions
        }
        self._named = self._names()

    def _names(self) -> dict[str, Area]:
        """Every name, the surest ones last."""
        numbered = {fold(name): code for code, name in COLLECTIVITIES.items()}
        numbered |= {n: c for n, c in _FORMER_DEPARTMENTS.items() if c in self._departments}
        numbered |= {fold(d.name): code for code, d in self._departments.items()}
        regions = {n: c for n, c in _SHORT_REGIONS.items() if c in self._regions}
        regions |= {fold(region.name): code for code, region in self._regions.items()}
        return (
            dict(self._former_regions())
            | {name: Area(self._of_region[code], code) for name, code in regions.items()}
            | {name: Area(frozenset({code})) for name, code in numbered.items()}
        )

    def _former_regions(self) -> Iterator[tuple[str, Area]]:
        for name, codes in _FORMER_REGIONS.items():
            kept = frozenset(codes.split()) & self._departments.keys()
            regions = {self._departments[code].region_code or "" for code in kept}
            if kept:
                yield name, Area(kept, regions.pop() if len(regions) == 1 else "")

    def read(self, cell: str) -> Area | None:
        """The area of a cell: « 42 », « 1 », « 2a », « 20 », « Loire », « 42 - Loire », « Corse ».

        A number wins over the name beside it.
        """
        whole = _SPLIT_NUMBER.sub(r"\1\2", _DECIMALS.sub("", cell))
        if _POSTCODE.fullmatch(whole):
            codes = departments_of_postcode(whole.strip())
            known = codes <= self._departments.keys() | COLLECTIVITIES.keys()
            return Area(codes) if codes and known else None
        for told in dict.fromkeys((whole, _BRACKETED.sub("", whole))):
            found = self._one(told) or self._several(told) or self._joined(told)
            if found is not None:
                return found
        return None

    def _one(self, cell: str) -> Area | None:
        told = fold(cell)
        found = self._by_name(told) or self._by_number(told)
        if found is None and (bare := _bare_number(told)) != told:
            found = self._by_number(bare)
        return found

    def _several(self, cell: str) -> Area | None:
        """« Dordogne ; Gironde »: all of them; nothing where one part is no area."""
        parts = [part for part in _TOLD_TWICE.split(cell) if part]
        found = [self._one(part) for part in parts] if len(parts) > 1 else []
        areas = [area for area in found if area is not None]
        if not areas or len(areas) < len(parts):
            return None
        least = min(areas, key=lambda area: len(area.departments))
        if all(least.departments <= area.departments for area in areas):
            return least  # « Isère, Auvergne-Rhône-Alpes »
        return Area(frozenset().union(*(area.departments for area in areas)))

    def _joined(self, cell: str) -> Area | None:
        """« Drôme-Ardèche », « 73-74 »: two areas on either side of one of the hyphens."""
        for hyphen in re.finditer("-", cell[:_LONGEST]):
            left, right = self._one(cell[: hyphen.start()]), self._one(cell[hyphen.end() :])
            if left is not None and right is not None:
                return Area(left.departments | right.departments)
        return None

    def read_region(self, cell: str) -> Area | None:
        """The area of a région cell, whose numbers are those of régions."""
        code = fold(_DECIMALS.sub("", cell)).zfill(2)
        if code in self._regions:
            return Area(self._of_region[code], code)
        return self.read(cell)

    def other_names(self) -> Iterator[tuple[str, Area]]:
        """Folded names that are not the COG's: former régions and départements, abbreviations."""
        official = {fold(t.name) for t in (*self._departments.values(), *self._regions.values())}
        yield from ((name, area) for name, area in self._named.items() if name not in official)

    def name_only(self, cell: str) -> Area | None:
        """The area of a text that is a name, without any number."""
        return self._by_name(fold(cell))

    def _by_name(self, told: str) -> Area | None:
        bare = _OF.sub("", told)
        for name in (told, bare, _ARTICLES.sub("", bare)):
            found = self._named.get(name) or self._named.get(f"la {name}")
            if found is not None:
                return found
        return None

    def _by_number(self, told: str) -> Area | None:
        found = _LED.fullmatch(told) or _ENDED.fullmatch(told)
        if found is None:
            return None
        name = found["name"] or ""
        named = self._by_name(name) if name else None
        if name and named is None:
            return None
        if named is not None and named.departments == {"75"}:
            return named  # « Paris 1 » is one of its arrondissements
        return self.of_number(found[1] if found.re is _LED else found[2])

    def of_number(self, number: str) -> Area | None:
        """The area of a département number, « 20 » being both of Corsica."""
        code = number.upper().zfill(2)
        if code == "20" and "2A" in self._departments:
            return Area(frozenset({"2A", "2B"}), self._departments["2A"].region_code or "")
        known = code in self._departments or code in COLLECTIVITIES
        return Area(frozenset({code})) if known else None


def _bare_number(told: str) -> str:
    """« d42 », « dpt 42 », « fr 42 », « 69m » as the number alone."""
    if told in {"69m", "69d"}:
        return "69"
    return _LETTERED.sub("", _OF.sub("", _THE.sub("", told)))
