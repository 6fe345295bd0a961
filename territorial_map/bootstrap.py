"""The one place that knows every floor: settings to a running application."""

from contextlib import suppress

import pandas  # noqa: F401, ICN001 - DuckDB looks for it on first use; imported twice at once it fails
from fastapi import FastAPI

from territorial_map.api.application import create_server
from territorial_map.api.gate import Gate
from territorial_map.api.partnerships import Operators
from territorial_map.domain.errors import EditionError
from territorial_map.ledger.dismissals import Ledger
from territorial_map.services.directory import Directory
from territorial_map.services.explore.addresses import geocoder_of
from territorial_map.services.knowledge.loading import load_knowledge
from territorial_map.settings import Settings, data_folder
from territorial_map.store.duplicate_verdicts import VerdictFile
from territorial_map.web import add_pages


def create_application(settings: Settings) -> FastAPI:
    """The API and the pages on one server, over the settings' folder of editions."""
    knowledge = load_knowledge(data_folder("data"))
    directory = Directory(settings.editions, knowledge)
    with suppress(EditionError):  # told to each visitor until there is one
        directory.warm()
    geocoder = geocoder_of(settings.geocoder)
    verdicts = VerdictFile(settings.verdicts)
    operators = Operators(Ledger(settings.ledger), settings.operator_secret, verdicts)
    gate = Gate(settings.exports_per_minute, settings.exports_at_once, settings.client_header)
    server = create_server(directory, knowledge, operators, settings.public_url, geocoder, gate)
    add_pages(server, directory, settings)
    return server
