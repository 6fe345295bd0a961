"""What several rooms of services read: the product's own directory."""

from collections.abc import Iterator

import pytest

from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.store.editions import EditionFile
from territorial_map.store.pointers import current_id
from tests.browser.conftest import default_edition
from tests.known import KNOWLEDGE
from tests.once import folder_of_the_run, made_once


@pytest.fixture(scope="module")
def real_edition(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[OpenEdition]:
    """The default edition: what the product's own tables give."""
    run = folder_of_the_run(tmp_path_factory, worker_id)
    editions = made_once(run / "default-editions", default_edition)
    name = current_id(editions)
    assert name is not None
    file = EditionFile(editions, name)
    yield OpenEdition(file, KNOWLEDGE)
    file.close()
