"""A service that plays recherche-entreprises."""

from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson

TODAY = date(2026, 11, 28)
SIREN, OTHER, THIRD = "999000011", "999000029", "999000037"


Play = Callable[["Handler", str], None]


def company(siren: str = SIREN, **told: Any) -> dict[str, Any]:
    """A result as the service writes it, leaders included, whom nobody may read."""
    return {
        "siren": siren,
        "nom_complet": "ASSOCIATION SYNTHETIQUE",
        "nature_juridique": "9220",
        "activite_principale": "88.10C",
        "activite_principale_naf25": "88.10Y",
        "tranche_effectif_salarie": "12",
        "annee_tranche_effectif_salarie": "2023",
        "etat_administratif": "A",
        "date_fermeture": None,
        "statut_diffusion": "O",
        "dirigeants": [{"nom": "FICTIVE", "prenoms": "PERSONNE", "type_dirigeant": "physique"}],
        "complements": {"est_ess": True, "est_entrepreneur_individuel": False, "est_siae": False},
    } | told


def body(*results: dict[str, Any]) -> bytes:
    return orjson.dumps({"results": results, "total_results": len(results), "page": 1})


class Handler(BaseHTTPRequestHandler):
    """Answers a question by what the service plays."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        service: Service = self.server.service  # type: ignore[attr-defined]  # given below
        asked = parse_qs(urlsplit(self.path).query)
        service.asked.append(asked)
        service.agents.add(self.headers["User-Agent"])
        faults = service.faults
        (faults.pop(0) if faults else service.answer)(self, asked["q"][0])

    def say(self, status: int, content: bytes, **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(content))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


class Service:
    """What it knows, what it was asked, the faults to play first."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, Any]] = {}
        self.faults: list[Play] = []
        self.asked: list[dict[str, list[str]]] = []
        self.agents: set[str] = set()
        self.address = ""
        self.host = ""

    def answer(self, handler: Handler, siren: str) -> None:
        """The company, or nobody."""
        found = [self.known[siren]] if siren in self.known else []
        handler.say(200, body(*found), Content_Type="application/json")
