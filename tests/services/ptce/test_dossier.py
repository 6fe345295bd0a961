"""The dossier of a group: members, law, matrix, proofs noted, sources; in four formats."""

import csv
import io

import pytest

from territorial_map.domain.ptce.verdict import ElementCode
from territorial_map.domain.vocabulary import PoolingCategory
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.partnerships.words import LeadWords
from territorial_map.services.ptce.dossier import DossierAbout, group_dossier
from territorial_map.services.ptce.dossier_file import group_bytes
from territorial_map.services.ptce.matrix import SaidOfPooling
from territorial_map.services.ptce.notes import GroupNotes, ProofNoted
from territorial_map.services.ptce.study import StudiedGroup, study_group
from territorial_map.services.reports.report import Bullets, Grid, ReportDocument, ReportHeading
from territorial_map.services.texts import Texts, language_of
from tests.known import KNOWLEDGE

THREE = ("synthetic:lieu", "synthetic:scop", "synthetic:town")
LINK = "https://carte.example/ptce?ids=synthetic:lieu"
NOTES = GroupNotes(
    "Notre pôle",
    {ElementCode.STRATEGY: ProofNoted(done=True, note="Convention du 3 mai")},
    {"synthetic:scop": {PoolingCategory.FUNDING: SaidOfPooling.NEITHER}},
)


def studied(edition: OpenEdition, *ids: str) -> StudiedGroup:
    return study_group(edition, ids, complete=False, law=KNOWLEDGE.law)


def words(language: str = "fr") -> LeadWords:
    return LeadWords(KNOWLEDGE.pooling, Texts(language_of(language)))


def dossier(edition: OpenEdition, notes: GroupNotes = NOTES, *ids: str) -> ReportDocument:
    group = studied(edition, *(ids or THREE))
    return group_dossier(group, DossierAbout(edition.edition, LINK), words(), notes)


def file(edition: OpenEdition, extension: str, language: str = "fr", *ids: str) -> bytes:
    about = DossierAbout(edition.edition, LINK)
    return group_bytes(studied(edition, *(ids or THREE)), about, words(language), extension, NOTES)


def headings(report: ReportDocument) -> list[str]:
    return [one.text for one in report.blocks if isinstance(one, ReportHeading) and one.level == 1]


def cells(report: ReportDocument) -> list[str]:
    grids = [block for block in report.blocks if isinstance(block, Grid)]
    return [cell for grid in grids for row in grid.rows for cell in row]


def test_parts_come_in_the_order_of_a_meeting(small_edition: OpenEdition) -> None:
    told = headings(dossier(small_edition))

    order = ["Membres", "Les éléments de l’article 9", "Qui apporte, qui cherche"]
    order += ["Preuves à réunir", "Pistes entre membres", "Sources et méthode", "À vérifier"]
    assert [one for one in told if one in order] == order
    assert "Cadre juridique, à vérifier" not in told


def test_it_is_called_after_its_list(small_edition: OpenEdition) -> None:
    assert dossier(small_edition).title == "Dossier PTCE\u00a0: Notre pôle"
    assert dossier(small_edition, GroupNotes()).title.startswith("Dossier PTCE\u00a0: examen")


def test_a_proof_noted_stands_in_the_list_of_proofs_and_no_other_does(
    small_edition: OpenEdition,
) -> None:
    told = cells(dossier(small_edition))

    assert "Convention du 3 mai" in told
    assert told.count("oui") == 1
    assert told.count("pas encore") == 13


def test_an_answer_noted_is_told_with_who_said_it(small_edition: OpenEdition) -> None:
    report = dossier(small_edition)

    lists = [item for one in report.blocks if isinstance(one, Bullets) for item in one.items]
    assert any("ni l’un ni l’autre (noté)" in told for told in (*lists, *cells(report)))
    bare = dossier(small_edition, GroupNotes())
    assert not any("(noté)" in told for told in cells(bare))


def test_what_is_inferred_is_marked_so(small_edition: OpenEdition) -> None:
    told = cells(dossier(small_edition))

    assert any(cell.endswith("(déduit)") for cell in told)
    assert not any("≈" in cell for cell in told)  # the fonts of documents have no such sign
    assert "?" in told


def test_sources_are_told_with_their_licence(small_edition: OpenEdition) -> None:
    report = dossier(small_edition)

    lists = [item for one in report.blocks if isinstance(one, Bullets) for item in one.items]
    assert "Table synthétique — 2026-01 — CC0" in lists


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_document_holds_the_words_of_law(small_edition: OpenEdition, language: str) -> None:
    content = file(small_edition, "html", language).decode()

    assert content.count("<blockquote>") == 14
    assert f'<html lang="{language}">' in content
    assert "entreprises de l&#x27;économie sociale et solidaire" in content
    assert "<script" not in content


@pytest.mark.parametrize(("extension", "begins"), [("pdf", b"%PDF"), ("docx", b"PK\x03\x04")])
def test_it_leaves_to_be_printed_or_filled_in(
    small_edition: OpenEdition, extension: str, begins: bytes
) -> None:
    assert file(small_edition, extension).startswith(begins)


def test_members_leave_as_a_table_that_says_where_it_comes_from(
    small_edition: OpenEdition,
) -> None:
    text = file(small_edition, "csv").decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 3
    assert {row["Édition"] for row in rows} == {small_edition.edition.id}
    assert {row["Lien"] for row in rows} == {LINK}
    assert any(row["Nom"].startswith("'=") for row in rows)


def test_a_pole_alone_is_never_told_that_it_is_not_one(small_edition: OpenEdition) -> None:
    content = file(small_edition, "html", "fr", "synthetic:ptce").decode()

    assert "est un PTCE qui existe" in content
    assert "Non rempli" not in content
