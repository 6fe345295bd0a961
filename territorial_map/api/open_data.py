"""The files of open data over HTTP: whole files of the edition served, through the gate."""

from pathlib import Path

import orjson
from fastapi import FastAPI, Request, Response
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

from territorial_map.api.gate import Admission, Gate, leaving_on_failure
from territorial_map.domain.errors import NotFound
from territorial_map.services.open_data.catalogue_record import catalogue_record
from territorial_map.services.open_data.files import (
    ATTRIBUTION,
    CATALOGUE,
    CHECKSUMS,
    DESCRIPTOR,
    README,
)
from territorial_map.services.site import Site

FOLDER = "/donnees-ouvertes"
_TYPES = {
    DESCRIPTOR: "application/json",
    README: "text/markdown; charset=utf-8",
    ATTRIBUTION: "text/plain; charset=utf-8",
    CHECKSUMS: "text/plain; charset=utf-8",
}
_MOST_SHOWN = 60


def add_open_data(server: FastAPI, site: Site, gate: Gate) -> None:
    """Register the files of the edition served, by their names."""

    @server.get(f"{FOLDER}/{CATALOGUE}", include_in_schema=False)
    def get_catalogue_record() -> Response:
        found = site.open_data.needed(site.directory.current().edition.id)
        told = catalogue_record(found.descriptor, site.publisher.name, site.public_url)
        return Response(orjson.dumps(told), media_type="application/ld+json")

    @server.get(f"{FOLDER}/{{name}}", include_in_schema=False)
    def download_open_data(request: Request, name: str) -> Response:
        with leaving_on_failure(gate.admit(gate.client_of(request))) as place:
            return _file(site, name, place)


def _file(site: Site, name: str, place: Admission) -> Response:
    found = site.open_data.needed(site.directory.current().edition.id)
    path = found.path_of(name)
    if path is None:
        known = ", ".join(one.name for one in found.files)
        raise NotFound(f"Aucun fichier « {name[:_MOST_SHOWN]} ». Existent : {known}.")
    types = {one.name: one.media_type for one in found.files} | _TYPES
    return GatedFile(path, types[name], f"{found.edition}_{name}", place)


class GatedFile(FileResponse):
    """A file that says when it has been sent, or its reader has left."""

    def __init__(self, path: Path, media_type: str, file_name: str, place: Admission) -> None:
        self._place = place
        headers = {"Cache-Control": "no-cache"}
        super().__init__(path, headers=headers, media_type=media_type, filename=file_name)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send; whatever happens, free the place."""
        self._place.made()
        try:
            with self._place.sending() as cut:
                await super().__call__(scope, receive, send)
            if cut.cancelled_caught:
                raise ClientDisconnect
        finally:
            self._place.leave()
