"""What the words claim on real organisations: few leads are strong, none is of one's own group."""

import random
from collections.abc import Iterator

import pytest

from territorial_map.domain.pooling.leads import Lead
from territorial_map.domain.pooling.partnership import Tier
from territorial_map.domain.pooling.ties import already_cooperate
from territorial_map.queries import partners
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partner_lists.leads import find_leads
from territorial_map.services.partner_lists.partner_query import PartnersAsked
from territorial_map.store.editions import EditionFile
from tests.browser.conftest import default_edition
from tests.known import KNOWLEDGE
from tests.once import folder_of_the_run, made_once

pytestmark = pytest.mark.edition
DRAWN, FIRST, SEED = 60, 5, 17
MOST_STRONG = 0.2


@pytest.fixture(scope="module")
def first_fives(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[list[tuple[Lead, ...]]]:
    run = folder_of_the_run(tmp_path_factory, worker_id)
    editions = made_once(run / "default-editions", default_edition)
    file = EditionFile(editions, (editions / "current").read_text().strip())
    edition = OpenEdition(file, KNOWLEDGE)
    with file.connect() as connection:
        ids = sorted(row.id for row in connection.execute(partners.sites_of_edition()))
    drawn = random.Random(SEED).sample(ids, DRAWN)
    asked = [PartnersAsked(organisation=one, radius_km=40, limit=FIRST) for one in drawn]
    yield [find_leads(edition, one).leads for one in asked]
    file.close()


def test_at_most_one_first_lead_in_five_is_strong(first_fives: list[tuple[Lead, ...]]) -> None:
    lines = [lead.main for leads in first_fives for lead in leads]

    assert len(lines) >= DRAWN
    assert sum(line.tier is Tier.STRONG for line in lines) <= MOST_STRONG * len(lines)


def test_nobody_is_a_lead_of_the_own_group(first_fives: list[tuple[Lead, ...]]) -> None:
    pairs = [(lead.main.a, lead.main.b) for leads in first_fives for lead in leads]

    assert len(pairs) >= DRAWN
    assert not [(a.id, b.id) for a, b in pairs if already_cooperate(a, b)]
