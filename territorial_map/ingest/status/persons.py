"""A legal form belongs to the legal person: what one of its sites tells holds for all.

The SIREN names the person (INSEE). A form read on one row is given to the rows of the same SIREN
that tell none, with the rule written beside the field; two different forms settle nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from territorial_map.domain.organisation import FieldFact, Organisation
from territorial_map.domain.vocabulary import LegalFamily
from territorial_map.ingest.french import NBSP


def share_legal_persons(organisations: Iterable[Organisation]) -> list[Organisation]:
    """The same organisations, those without a form completed from sites of their SIREN."""
    rows = list(organisations)
    told: dict[str, list[Organisation]] = defaultdict(list)
    for row in rows:
        if row.siren and row.status.legal_family is not LegalFamily.UNKNOWN:
            told[row.siren].append(row)
    return [_completed(row, told.get(row.siren or "", [])) for row in rows]


def _completed(row: Organisation, tellers: list[Organisation]) -> Organisation:
    if row.status.legal_family is not LegalFamily.UNKNOWN or not tellers:
        return row
    if len({teller.status.legal_form for teller in tellers}) > 1:
        return row
    teller = min(tellers, key=lambda organisation: organisation.id)
    shared = f"Lu sur un autre site de la même personne (SIREN{NBSP}{row.siren}, {teller.id})"
    status = replace(
        teller.status,
        legal_form_evidence=f"{shared}. {teller.status.legal_form_evidence}",
    )
    facts = tuple(
        FieldFact(field, teller.source.source, teller.source.vintage, f"{shared}.")
        for field in ("legal_form", "ess_status")
    )
    return replace(row, status=status, field_facts=(*row.field_facts, *facts))
