"""A sheet of pairs to be judged blind, of organisations that nobody judged, and its key.

    python -m benchmarks.leads_draw FOLDER [--strong]

Draws organisations by stratum with a fixed seed, never one of ``tests/labels/PARTNER_PAIRS.md``.
``sheet.csv`` holds every pair that a method brings (the first five that a visitor sees, the five
nearest, the five nearest of the same trade or sort, five at random within 40 km), once and
shuffled within its organisation, with what the directory tells of both and nothing of the method;
``key.csv`` holds the methods, the category and the word, for whoever joins the grades. With
``--strong``: whoever has strong leads, two of them at most, beside as many of the nearest.
"""

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.known import KNOWLEDGE
from benchmarks.leads import FIRST, RADIUS_KM, drawn_ids, first_leads, nearest_persons
from benchmarks.partner_labels import ONE_READER, TWO_JUDGES, TWO_READERS, pairs_of
from territorial_map.domain.geo import distance_km
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.pooling.partnership import Tier, may_be_proposed
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.directory import Directory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.partners import facts_of_id
from territorial_map.settings import settings

SEED = 1130
WANTED = {"SIAE": 12, "ESAT/EA": 12, "space": 6, "other": 6, "PTCE": 5}
_FAR = 400
STRONG, OF_ONE = 120, 2


@dataclass(slots=True)
class Drawn:
    """What methods bring of one partner, and the lead that stands on the list, if one does."""

    methods: set[str] = field(default_factory=set)
    category: str = ""
    word: str = ""


def stratum(organisation: Organisation) -> str:
    """The stratum of an organisation: device first, then kind."""
    if organisation.kind is Kind.ESS_ACTOR and organisation.devices:
        return "SIAE"
    return {
        Kind.SHELTERED_SUPPLIER: "ESAT/EA",
        Kind.COOPERATION_SPACE: "space",
        Kind.PTCE: "PTCE",
    }.get(organisation.kind, "other")


def drawn_organisations(edition: OpenEdition) -> list[Organisation]:
    """As many of each stratum as wanted, placed, none that was judged before."""
    read = (TWO_JUDGES, ONE_READER, TWO_READERS)
    judged = {pair.organisation for path in read for _, pair in pairs_of(path)}
    left, drawn = dict(WANTED), []
    ids = drawn_ids(edition, sys.maxsize)
    random.Random(SEED).shuffle(ids)
    for one in ids:
        organisation = edition.organisation(one)
        known = {mention.id for mention in organisation.sources} & judged
        of = stratum(organisation)
        if known or not left[of] or organisation.place.point is None:
            continue
        left[of] -= 1
        drawn.append(organisation)
    return drawn


def pairs_to_judge(edition: OpenEdition, organisation: Organisation) -> dict[str, Drawn]:
    """By partner's id, which methods bring it."""
    found: dict[str, Drawn] = defaultdict(Drawn)
    for lead in first_leads(edition, organisation.id):
        drawn = found[lead.main.b.id]
        folded = lead.main.tier is Tier.INSUFFICIENT
        drawn.methods.add("first-asked" if folded else "first")
        drawn.category, drawn.word = lead.main.category, lead.main.tier
    near = _near(edition, organisation)
    for one in near[:FIRST]:
        found[one].methods.add("nearest")
    for one in _alike(edition, organisation, near)[:FIRST]:
        found[one].methods.add("same")
    for one in random.Random(organisation.id).sample(near, min(FIRST, len(near))):
        found[one].methods.add("random")
    return found


def strong_pairs(edition: OpenEdition) -> Iterator[tuple[Organisation, dict[str, Drawn]]]:
    """Of organisations drawn anew, strong leads and as many of the nearest that are none."""
    left = STRONG
    judged = {pair.organisation for _, pair in pairs_of(TWO_READERS)}
    ids = drawn_ids(edition, sys.maxsize)
    random.Random(SEED + 1).shuffle(ids)
    for one in ids:
        organisation = edition.organisation(one)
        if organisation.place.point is None or one in judged:
            continue
        leads = [lead for lead in first_leads(edition, one) if lead.main.tier is Tier.STRONG]
        if not leads:
            continue
        chosen = random.Random(one).sample(leads, min(OF_ONE, left, len(leads)))
        found = {
            lead.main.b.id: Drawn({"first"}, lead.main.category, lead.main.tier) for lead in chosen
        }
        every = {lead.main.b.id for lead in leads}
        others = [near for near in _near(edition, organisation) if near not in every]
        found |= {near: Drawn({"nearest"}) for near in others[: len(chosen)]}
        yield organisation, found
        left -= len(chosen)
        if not left:
            return


def _near(edition: OpenEdition, organisation: Organisation) -> list[str]:
    """Ids within the circle, one per legal person that may be proposed, nearest first."""
    centre = facts_of_id(edition, organisation.id)
    near = nearest_persons(edition, organisation.id, _FAR)
    ids = (one for one, km in near if km <= RADIUS_KM)
    return [one for one in ids if may_be_proposed(centre, facts_of_id(edition, one))]


def _alike(edition: OpenEdition, centre: Organisation, near: Sequence[str]) -> list[str]:
    """Those of the same trade, or of the same sort where none is known."""
    trades = {claim.sector for claim in centre.sectors}
    others = map(edition.organisation, near)
    if trades:
        return [one.id for one in others if trades & {claim.sector for claim in one.sectors}]
    return [one.id for one in others if stratum(one) == stratum(centre)]


def told(organisation: Organisation) -> dict[str, str]:
    """What the directory tells of it, in words."""
    terms = (*organisation.devices, *organisation.place_types)
    place = organisation.place
    partner = organisation.partner_type
    return {
        "name": organisation.name,
        "sort": ", ".join(t.label for t in (organisation.kind, *terms, *filter(None, [partner]))),
        "trades": ", ".join(claim.sector.label for claim in organisation.sectors) or "unknown",
        "form": organisation.status.legal_form.label if organisation.status.legal_form else "",
        "size": organisation.size.label,
        "place": f"{place.commune} ({place.department_code})",
    }


def rows(
    edition: OpenEdition, drawn: Iterable[tuple[Organisation, dict[str, Drawn]]]
) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Each pair as the reader sees it, and its key."""
    for organisation, partners in drawn:
        found = list(partners.items())
        random.Random(organisation.id).shuffle(found)
        for partner_id, how in found:
            partner = edition.organisation(partner_id)
            a, b = organisation.place.point, partner.place.point
            apart = f"{distance_km(a, b):.1f}" if a and b else ""
            pair = {"organisation": organisation.id, "partner": partner.id}
            ours = {f"a_{name}": text for name, text in told(organisation).items()}
            theirs = {f"b_{name}": text for name, text in told(partner).items()}
            key = {"stratum": stratum(organisation), "methods": "+".join(sorted(how.methods))}
            yield (
                {**pair, **ours, **theirs, "km": apart},
                {**pair, **key, "category": how.category, "word": how.word},
            )


def main(folder: Path, *, strong: bool) -> None:
    """Write the sheet and its key into ``folder``."""
    edition = Directory(settings().editions, KNOWLEDGE).current()
    every = ((one, pairs_to_judge(edition, one)) for one in drawn_organisations(edition))
    sheet, key = zip(*rows(edition, strong_pairs(edition) if strong else every), strict=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (("sheet.csv", sheet), ("key.csv", key)):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(lines[0]))
            writer.writeheader()
            writer.writerows(lines)
    print(f"{len(sheet)} pairs of {len({line['organisation'] for line in sheet})} organisations")


if __name__ == "__main__":
    main(Path(sys.argv[1]), strong="--strong" in sys.argv)
