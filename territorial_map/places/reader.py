"""The place of a row, from its cells: code, else postcode and town, else town, else point."""

import re
from collections.abc import Iterable
from pathlib import Path

from territorial_map.domain.cells import cell_text
from territorial_map.domain.city_labels import city_key
from territorial_map.domain.geo import Point
from territorial_map.domain.territory import COLLECTIVITIES, Territory, commune_of_arrondissement
from territorial_map.places import wording
from territorial_map.places.abroad import country_of_town, is_known_abroad
from territorial_map.places.boundaries import Boundaries, boundaries_of
from territorial_map.places.cells import PlaceCells
from territorial_map.places.claims import PlaceClaims, read_claims
from territorial_map.places.collectivities import by_collectivity, by_town_of
from territorial_map.places.commune_index import Codes, CommuneIndex
from territorial_map.places.countries import OVERSEAS
from territorial_map.places.flags import PlaceFlag
from territorial_map.places.pointing import by_point
from territorial_map.places.postcodes import departments_of_postcode
from territorial_map.places.settled_place import SettledPlace
from territorial_map.places.towns import TownNames, Towns

_NUMBER = re.compile(r"2[AB]\d{3}|\d{5}")  # of a commune
_MOST = 100_000  # readings remembered: some three for each commune


class PlaceReader:
    """Reads places within the territories of one edition; ``folder`` is ``data/territories``.

    ``cog`` names the Code officiel géographique that the territories are of.
    """

    def __init__(
        self,
        territories: Iterable[Territory],
        folder: Path,
        boundaries: Boundaries | None = None,
        *,
        cog: str = "COG",
    ) -> None:
        self.cog = cog
        self.index = CommuneIndex(territories, folder)
        self.boundaries = boundaries or boundaries_of(folder)
        self._towns = TownNames(self.index)
        self._known: dict[PlaceCells, tuple[PlaceClaims, SettledPlace]] = {}

    def settle(self, cells: PlaceCells) -> SettledPlace:
        """Where the cells of a row say it is.

        The code wins over the town, unless postcode and town agree on another commune; a postcode
        and a town that disagree settle nothing; a point settles what they leave open.
        """
        claims, told = self._told(cells)
        point = None if claims.abroad else self.point_of(cells)
        if point is None or told.sure:
            return told
        return by_point(point, claims, told, self.index, self.boundaries)

    def claims(self, cells: PlaceCells) -> PlaceClaims:
        """What the cells claim one by one."""
        return self._told(cells)[0]

    @staticmethod
    def point_of(cells: PlaceCells) -> Point | None:
        """The point of a place that is not a whole département or région."""
        return None if cells.geo_precision in {"department", "region"} else cells.point

    def _told(self, cells: PlaceCells) -> tuple[PlaceClaims, SettledPlace]:
        """What is settled without the point: looked up once for all rows that tell the same."""
        by_address = not (cells.postcode or cells.city or cells.commune_code)
        key = cells._replace(address=cells.address if by_address else None, lon=None, lat=None)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            claims = read_claims(self._coded(key), self.index.areas)
            known = self._known[key] = claims, self._settle(claims)
        return known

    def _coded(self, cells: PlaceCells) -> PlaceCells:
        """The cells with a commune told by its number alone: no postcode is that number."""
        number = cell_text(cells.city).upper()
        if cells.commune_code or not _NUMBER.fullmatch(number) or self.index.served_by(number):
            return cells
        known = self.index.now(number) or self.index.collectivity_of(number)
        return cells._replace(city="", commune_code=number) if known else cells

    def _settle(self, claims: PlaceClaims) -> SettledPlace:
        if claims.abroad:
            return SettledPlace(
                country=claims.abroad, reason=wording.abroad(claims.abroad), sure=True
            )
        collectivity = by_collectivity(claims, self.index, self._towns.known)
        if collectivity is not None:
            return collectivity
        commune = self.index.commune(claims.code) if claims.code else None
        if commune is not None:
            return self._by_code(commune.code, claims)
        if claims.names:
            by_postcode = self._under_postcode(claims) if claims.postcode else self._alone(claims)
            return self._checked(by_postcode, claims)
        return self._checked(self._without_town(claims), claims)

    def _by_code(self, told: str, claims: PlaceClaims) -> SettledPlace:
        """The commune of the code, or that of postcode and town when the code is surely wrong."""
        served = self.index.served_by(claims.postcode)
        named = frozenset().union(*(self.index.named(city_key(n)) for n in claims.names[:1]))
        differs = bool(self._towns.known(claims.names[:1])) and not self._towns.is_of(
            claims.names, told
        )
        meant = _only(named & served)
        if differs and meant is not None and told not in served:
            flag = PlaceFlag.COMMUNE_CODE_DIFFERS
            return SettledPlace(meant, candidates=(told,), postcode=claims.postcode, flags=(flag,))
        flags: tuple[PlaceFlag, ...] = (PlaceFlag.LABEL_DIFFERS,) if differs else ()
        if commune_of_arrondissement(claims.code) != told:
            flags += (PlaceFlag.COMMUNE_FORMERLY,)
        return SettledPlace(told, postcode=claims.postcode, flags=flags, sure=True)

    def _under_postcode(self, claims: PlaceClaims) -> SettledPlace:
        served = self.index.served_by(claims.postcode)
        around = self._around(claims, served)
        towns = self._towns.under_postcode(claims.names, served, self.index.in_departments(around))
        only = towns.only
        if only is not None:
            agrees = only in served or not served
            flags = (PlaceFlag.COMMUNE_FROM_LABEL, *towns.flags)
            flags += () if agrees else (PlaceFlag.POSTCODE_DIFFERS,)
            return SettledPlace(only, postcode=claims.postcode, flags=flags, sure=only in served)
        if towns.codes:
            return self._several(towns.codes, claims)
        elsewhere = self._towns.known(claims.names)
        if elsewhere:
            reason = wording.disagree(claims.town, claims.postcode, elsewhere, self.index)
            if claims.short:
                reason = wording.short(claims.postcode, claims.town)
            codes = elsewhere | served
            return SettledPlace(
                candidates=self._ranked(codes), postcode=claims.postcode, reason=reason
            )
        return self._unknown_town(claims, served, around)

    def _around(self, claims: PlaceClaims, served: Codes) -> frozenset[str]:
        """The départements where a town may lie: those of its postcode, else that of the row."""
        by_postcode = frozenset(map(self.index.department_of, served)) or departments_of_postcode(
            claims.postcode
        )
        area = claims.area.departments if claims.area else frozenset()
        return (by_postcode & area) or by_postcode or area

    def _unknown_town(
        self, claims: PlaceClaims, served: Codes, around: frozenset[str]
    ) -> SettledPlace:
        """A town that is no commune's name: abroad, or a part of the postcode's only commune."""
        abroad = self._abroad(claims, served)
        if abroad is not None:
            return abroad
        if claims.short or is_known_abroad(claims, self.index):
            return SettledPlace(
                candidates=self._ranked(served),
                postcode=claims.postcode,
                reason=wording.short(claims.postcode, claims.town)
                if claims.short
                else wording.perhaps_abroad(claims.postcode, claims.town),
            )
        only = _only(served)
        if only is not None:
            flags = (PlaceFlag.COMMUNE_FROM_POSTCODE, PlaceFlag.LABEL_UNKNOWN)
            return SettledPlace(only, postcode=claims.postcode, flags=flags)
        return SettledPlace(
            candidates=self._ranked(served),
            departments=around & self.index.departments.keys(),
            postcode=claims.postcode,
            reason=wording.disagree(claims.town, claims.postcode, (), self.index),
        )

    def _alone(self, claims: PlaceClaims) -> SettledPlace:
        """A town without a postcode."""
        if claims.area is not None:
            return self._within(claims, claims.area.departments)
        towns = self._towns.anywhere(claims.names)
        if not towns.codes:
            area = next(filter(None, map(self.index.areas.read, claims.names)), None)
            if area is not None:
                return self._of_area(area.departments, area.region, "")
            abroad = self._abroad(claims, frozenset())
            if abroad is not None:
                return abroad
            stripped = self._area_inside(claims)
            if stripped is not None:
                return stripped
            towns = self._towns.nearly(claims.names)
        return self._of_towns(towns, claims)

    def _area_inside(self, claims: PlaceClaims) -> SettledPlace | None:
        """« Saint-Denis Réunion »: the last words of a town's cell are an area."""
        parts = claims.town.split()
        for n in range(1, min(5, len(parts))):
            area = self.index.areas.name_only(" ".join(parts[-n:]))
            if area is None:
                continue
            towns = self._towns.within(
                (" ".join(parts[:-n]),), self.index.in_departments(area.departments)
            )
            if towns.codes:
                return self._of_towns(towns, claims)
        return None

    def _within(self, claims: PlaceClaims, departments: frozenset[str]) -> SettledPlace:
        towns = self._towns.within(claims.names, self.index.in_departments(departments))
        if towns.codes:
            return self._of_towns(towns, claims)
        known = self._towns.known(claims.names)
        region = claims.area.region if claims.area else ""
        if known:
            reason = wording.elsewhere(claims.town, known, self.index)
            return SettledPlace(candidates=self._ranked(known), reason=reason)
        reason = wording.unknown(claims.town)
        if self.index.areas.read(claims.town) is not None:
            reason = ""
        return self._of_area(departments, region, reason)

    def _of_towns(self, towns: Towns, claims: PlaceClaims) -> SettledPlace:
        if towns.only is not None:
            flags = (PlaceFlag.COMMUNE_FROM_TOWN, *towns.flags)
            return SettledPlace(towns.only, candidates=self._ranked(towns.others), flags=flags)
        if towns.codes:
            return self._several(towns.codes, claims)
        return SettledPlace(reason=wording.unknown(claims.town))

    def _abroad(self, claims: PlaceClaims, served: Codes) -> SettledPlace | None:
        """Another country that the town tells, or a part of France without communes here."""
        country = country_of_town(claims, served, self.index)
        if country in OVERSEAS:
            return by_town_of(OVERSEAS[country], claims, self.index)
        flag = PlaceFlag.COUNTRY_FROM_TOWN
        reason = wording.abroad(country)
        return SettledPlace(country=country, flags=(flag,), reason=reason) if country else None

    def _without_town(self, claims: PlaceClaims) -> SettledPlace:
        """A postcode alone, or nothing but an area."""
        served = self.index.served_by(claims.postcode)
        area = claims.area
        narrowed = {c for c in served if area and self.index.department_of(c) in area.departments}
        only = _only(served)
        if only is not None:
            flag = PlaceFlag.COMMUNE_FROM_POSTCODE
            return SettledPlace(only, postcode=claims.postcode, flags=(flag,))
        if claims.postcode:
            around = self._around(claims, frozenset(narrowed) or served)
            return SettledPlace(
                candidates=self._ranked(narrowed or served),
                departments=around & self.index.departments.keys(),
                postcode=claims.postcode,
                reason=f"Le code postal {claims.postcode} ne suffit pas à désigner une commune.",
            )
        if area is not None:
            return self._of_area(area.departments, area.region, "")
        return SettledPlace(reason="La source ne donne aucun lieu.")

    def _of_area(self, departments: frozenset[str], region: str, reason: str) -> SettledPlace:
        one = len(departments) == 1
        if one and departments <= COLLECTIVITIES.keys():
            return SettledPlace(
                departments=departments, reason=wording.collectivity(*departments), sure=True
            )
        only = f"La source ne donne que {'le département' if one else 'la région'}."
        return SettledPlace(departments=departments, region=region, reason=reason or only)

    def _several(self, codes: Codes, claims: PlaceClaims) -> SettledPlace:
        return SettledPlace(
            candidates=self._ranked(codes),
            departments=self._shared_department(codes),
            postcode=claims.postcode,
            reason=wording.several(claims.town, codes, self.index),
        )

    def _shared_department(self, codes: Codes) -> frozenset[str]:
        found = frozenset(map(self.index.department_of, codes))
        return found if len(found) == 1 else frozenset()

    def _checked(self, settled: SettledPlace, claims: PlaceClaims) -> SettledPlace:
        """Say that the département told is not the commune's."""
        area = claims.area
        if settled.commune is None or area is None:
            return settled
        if self.index.department_of(settled.commune) in area.departments:
            return settled
        return settled.flagged(PlaceFlag.AREA_DIFFERS)

    def _ranked(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(codes, key=lambda code: (-self.index.people(code), code)))


def _only(codes: Codes) -> str | None:
    """The only code, or nothing: no choice is made between several."""
    return next(iter(codes)) if len(codes) == 1 else None
