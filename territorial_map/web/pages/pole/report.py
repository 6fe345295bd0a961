"""The file of a group to bring to a meeting: members, the law in two blocks, pooling, sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from territorial_map.domain.edition import Edition
from territorial_map.domain.pooling.reasons import reasons_of
from territorial_map.domain.ptce.check import PtceCheck
from territorial_map.domain.ptce.gap_candidates import Filling
from territorial_map.domain.ptce.group import Finding
from territorial_map.domain.ptce.law import LegalText, TextStatus
from territorial_map.domain.ptce.verdict import ClauseVerdict
from territorial_map.services.partnerships.group_partnerships import Inside
from territorial_map.services.ptce.check import GroupAnswer
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
from territorial_map.web.base.partnerships.card import Telling
from territorial_map.web.base.texts import NBSP, Language, Texts
from territorial_map.web.pages.pole.check import said, verdict_in_words

_FILLED_BY = 5


@dataclass(frozen=True, slots=True)
class ReportAbout:
    """What a file says of itself: the edition it was made from, and where to open it again."""

    edition: Edition
    link: str


def meeting_report(studied: StudiedGroup, about: ReportAbout, telling: Telling) -> ReportDocument:
    """Everything the page says of a group, in its order, with where it comes from."""
    t = telling.t
    built = t.date(about.edition.built_on)
    summary = t("Édition {id}, construite le {date}.", id=about.edition.id, date=built)
    blocks: list[Block] = _members(studied, t)
    if studied.answer is not None:
        blocks += _check(studied.answer, t)
    if studied.inside is not None:
        blocks += _inside(studied.inside, telling)
    blocks += _sources(studied, about, t)
    return ReportDocument(
        title=t("Constituer un PTCE : examen d’un groupe"),
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


def _check(answer: GroupAnswer, t: Texts) -> list[Block]:
    check = answer.check
    parts: list[Block] = _whose(answer, t)
    titles = (
        (t("Les éléments de l’article 9"), check.article_9),
        (t("Les conditions pour répondre à un appel à projets de l’État"), check.call_eligibility),
    )
    fillings = {filling.code: filling for filling in answer.could_fill}
    for title, findings in titles:
        parts += [ReportHeading(title), Prose(_reference(findings[0].clause.text, t), Tone.NOTE)]
        for n, finding in enumerate(findings, start=1):
            parts += _finding(n, finding, fillings.get(finding.clause.code), t)
    return parts


def _whose(answer: GroupAnswer, t: Texts) -> list[Block]:
    """How many legal persons; for a PTCE alone, that only its known members are read."""
    check: PtceCheck = answer.check
    low, high = check.persons.low, check.persons.high
    if low == high:
        words = t.plural("{n} personne morale", "{n} personnes morales", low)
    else:
        words = t("de {low} à {high} personnes morales", low=low, high=high)
    note = t("Les établissements d’un même SIREN comptent une fois.")
    blocks: list[Block] = [Prose(note, lead=f"{words}.")]
    if check.existing is not None:
        words = t(
            "« {name} » est un PTCE qui existe : seuls ses membres connus de nos sources sont lus "
            "ici. Le reste est à déclarer par le pôle ; rien ici ne dit qu’il n’en est pas un.",
            name=check.existing,
        )
        blocks.append(Prose(words))
        blocks.append(Bullets(tuple(member.name for member in answer.members)))
    return blocks


def _reference(text: LegalText, t: Texts) -> str:
    told = said(text.reference, t)
    if text.status is not TextStatus.QUOTED:
        label = text.status.label if t.language is Language.FRENCH else text.status.label_en
        told += f" ({label})"
    if text.read_on is not None:
        told += ". " + t("Lu le {date}.", date=t.date(text.read_on.isoformat()))
    return f"{told} {text.url}"


def _finding(n: int, finding: Finding, filling: Filling | None, t: Texts) -> list[Block]:
    title = said(finding.clause.title, t)
    blocks: list[Block] = [
        ReportHeading(f"{n}. {title}{NBSP}: {verdict_in_words(finding.verdict, t)}", level=2),
        Prose(_quote(finding, t), Tone.QUOTE),
    ]
    if finding.members:
        sure = finding.verdict is ClauseVerdict.ESTABLISHED
        lead = t("Établi par :") if sure else t("Membres concernés :")
        blocks.append(Prose(", ".join(mention.name for mention in finding.members), lead=lead))
    if finding.to_establish:
        names = ", ".join(mention.name for mention in finding.to_establish)
        blocks.append(Prose(names, lead=t("Statuts à établir :")))
    if finding.evidence:
        blocks.append(Bullets(tuple(said(sentence, t) for sentence in finding.evidence)))
    for lead, sentence in (
        (t("Preuve attendue :"), finding.proof),
        (t("Ce qui l’établirait :"), finding.would_establish),
    ):
        if sentence is not None:
            blocks.append(Prose(said(sentence, t), lead=lead))
    if filling is not None:
        blocks += _filling(filling, t)
    return blocks


def _quote(finding: Finding, t: Texts) -> str:
    """The words of the law in French; a summary says that it is one."""
    clause = finding.clause
    if clause.text.status is TextStatus.QUOTED:
        return f"«{NBSP}{clause.quote}{NBSP}»"
    english = t.language is Language.ENGLISH and clause.quote_en
    return f"{clause.quote_en if english else clause.quote} ({t('à confirmer')})"


def _filling(filling: Filling, t: Texts) -> list[Block]:
    """The nearest who could fill it; that the directory knows too few, where it does."""
    blocks: list[Block] = []
    if filling.candidates:
        named = []
        for one in filling.candidates[:_FILLED_BY]:
            away = "" if one.distance_km is None else f" ({t.distance(one.distance_km)})"
            named.append(f"{one.member.name}{away}")
        blocks.append(Prose(", ".join(named), lead=t("Pourraient le remplir près d’ici :")))
    if filling.thin is not None:
        blocks.append(Prose(said(filling.thin, t), Tone.NOTE))
    return blocks


def _inside(inside: Inside, telling: Telling) -> list[Block]:
    t = telling.t
    blocks: list[Block] = [ReportHeading(t("Ce que les membres pourraient mettre en commun"))]
    rows = tuple(
        (
            found.a.name,
            found.b.name,
            telling.category(found.category),
            telling.tier(found.tier),
            telling.distance(found),
            telling.say(reasons_of(found, telling.rulebook).ask),
        )
        for found in inside.found
    )
    headings = (t("Membre"), t("Avec"), t("Sur quoi"), t("Piste"), t("Distance"), t("À demander"))
    if rows:
        blocks.append(Grid(headings, rows, (22, 22, 18, 14, 14, 30)))
        blocks += _frames(inside, telling)
    else:
        words = t("Aucune piste entre ces membres d’après nos sources.")
        blocks.append(Prose(words, Tone.NOTE))
    if inside.existing:
        blocks.append(ReportHeading(t("Déjà en lien"), level=2))
        blocks.append(
            Bullets(
                tuple(
                    f"{bond.a.name} — {bond.b.name}{NBSP}: "
                    + " ; ".join(telling.say(tie.sentence) for tie in bond.ties)
                    for bond in inside.existing
                )
            )
        )
    if inside.unlocated:
        names = ", ".join(facts.name for facts in inside.unlocated)
        words = t("Sans position connue, donc sans distance ni piste : {names}.", names=names)
        blocks.append(Prose(words, Tone.NOTE))
    return blocks


def _frames(inside: Inside, telling: Telling) -> list[Block]:
    """The legal frame of each category that the table names, once."""
    found = {p.category: telling.rulebook.frame(p.category).legal for p in inside.found}
    told = tuple(
        f"{telling.category(category)}{NBSP}: {telling.say(legal)}"
        for category, legal in found.items()
        if legal is not None
    )
    if not told:
        return []
    return [ReportHeading(telling.t("Cadre juridique, à vérifier"), level=2), Bullets(told)]


def _sources(studied: StudiedGroup, about: ReportAbout, t: Texts) -> list[Block]:
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
