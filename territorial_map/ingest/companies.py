"""What the Annuaire des entreprises says of legal persons: a table of answers, each with its date.

The table is the memory of what was asked: a person is asked again only when its answer is old.
Answers fill what no source tells; where one tells otherwise, its value stays and both are told.
"""

import csv
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path

from territorial_map.domain.errors import SourceError
from territorial_map.domain.language.writing import NBSP
from territorial_map.domain.naf import compact_naf, naf_in_words
from territorial_map.domain.organisation import FieldFact, Organisation
from territorial_map.domain.term import Term
from territorial_map.domain.vocabulary import EssStatus, LegalForm, SizeBand
from territorial_map.ingest.status import Clues, size_of, status_of

COMPANIES_FILE = "companies.answers.csv"
SOURCE = "Annuaire des entreprises (recherche-entreprises, DINUM et Insee)"
MOST_ANSWERS = 200_000
_REGISTER = "l’Annuaire des entreprises"


class CompanyState(Term):
    """What was answered of a legal person."""

    OPEN = "open", "Ouverte"
    CLOSED = "closed", "Fermée"
    UNKNOWN = "unknown", "Inconnue de l’Annuaire des entreprises"
    REFUSED = "refused", "Personne physique, ou non diffusible : rien n’en est gardé"


@dataclass(frozen=True, slots=True)
class CompanyAnswer:
    """One answer; ``naf`` is marked ``NAF25:`` where it is of the new nomenclature.

    ``ess`` is « yes », « no » or blank; ``asked_on`` an ISO date. A refused person has no more
    than its number.
    """

    siren: str
    state: CompanyState
    asked_on: str
    legal_category: str = ""
    naf: str = ""
    headcount_band: str = ""
    headcount_year: str = ""
    ess: str = ""
    closed_on: str = ""


COLUMNS = tuple(field.name for field in fields(CompanyAnswer))


def refused_sirens(tables: Path | None) -> frozenset[str]:
    """The SIRENs of a folder of tables that were answered to be natural persons', or hidden."""
    answers = read_companies(tables / COMPANIES_FILE) if tables is not None else {}
    refused = (one.siren for one in answers.values() if one.state is CompanyState.REFUSED)
    return frozenset(refused)


def read_companies(path: Path) -> dict[str, CompanyAnswer]:
    """The answers of a file by SIREN, none where there is no file.

    Raises:
        SourceError: a line that is no answer; it names the file and the line.
    """
    if not path.is_file():
        return {}
    found: dict[str, CompanyAnswer] = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise SourceError(f"{path.name} : colonnes attendues : {', '.join(COLUMNS)}.")
        for line, row in enumerate(rows, 2):
            if line > MOST_ANSWERS:
                raise SourceError(f"{path.name} : plus de {MOST_ANSWERS} réponses.")
            try:
                date.fromisoformat(row["asked_on"])
                cells = {name: row[name] for name in COLUMNS if name != "state"}
                told = CompanyAnswer(state=CompanyState(row["state"]), **cells)
            except (TypeError, ValueError) as error:
                raise SourceError(
                    f"{path.name}, ligne {line} : ce n’est pas une réponse ({error})."
                ) from error
            found[told.siren] = told
    return found


def write_companies(path: Path, answers: Mapping[str, CompanyAnswer]) -> None:
    """Write the newest answers by SIREN, whole or not at all."""
    newest = sorted(answers.values(), key=lambda one: one.asked_on, reverse=True)[:MOST_ANSWERS]
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            table.writeheader()
            for one in sorted(newest, key=lambda one: one.siren):
                table.writerow(asdict(one) | {"state": one.state.value})
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def with_company(row: Organisation, answer: CompanyAnswer) -> Organisation:
    """The organisation with what the answer adds; nothing that a source tells is replaced."""
    if answer.state not in {CompanyState.OPEN, CompanyState.CLOSED}:
        return row
    row = _with_status(_with_size(_with_naf(row, answer), answer), answer)
    if answer.state is CompanyState.CLOSED:
        when = f" depuis le {answer.closed_on}" if answer.closed_on else ""
        note = (
            f"Personne morale fermée{when} d’après {_REGISTER}, consulté le {answer.asked_on} : "
            "à vérifier."
        )
        row = replace(row, notes=(*row.notes, note))
    return row


def _with_naf(row: Organisation, answer: CompanyAnswer) -> Organisation:
    naf = compact_naf(answer.naf)
    if not naf or row.naf == naf:
        return row
    if row.naf is not None:
        return _disputed(row, "naf", naf_in_words(naf) or "", answer)
    return _filled(replace(row, naf=naf), "naf", answer)


def _with_size(row: Organisation, answer: CompanyAnswer) -> Organisation:
    size = size_of(answer.headcount_band)
    if size is SizeBand.UNKNOWN or row.size is size:
        return row
    if row.size is not SizeBand.UNKNOWN:
        return _disputed(row, "size", size.label, answer)
    filled = replace(row, size=size, headcount_band=answer.headcount_band)
    return _filled(filled, "size", answer)


def _with_status(row: Organisation, answer: CompanyAnswer) -> Organisation:
    declared = answer.ess == "yes" and answer.legal_category.startswith("5")
    told = status_of(
        Clues(
            name=row.source_name,
            category="commercial_ess" if declared else "",
            siren=row.siren,
            legal_category=answer.legal_category,
            register=_REGISTER,
            commune=row.place.commune or "",
        )
    )
    if told.legal_form is LegalForm.UNKNOWN or row.is_public:
        return row
    own = row.status.legal_form
    if own is LegalForm.UNKNOWN:
        return _filled(replace(row, status=told), "legal_form", answer)
    if own is not told.legal_form:
        return _disputed(row, "legal_form", told.legal_form.label, answer)
    if row.status.ess is EssStatus.TO_ESTABLISH and told.ess is not EssStatus.TO_ESTABLISH:
        return _filled(replace(row, status=told), "ess_status", answer)
    return row


def _filled(row: Organisation, field: str, answer: CompanyAnswer) -> Organisation:
    rule = (
        f"Aucune autre source ne le dit : lu le {answer.asked_on} dans {_REGISTER}, pour la "
        f"personne morale (SIREN{NBSP}{answer.siren}), pas pour cet établissement."
    )
    fact = FieldFact(field, SOURCE, answer.asked_on, rule)
    return replace(row, field_facts=(*row.field_facts, fact))


def _disputed(row: Organisation, field: str, other: str, answer: CompanyAnswer) -> Organisation:
    rule = (
        f"Les deux sources diffèrent : celle de {row.source.source} est gardée ; {_REGISTER} parle "
        "de la personne morale, pas de cet établissement."
    )
    fact = FieldFact(
        field, row.source.source, row.source.vintage, rule, other, SOURCE, answer.asked_on
    )
    return replace(row, field_facts=(*row.field_facts, fact))
