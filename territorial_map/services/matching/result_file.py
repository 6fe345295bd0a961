"""The result as a CSV: every original row as it stood, then what matching says of it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from territorial_map.domain.listing import Listed
from territorial_map.domain.matching.terms import likelihood_of
from territorial_map.domain.naf import naf_in_words
from territorial_map.domain.term import Term
from territorial_map.services.export.cells import neutral
from territorial_map.services.matching.answers import Matched
from territorial_map.services.matching.list_files import GivenList


class Added(Term):
    """The columns that matching adds; the label is the heading."""

    VERDICT = "verdict", "Annuaire : verdict"
    REASON = "reason", "Annuaire : raison"
    ID = "id", "Annuaire : identifiant"
    SCORE = "score", "Annuaire : probabilité"
    NAME = "name", "Annuaire : nom"
    KIND = "kind", "Annuaire : type"
    SIRET = "siret", "Annuaire : SIRET"
    COMMUNE = "commune", "Annuaire : commune"
    NAF = "naf", "Annuaire : code NAF"
    PHONE = "phone", "Annuaire : téléphone"
    WEBSITE = "website", "Annuaire : site web"
    SOURCE = "source", "Annuaire : source"
    VINTAGE = "vintage", "Annuaire : millésime"
    CANDIDATES = "candidates", "Annuaire : candidats"
    COMMUNES = "communes", "Annuaire : communes possibles"


def result_csv(given: GivenList, matched: Iterable[Matched]) -> Iterator[bytes]:
    """Semicolons, UTF-8 with its mark; no cell that a spreadsheet would run as a formula.

    The cells of the list come back untouched; those beyond its columns have columns of their own.
    """
    width = max([len(given.columns), *(len(line.cells) for line in given.lines)])
    beyond = [f"colonne {n}" for n in range(len(given.columns) + 1, width + 1)]
    headings = (added.label for added in Added)
    yield b"\xef\xbb\xbf" + _written([*given.columns, *beyond, *headings])
    for each in matched:
        cells = (*each.line.cells, *("" for _ in range(width)))[:width]
        yield _written([*cells, *_added(each)])


def _written(cells: Sequence[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerow([neutral(cell) for cell in cells])
    return buffer.getvalue().encode()


def _added(matched: Matched) -> list[str]:
    decision = matched.decision
    score = likelihood_of(decision.score).label if matched.facts else ""
    return [
        decision.verdict.label,
        decision.why.label,
        decision.id or "",
        score,
        *_facts(matched.found),
        "" if matched.found else " ; ".join(candidate.id for candidate in decision.candidates),
        " ; ".join(f"{each.name} ({each.code})" for each in matched.communes),
    ]


def _facts(found: Listed | None) -> list[str]:
    if found is None:
        return [""] * 9
    told = (
        found.name,
        found.kind.label,
        found.siret,
        found.commune,
        naf_in_words(found.naf),
        found.phone,
        found.website,
        found.source,
        found.vintage,
    )
    return [value or "" for value in told]
