"""Asking hosts on a list, over TLS, with patience: redirections, waits, and when to stop."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import NoReturn, TypeVar

import httpx2
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from territorial_map.domain.errors import SourceError
from territorial_map.refresh.pace import Pace
from territorial_map.refresh.plan import NetworkRules

_MOST_HOPS = 6
_MOST_FAILURES = 3
_MOST_ANSWER = 64 * 2**20
_PATIENCE = frozenset({429, 500, 502, 503, 504})
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_SECRETS = ("authorization", "x-api-key")
_EXPIRED = (
    " : le jeton est expiré, révoqué ou sans ce droit ; demandez-en un autre et changez-le dans "
    "les réglages"
)

T = TypeVar("T")
Sleep = Callable[[float], None]


class TryAgain(Exception):
    """A passing fault: the sentence that tells it, and how long its server asks to wait."""

    def __init__(self, told: str, wait_s: float | None = None) -> None:
        self.wait_s = wait_s
        super().__init__(told)


@dataclass(frozen=True, slots=True)
class Question:
    """One question: where, with which headers, and the hosts that may answer beside the usual.

    Secret headers go to ``hosts`` alone, wherever a redirection leads.
    """

    address: str
    headers: Mapping[str, str]
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer whose body is still to be read, and the addresses that led to it."""

    response: httpx2.Response
    hops: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where it was found."""
        return self.hops[-1]


class Web:
    """A client that asks no host but those of its rules.

    A host that failed three times is asked nothing more in this run.
    """

    def __init__(
        self, client: httpx2.Client, rules: NetworkRules, *, sleep: Sleep = time.sleep
    ) -> None:
        self.rules = rules
        self._client = client
        self._sleep = sleep
        self._failures: Counter[str] = Counter()

    @contextmanager
    def open(self, asked: Question) -> Iterator[Answered]:
        """Ask, and follow redirections within the list of hosts.

        Raises:
            SourceError: a host that is not on the list, or one that has failed too often.
            TryAgain: a passing fault of the host or of the way to it.
        """
        address, hops = asked.address, [asked.address]
        while True:
            host = self._checked(address, asked.hosts)
            try:
                response = self._client.send(
                    self._client.build_request("GET", address, headers=self._headers(asked, host)),
                    stream=True,
                )
            except httpx2.TransportError as error:
                raise TryAgain(f"{host} ne répond pas ({_told(error)})") from error
            with _closing(response):
                following = response.headers.get("location")
                if response.status_code not in _REDIRECTIONS or not following:
                    self._judge(response, host)
                    yield Answered(response, tuple(hops))
                    return
            address = str(httpx2.URL(address).join(following))
            hops.append(address)
            if len(hops) > _MOST_HOPS:
                raise SourceError(f"{host} : plus de {_MOST_HOPS} redirections de suite.")

    def json(self, asked: Question) -> bytes | None:
        """The body of a short answer, with patience; ``None`` when it is not there (404, 410).

        Raises:
            SourceError: refused, unreachable, or longer than such an answer is.
        """

        def ask() -> bytes | None:
            with self.open(asked) as answered:
                if answered.response.status_code in {404, 410}:
                    return None
                refuse(answered.response)
                return b"".join(self._short(answered.response))

        return self.patiently(ask, asked.address)

    def parts(self, response: httpx2.Response, *, packed: bool = True) -> Iterator[bytes]:
        """The bytes of an answer as they come, unpacked where a host ``packed`` them.

        Raises:
            TryAgain: the connection was cut, or the host sends too few bytes a second.
        """
        pace = Pace(self.rules.least_bytes_per_s, self.rules.slow_after_s)
        try:
            for part in response.iter_bytes() if packed else response.iter_raw():
                slow = pace.too_slow(len(part))
                if slow is not None:
                    raise TryAgain(f"{response.url.host} : trop lent ({slow:.0f} octets/s)")
                yield part
        except (httpx2.TransportError, httpx2.DecodingError) as error:
            cut_off(response, error)

    def _short(self, response: httpx2.Response) -> Iterator[bytes]:
        size = 0
        for part in self.parts(response):
            size += len(part)
            if size > _MOST_ANSWER:
                raise SourceError(f"{response.url.host} : réponse de catalogue démesurée.")
            yield part

    def patiently(self, ask: Callable[[], T], address: str) -> T:
        """Do something until it succeeds, with waits that grow, some few times.

        Raises:
            SourceError: it failed each time; the last fault is told.
        """
        retrying = Retrying(
            retry=retry_if_exception_type(TryAgain),
            stop=stop_after_attempt(self.rules.tries),
            wait=self._wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return retrying(ask)
        except TryAgain as error:
            self._failures[httpx2.URL(address).host] += 1
            raise SourceError(f"{error} ; essayé {self.rules.tries} fois.") from error

    def _wait(self, state: RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        asked = fault.wait_s if isinstance(fault, TryAgain) else None
        if asked is not None and asked > self.rules.longest_wait_s:
            raise SourceError(f"{fault} : il demande d’attendre {asked:.0f} s. Relancez plus tard.")
        growing: float = self.rules.first_wait_s * 2 ** (state.attempt_number - 1)
        return max(growing, asked or 0)

    def _checked(self, address: str, more: tuple[str, ...]) -> str:
        url = httpx2.URL(address)
        named = url.host if url.port is None else f"{url.host}:{url.port}"
        plain = named in self.rules.plain_http
        if not plain and (url.scheme != "https" or not _listed(named, (*self.rules.hosts, *more))):
            raise SourceError(
                f"« {url.scheme}://{named} » n’est pas un hôte connu de cette source : rien n’en "
                "est pris. S’il est bon, ajoutez-le au plan (hosts)."
            )
        if self._failures[url.host] >= _MOST_FAILURES:
            raise SourceError(
                f"{named} a échoué {_MOST_FAILURES} fois : on ne l’interroge plus cette fois-ci."
            )
        return named

    def _headers(self, asked: Question, host: str) -> dict[str, str]:
        first = httpx2.URL(asked.address)
        own = first.host if first.port is None else f"{first.host}:{first.port}"
        trusted = host == own or _listed(host, asked.hosts)
        usual = {"User-Agent": self.rules.user_agent, "Accept-Encoding": "identity"}
        return usual | {
            name: value
            for name, value in asked.headers.items()
            if trusted or name.lower() not in _SECRETS
        }

    def _judge(self, response: httpx2.Response, host: str) -> None:
        if response.status_code in _PATIENCE:
            told = f"{host} répond {_status(response.status_code)}"
            raise TryAgain(told, _retry_after(response))


def new_client(rules: NetworkRules) -> httpx2.Client:
    """A client with a deadline per read, not in all, and one connection per host."""
    timeout = httpx2.Timeout(rules.read_timeout_s, connect=min(20.0, rules.read_timeout_s))
    limits = httpx2.Limits(max_connections=4, max_keepalive_connections=1)
    return httpx2.Client(timeout=timeout, limits=limits, follow_redirects=False)


def refuse(response: httpx2.Response) -> None:
    """Accept an answer that brings something.

    Raises:
        SourceError: it brings nothing: what its host says.
    """
    code, host = response.status_code, response.url.host
    if code < 300:
        return
    with_token = any(response.request.headers.get(name) for name in _SECRETS)
    advice = {
        401: _EXPIRED if with_token else " : un jeton est demandé, et aucun n’a été envoyé",
        403: _EXPIRED
        if with_token
        else " : accès refusé (un User-Agent que l’hôte n’aime pas, ou une adresse bannie ?)",
        404: " : l’adresse n’existe plus",
        410: " : l’adresse n’existe plus",
    }
    raise SourceError(f"{host} répond {_status(code)}{advice.get(code, '')}.")


def _status(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)


@contextmanager
def _closing(response: httpx2.Response) -> Iterator[None]:
    try:
        yield
    finally:
        response.close()


def cut_off(response: httpx2.Response, error: Exception) -> NoReturn:
    """Tell that the connection was cut in the middle.

    Raises:
        TryAgain: always.
    """
    raise TryAgain(f"{response.url.host} : connexion coupée ({_told(error)})") from error


def _told(error: Exception) -> str:
    return str(error) or type(error).__name__


def _listed(named: str, hosts: tuple[str, ...]) -> bool:
    return any(
        named.endswith(host[1:]) if host.startswith("*.") else named == host for host in hosts
    )


def _retry_after(response: httpx2.Response) -> float | None:
    told = response.headers.get("retry-after", "").strip()
    if not told:
        return None
    if told.isdigit():
        return float(told)
    try:
        then = parsedate_to_datetime(told)
    except ValueError:
        return None
    return max(0.0, (then - datetime.now(tz=UTC)).total_seconds())
