"""The dossier of a group: members, law, matrix, proofs, leads, sources, what is to be verified."""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.edition import Edition
from territorial_map.services.partnerships.words import LeadWords
from territorial_map.services.ptce.dossier_check import check_blocks, checklist
from territorial_map.services.ptce.dossier_pooling import inside_blocks, matrix_blocks
from territorial_map.services.ptce.notes import GroupNotes
from territorial_map.services.ptce.study import StudiedGroup
from territorial_map.services.reports.report import (
    Block,
    Bullets,
    Grid,
    Prose,
    ReportDocument,
    ReportHeading,
    Tone,
)
from territorial_map.services.texts import Texts

_NOTHING = GroupNotes()


@dataclass(frozen=True, slots=True)
class DossierAbout:
    """What a file says of itself: the edition it was made from, and where to open it again."""

    edition: Edition
    link: str


def group_dossier(
    studied: StudiedGroup, about: DossierAbout, telling: LeadWords, notes: GroupNotes = _NOTHING
) -> ReportDocument:
    """Everything the page says of a group, in its order, with what its author noted."""
    t = telling.t
    built = t.date(about.edition.built_on)
    summary = t("Édition {id}, construite le {date}.", id=about.edition.id, date=built)
    blocks: list[Block] = _members(studied, t)
    if studied.answer is not None:
        blocks += check_blocks(studied.answer, notes, t)
    if studied.matrix is not None:
        blocks += matrix_blocks(studied.matrix, telling, notes, studied.ids_asked)
    if studied.answer is not None:
        blocks += checklist(studied.answer, notes, t)
    if studied.inside is not None:
        blocks += inside_blocks(studied.inside, telling)
    blocks += [*_sources(studied, about, t), *_to_verify(studied, t)]
    return ReportDocument(
        title=_title(studied, notes, t),
        summary=summary,
        edition=about.edition.id,
        built_on=about.edition.built_on,
        link=about.link,
        language=t.language.value,
        words=(
            t("Édition"),
            t("Page"),
            t("Ouvrir ce groupe"),
            t("Code QR : adresse de ce groupe"),
        ),
        blocks=tuple(blocks),
    )


def _members(studied: StudiedGroup, t: Texts) -> list[Block]:
    complete = t("Liste déclarée complète par son auteur.")
    partial = t("Liste non déclarée complète.")
    rows = tuple(
        (
            one.name,
            t(one.status.ess.label),
            t(one.status.legal_form.label),
            one.siren or "",
            one.place.commune or "",
            one.phone or t("Téléphone non renseigné"),
        )
        for one in studied.members
    )
    headings = (
        t("Nom"),
        t("Appartenance à l’ESS"),
        t("Forme juridique"),
        "SIREN",
        t("Commune"),
        t("Téléphone"),
    )
    blocks: list[Block] = [
        ReportHeading(t("Membres")),
        Grid(headings, rows, (26, 19, 18, 16, 19, 18), tick=t("Vérifié le / par")),
        Prose(complete if studied.complete else partial, Tone.NOTE),
    ]
    if studied.unknown:
        words = t("Identifiant inconnu de cette édition : {id}", id=", ".join(studied.unknown))
        blocks.append(Prose(words, Tone.NOTE))
    return blocks


def _title(studied: StudiedGroup, notes: GroupNotes, t: Texts) -> str:
    """After the list, else the pole that the group started from."""
    name = notes.name or (studied.pole.name if studied.pole is not None else "")
    if name:
        return t("Dossier PTCE : {name}", name=name)
    return t("Dossier PTCE : examen d’un groupe")


def _sources(studied: StudiedGroup, about: DossierAbout, t: Texts) -> list[Block]:
    told = _source_lines(studied)
    blocks: list[Block] = [ReportHeading(t("Sources et méthode"))]
    if told:
        blocks.append(Bullets(tuple(told)))
    return [
        *blocks,
        Prose(about.edition.content_hash, Tone.NOTE, lead=t("Empreinte du contenu :")),
        Prose(t("Distances à vol d’oiseau. Ce document n’est pas un avis juridique."), Tone.NOTE),
    ]


def _source_lines(studied: StudiedGroup) -> Iterable[str]:
    """The source tables that name the members, each with its vintage and licence."""
    mentions = (mention for one in studied.members for mention in one.sources)
    lines = {f"{m.source} — {m.vintage} — {m.licence}" for m in mentions}
    return sorted(lines)


def _to_verify(studied: StudiedGroup, t: Texts) -> list[Block]:
    """What nobody should take from here without asking."""
    told = [
        t("Chaque statut « à confirmer » : demandez les statuts ou l’avis de situation."),
        t(
            "Chaque case « déduit » et chaque piste : ce sont des déductions, les "
            "membres seuls le savent."
        ),
        t("Les textes « à confirmer » : lisez-les sur Légifrance avant de les citer."),
        t("Les téléphones et adresses : nos sources sont datées ci-dessus."),
    ]
    away = [one.name for one in studied.members if one.place.point is None]
    if away:
        told.append(t("Sans position connue : {names}.", names=", ".join(away)))
    return [ReportHeading(t("À vérifier")), Bullets(tuple(told))]
