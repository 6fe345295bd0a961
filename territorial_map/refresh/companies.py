"""Asking recherche-entreprises of one legal person at a time, seven times a second at most.

Source: DINUM, API Recherche d'entreprises (open-api of search-api): ``minimal`` leaves the leaders
of a company out of the answer, so that no person is even sent.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from territorial_map.domain.errors import SourceError
from territorial_map.domain.naf import marked_naf
from territorial_map.ingest.companies import CompanyAnswer, CompanyState
from territorial_map.ingest.status.natural_persons import is_natural_person
from territorial_map.refresh.plan import NetworkRules
from territorial_map.refresh.web import Question, Web

HOST = "recherche-entreprises.api.gouv.fr"
API = f"https://{HOST}/search"
PER_SECOND = 7
_KEY = "recherche-entreprises"


def rules(contact: str, plain_http: tuple[str, ...] = ()) -> NetworkRules:
    """The one host that may be asked, a few times, with short waits."""
    return NetworkRules(
        api="",
        hosts=(HOST,),
        plain_http=plain_http,
        user_agent=f"territorial-map ({contact})" if contact else "territorial-map",
        tries=4,
        read_timeout_s=20.0,
        longest_wait_s=120.0,
        first_wait_s=1.0,
    )


class _Complements(BaseModel):
    model_config = ConfigDict(extra="ignore")
    est_ess: bool | None = None
    est_entrepreneur_individuel: bool | None = None


class _Company(BaseModel):
    """What is read of a company; everything else in the answer is left where it is."""

    model_config = ConfigDict(extra="ignore")
    siren: str = Field(pattern=r"^\d{9}$")
    nature_juridique: str | None = None
    activite_principale: str | None = None
    activite_principale_naf25: str | None = None
    tranche_effectif_salarie: str | None = None
    annee_tranche_effectif_salarie: str | int | None = None
    etat_administratif: str | None = None
    date_fermeture: str | None = None
    statut_diffusion: str | None = None
    complements: _Complements = Field(default_factory=_Complements)


class _Found(BaseModel):
    model_config = ConfigDict(extra="ignore")
    results: list[_Company]


@dataclass(slots=True)
class Companies:
    """Asks with a client that is passed in; ``sleep`` and ``address`` are for tests."""

    web: Web
    today: date
    address: str = API
    sleep: Callable[[float], None] = time.sleep
    _limiter: MovingWindowRateLimiter = field(
        default_factory=lambda: MovingWindowRateLimiter(MemoryStorage())
    )

    def ask(self, siren: str) -> CompanyAnswer:
        """The answer on one legal person.

        A natural person, or one closed to diffusion, is refused: nothing but its number is kept.

        Raises:
            SourceError: no answer after some tries, or one that cannot be read.
        """
        self._wait()
        asked = {"q": siren, "minimal": "true", "include": "complements", "per_page": "1"}
        body = self.web.json(Question(f"{self.address}?{urlencode(asked)}", {}))
        if body is None:
            return CompanyAnswer(siren, CompanyState.UNKNOWN, self.today.isoformat())
        try:
            found = _Found.model_validate_json(body).results
        except ValidationError as error:
            raise SourceError(
                f"{HOST} : réponse illisible pour le SIREN {siren} "
                f"({error.error_count()} défaut(s), par exemple {error.errors()[0]['msg']})."
            ) from error
        company = next((one for one in found if one.siren == siren), None)
        return self._answer(siren, company)

    def _wait(self) -> None:
        item = RateLimitItemPerSecond(PER_SECOND)
        while not self._limiter.hit(item, _KEY):
            reset = self._limiter.get_window_stats(item, _KEY).reset_time
            self.sleep(max(0.01, reset - time.time()))

    def _answer(self, siren: str, company: _Company | None) -> CompanyAnswer:
        asked_on = self.today.isoformat()
        if company is None:
            return CompanyAnswer(siren, CompanyState.UNKNOWN, asked_on)
        if _is_refused(company):
            return CompanyAnswer(siren, CompanyState.REFUSED, asked_on)
        closed = company.etat_administratif not in {"A", None}
        ess = company.complements.est_ess
        return CompanyAnswer(
            siren,
            CompanyState.CLOSED if closed else CompanyState.OPEN,
            asked_on,
            legal_category=company.nature_juridique or "",
            naf=_naf(company),
            headcount_band=company.tranche_effectif_salarie or "",
            headcount_year=str(company.annee_tranche_effectif_salarie or ""),
            ess={True: "yes", False: "no", None: ""}[ess],
            closed_on=(company.date_fermeture or "") if closed else "",
        )


def _is_refused(company: _Company) -> bool:
    return (
        is_natural_person(company.nature_juridique or "")
        or bool(company.complements.est_entrepreneur_individuel)
        or company.statut_diffusion not in {"O", None}
    )


def _naf(company: _Company) -> str:
    """The code of NAF rév. 2 while there is one, else that of NAF 2025, marked."""
    return marked_naf(company.activite_principale or "", company.activite_principale_naf25 or "")
