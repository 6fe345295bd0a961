"""Addresses to points: offline there are none; online the Base adresse nationale is asked.

Source: IGN, service de géocodage de la Géoplateforme, ``/search``, GeoJSON answers.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import httpx2

from territorial_map.domain.geo import Point

BAN_URL = "https://data.geopf.fr/geocodage/search"
_TIMEOUT_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Address:
    """An address found: its label as the base writes it, its commune and its point."""

    label: str
    commune_code: str | None
    point: Point


class Geocoder(Protocol):
    """Where addresses are looked up."""

    def find(self, text: str, limit: int) -> tuple[Address, ...]:
        """Addresses that the text may mean, best first."""


class NoGeocoder:
    """The offline setting: territories are found by the gazetteer, addresses are not."""

    def find(self, text: str, limit: int) -> tuple[Address, ...]:  # noqa: ARG002 - the protocol's
        """No address."""
        return ()


class BanGeocoder:
    """The national address base, online; when it does not answer, there is no suggestion."""

    def __init__(self, url: str = BAN_URL) -> None:
        self._client = httpx2.Client(timeout=_TIMEOUT_SECONDS, follow_redirects=False)
        self._url = url

    def find(self, text: str, limit: int) -> tuple[Address, ...]:
        """Addresses that the base finds for a text of three characters or more."""
        if len(text.strip()) < 3:
            return ()
        try:
            answer = self._client.get(self._url, params={"q": text, "limit": str(limit)})
            answer.raise_for_status()
            features: list[dict[str, Any]] = answer.json()["features"]
            return tuple(map(_address_of, features))
        except (httpx2.HTTPError, ValueError, KeyError, TypeError):
            return ()


def _address_of(feature: dict[str, Any]) -> Address:
    lon, lat = feature["geometry"]["coordinates"]
    properties = feature["properties"]
    return Address(properties["label"], properties.get("citycode"), Point(lon, lat))


def geocoder_of(setting: str) -> Geocoder:
    """The geocoder that a setting names: ``ban`` or ``offline``."""
    return BanGeocoder() if setting == "ban" else NoGeocoder()
