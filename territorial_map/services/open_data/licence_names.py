"""Licences as catalogues of data name them: a short name, and the address of their text."""

from dataclasses import dataclass

from territorial_map.domain.licences import Licence

_LO = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
_MIT = "https://opensource.org/license/mit"


@dataclass(frozen=True, slots=True)
class LicenceName:
    """``name`` is that of SPDX where there is one; ``path`` empty where its version is not told."""

    name: str
    path: str


NAMES: dict[Licence, LicenceName] = {
    Licence.LO: LicenceName("etalab-2.0", _LO),
    Licence.ODBL: LicenceName("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    Licence.CC_BY: LicenceName("CC-BY", ""),
    Licence.CC_BY_SA: LicenceName("CC-BY-SA", ""),
    Licence.CC0: LicenceName("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    Licence.OTHER: LicenceName("other", ""),
    Licence.LO_REPOSITORY: LicenceName("etalab-2.0", _LO),
    Licence.CC_BY_REPOSITORY: LicenceName("CC-BY", ""),
    Licence.MIT_REPOSITORY: LicenceName("MIT", _MIT),
    Licence.OTHER_REPOSITORY: LicenceName("other", ""),
    Licence.NOT_STATED: LicenceName("notspecified", ""),
}
