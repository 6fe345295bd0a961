"""What a list says of the licences of what it holds, and how to name its sources."""

from collections.abc import Mapping

from territorial_map.domain.licences import Licence, LicenceBasis, licence_of
from territorial_map.services.texts import Texts


def licence_notes(counts: Mapping[Licence, int], t: Texts) -> tuple[str, ...]:
    """The licences of some organisations, and a warning where one of them is not its producer's.

    ``counts`` says how many organisations have a source under each licence; one may have several.
    """
    told = {licence: counts[licence] for licence in Licence if counts.get(licence)}
    if not told:
        return ()
    named = " ; ".join(f"{t.label(one.label)} ({t.number(n)})" for one, n in told.items())
    notes = [t("Licences des données : {names}.", names=named)]
    if told.get(Licence.NOT_STATED):
        notes.append(
            t.plural(
                "{n} organisation a une source dont la licence n’est pas précisée : à vérifier "
                "auprès d’elle avant de republier.",
                "{n} organisations ont une source dont la licence n’est pas précisée : à vérifier "
                "auprès d’elle avant de republier.",
                told[Licence.NOT_STATED],
            )
        )
    if any(one.basis is LicenceBasis.REPOSITORY for one in told):
        notes.append(t("« D’après le dépôt » : le dépôt dit cette licence, pas le producteur."))
    return tuple(notes)


def attribution(name: str, vintage: str, licence: str) -> str | None:
    """The text to copy beside facts of a source under a licence; ``None`` where none is asked.

    In French, the language of the licences; for instance « Source : Finess, 8 janvier 2021,
    Licence Ouverte 2.0 ».
    """
    if not licence_of(licence).asks_attribution:
        return None
    return f"Source : {name} (millésime {vintage}), {licence}."
