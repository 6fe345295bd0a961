"""Why a member counts, or why it does not: one sentence each, with what it rests on."""

from collections.abc import Iterable

from territorial_map.domain.language.sentence import Sentence, say
from territorial_map.domain.ptce.member import Member, MemberStanding
from territorial_map.domain.ptce.persons import Person
from territorial_map.domain.vocabulary import EssStatus, LegalForm, PartnerType

_NAMED = {
    PartnerType.LOCAL_AUTHORITY: ("collectivité territoriale", "local authority"),
    PartnerType.GROUPING: ("groupement de collectivités", "grouping of local authorities"),
    PartnerType.HIGHER_EDUCATION: (
        "établissement d’enseignement supérieur",
        "higher-education institution",
    ),
    PartnerType.RESEARCH: ("centre de recherche", "research centre"),
    PartnerType.TRAINING: ("organisme de formation", "training body"),
}


def why_ess(persons: Iterable[Person]) -> tuple[Sentence, ...]:
    """Why each person counts as an ESS enterprise of article 1."""
    return tuple(
        _why_ess(next(s for s in p.sites if s.standing is MemberStanding.ESS)) for p in persons
    )


def _why_ess(site: Member) -> Sentence:
    form = site.legal_form if site.legal_form is not LegalForm.UNKNOWN else site.legal_family
    told = site.ess_evidence or f"Forme juridique : {form.label}."
    by_statute = site.ess is EssStatus.STATUTORY
    fr = "par statut" if by_statute else "société commerciale de l’ESS"
    en = "by statute" if by_statute else "as a commercial company of the ESS"
    return say(
        f"{site.name} compte comme entreprise de l’ESS, {fr}. {told}",
        f"{site.name} counts as an ESS enterprise, {en} ({form.label}).",
    )


def why_to_establish(persons: Iterable[Person]) -> tuple[Sentence, ...]:
    """Why each person counts neither as ESS nor as an enterprise outside it, yet."""
    return tuple(_contradiction(person) or _why_to_establish(person.sites[0]) for person in persons)


def _why_to_establish(site: Member) -> Sentence:
    if site.country:
        return say(
            f"{site.name} : hors de France ({site.country.fr}) ; l’article 1er ne se lit pas "
            "sur un nom de forme étranger. À établir : statuts.",
            f"{site.name}: outside France ({site.country.en}); article 1 cannot be read on the "
            "name of a foreign form. To establish: statutes.",
        )
    if site.esus:
        return say(
            f"{site.name} : l’agrément ESUS est un indice, pas une forme. À établir : statuts "
            "(article 1er, II, 2°) ou mention « société de l’ESS » au registre.",
            f"{site.name}: the ESUS agreement is evidence, not a form. To establish: statutes "
            "(article 1, II, 2°) or the words “société de l’ESS” in the register.",
        )
    if site.devices:
        names = ", ".join(device.short for device in site.devices)
        told = site.ess_evidence or f"{names} ne dit pas la forme juridique."
        return say(
            f"{site.name} : {told} À établir : statuts.",
            f"{site.name}: {names} does not tell the legal form. To establish: statutes.",
        )
    told = site.ess_evidence or "forme juridique ou statut ESS non renseignés."
    return say(
        f"{site.name} : {told} À établir : statuts.",
        f"{site.name}: legal form or ESS status not known. To establish: statutes.",
    )


def why_public(persons: Iterable[Person]) -> tuple[Sentence, ...]:
    """For public bodies that run a device, why they are not ESS enterprises."""
    return tuple(
        say(
            f"{p.name} : personne publique, jamais entreprise de l’ESS, même quand elle porte "
            "une structure d’insertion ou un ESAT.",
            f"{p.name}: a public body, never an ESS enterprise, even when it runs a "
            "work-integration structure or an ESAT.",
        )
        for p in persons
        if p.standing is MemberStanding.PUBLIC
    )


def why_other(persons: Iterable[Person]) -> tuple[Sentence, ...]:
    """Why each person counts as an enterprise outside the ESS."""
    return tuple(_why_other(person) for person in persons)


def _why_other(person: Person) -> Sentence:
    return say(
        f"{person.name} : entreprise, sans statut ESS d’après la source.",
        f"{person.name}: an enterprise, without ESS status by its source.",
    )


def why_unknown(persons: Iterable[Person]) -> tuple[Sentence, ...]:
    """Why enterprises of unknown statutes, and forms that a number contradicts, prove nothing."""
    return tuple(
        sentence
        for person in persons
        for sentence in (_contradiction(person), _statutes_asked(person))
        if sentence is not None
    )


def _statutes_asked(person: Person) -> Sentence | None:
    if not person.is_enterprise:
        return None
    return say(
        f"{person.name} : donnée comme entreprise ; ses statuts sont à établir.",
        f"{person.name}: given as an enterprise; its statutes are to establish.",
    )


def _contradiction(person: Person) -> Sentence | None:
    site = next((site for site in person.sites if site.contradicts_its_number), None)
    if site is None:
        return None
    declared = site.legal_form.label
    if site.registered is not None:
        fr = f"nos sources donnent ce SIREN à la famille « {site.registered.label} »"
        en = f"our sources give this SIREN to another family, “{site.registered.label}”"
    else:
        fr = "un SIREN qui commence par 1 ou 2 est celui d’une personne publique"
        en = "a SIREN that begins with 1 or 2 is a public body’s"
    return say(
        f"{site.name} : déclarée « {declared} », mais {fr}. À vérifier avant d’en rien conclure.",
        f"{site.name}: declared “{declared}”, but {en}. To be checked before concluding.",
    )


def why_link(persons: Iterable[Person]) -> tuple[Sentence, ...]:
    """Which words of article 9 each link answers to."""
    return tuple(_why_link(person) for person in persons)


def _why_link(person: Person) -> Sentence:
    types = [site.partner_type for site in person.sites if site.partner_type in _NAMED]
    if types:
        fr, en = _NAMED[types[0]]
    elif person.standing is MemberStanding.PUBLIC:
        fr, en = (
            "personne publique, au titre de « toute autre personne physique ou morale »",
            "a public body, as “any other natural or legal person”",
        )
    elif any(site.partner_type for site in person.sites) or (
        person.standing is MemberStanding.OTHER_PRIVATE
    ):
        fr, en = (
            "au titre de « toute autre personne physique ou morale »",
            "as “any other natural or legal person”",
        )
    else:
        fr, en = _NAMED[PartnerType.TRAINING]
    also_fr = (
        " ; compte aussi comme entreprise de l’ESS" if person.standing is MemberStanding.ESS else ""
    )
    also_en = "; counts as an ESS enterprise too" if person.standing is MemberStanding.ESS else ""
    return say(f"{person.name} : {fr}{also_fr}.", f"{person.name}: {en}{also_en}.")
