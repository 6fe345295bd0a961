"""The pages of an API that gives a list by parts, with a token: each page as one file."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from territorial_map.domain.errors import SourceError
from territorial_map.ingest.progress import Progress, silent
from territorial_map.refresh.download import DOWNLOADING, check_room
from territorial_map.refresh.plan import WantedFile
from territorial_map.refresh.web import Question, Web

_MOST_PAGES = 2_000


class _Page(BaseModel):
    """``{count, next, previous, results}``, as Django REST framework gives it."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    count: int
    results: list[dict[str, object]]


def fetch_pages(
    web: Web,
    wanted: WantedFile,
    into: Path,
    headers: Mapping[str, str],
    *,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Every page of a list, written as files in their order; addresses told by pages are not asked.

    Raises:
        SourceError: refused (a token that is not accepted, say), not what is expected, or a list
            whose pages do not make its count.
    """
    into.mkdir(parents=True, exist_ok=True)
    check_room(into, 0, wanted.most_bytes)
    paths: list[Path] = []
    taken, size = 0, 0
    while len(paths) < _MOST_PAGES:
        address = f"{wanted.address}?limit={wanted.page_rows}&offset={taken}"
        body = web.json(Question(address, headers, wanted.hosts))
        page = _page(body, wanted)
        size += len(body or b"")
        if size > wanted.most_bytes:
            raise SourceError(f"{wanted.role} : plus de {wanted.most_mb} Mo reçus.")
        path = into / f"page-{len(paths) + 1:04}.json"
        path.write_bytes(body or b"")
        paths.append(path)
        taken += len(page.results)
        progress(f"{DOWNLOADING} : {wanted.role}", taken, max(taken, page.count))
        if not page.results or taken >= page.count:
            break
    if taken != page.count:
        raise SourceError(
            f"{wanted.role} : {taken} lignes reçues, {page.count} annoncées. La liste a changé "
            "pendant la lecture, ou des pages manquent : relancez."
        )
    return tuple(paths)


def _page(body: bytes | None, wanted: WantedFile) -> _Page:
    if body is None:
        raise SourceError(f"{wanted.address} : cette adresse n’existe pas ou plus.")
    try:
        return _Page.model_validate_json(body)
    except ValidationError as error:
        told = body[:40].decode("latin-1")
        raise SourceError(
            f"{wanted.role} : la page reçue n’est pas une liste (« {told} »)."
        ) from error
