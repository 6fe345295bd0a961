"""What changed between two editions: organisations new, gone, joined, parted, renamed, moved.

``changes_between`` is the definition; SQL elsewhere must agree with it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from territorial_map.domain.dimensions import BY_NAME
from territorial_map.domain.organisation import Organisation
from territorial_map.domain.term import Term
from territorial_map.domain.text import fold

Values = tuple[str, ...]


class Nature(Term):
    """What happened to an organisation from one edition to a later one."""

    NEW = "new", "Nouvelle", "Elle n’était pas dans l’édition de départ."
    GONE = (
        "gone",
        "N’est plus dans les sources",
        "Elle a pu fermer, ou sa source ne plus la nommer : à vérifier.",
    )
    MERGED = (
        "merged",
        "Réunie avec une autre fiche",
        "Deux fiches de la même organisation n’en font plus qu’une.",
    )
    SPLIT = (
        "split",
        "Séparée d’une autre fiche",
        "Elle était réunie avec une autre, elle a de nouveau sa fiche.",
    )
    RENAMED = "renamed", "Renommée", "Son nom a changé, au-delà de l’écriture."
    MOVED = "moved", "A changé d’adresse", "Une adresse ou une commune en remplace une autre."
    CHANGED = "changed", "Autres informations", "Statut, dispositif, secteur, contact ou numéro."


@dataclass(frozen=True, slots=True)
class Compared:
    """A field that is compared; ``values`` reads it off an organisation, empty when unknown."""

    field: str
    label: str
    values: Callable[[Organisation], Values]

    def told(self, values: Values) -> Values:
        """The values with the French labels of closed lists in place of their codes."""
        dimension = BY_NAME.get(self.field)
        return tuple(dimension.label_of(v) if dimension else v for v in values)


def _one(value: str | None) -> Values:
    return (value,) if value else ()


def _chosen(field: str) -> Callable[[Organisation], Values]:
    read = BY_NAME[field].values
    return lambda o: tuple(sorted(read(o)))


def commune_in_words(name: str | None, code: str | None) -> Values:
    """A commune by its name, with the code that tells it from its namesakes.

    >>> commune_in_words("Valence", "26362")
    ('Valence (26362)',)
    """
    return (f"{name} ({code})",) if code else ()


def _commune(o: Organisation) -> Values:
    return commune_in_words(o.place.commune, o.place.commune_code)


COMPARED: tuple[Compared, ...] = (
    Compared("name", "Nom", lambda o: (o.name,)),
    Compared("address", "Adresse", lambda o: _one(o.place.address)),
    Compared(
        "commune", "Commune", lambda o: commune_in_words(o.place.commune, o.place.commune_code)
    ),
    Compared("kind", "Type", _chosen("kind")),
    Compared("ess_status", "Statut ESS", _chosen("ess_status")),
    Compared("legal_form", "Forme juridique", _chosen("legal_form")),
    Compared("device", "Dispositif", _chosen("device")),
    Compared("place_type", "Type de lieu", _chosen("place_type")),
    Compared("partner_type", "Type de partenaire", _chosen("partner_type")),
    Compared("sector", "Secteur", _chosen("sector")),
    Compared("phone", "Téléphone", lambda o: _one(o.phone)),
    Compared("website", "Site web", lambda o: _one(o.website)),
    Compared("acronym", "Sigle", lambda o: _one(o.acronym)),
    Compared("siren", "SIREN", _chosen("siren")),
    Compared("siret", "SIRET", _chosen("siret")),
    Compared("finess", "FINESS", lambda o: _one(o.finess)),
    Compared("manager", "Gestionnaire", _chosen("manager")),
    Compared("member_of", "Membre du PTCE", _chosen("member_of")),
)
PLACES: tuple[str, ...] = ("address", "commune")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, its values before and after in French, and what their difference says."""

    field: str
    label: str
    old: Values
    new: Values
    nature: Nature


@dataclass(frozen=True, slots=True)
class EditionChange:
    """What happened to one organisation.

    What is told of it is that of the later edition, or of the earlier one when it is gone or
    merged; ``other_id`` is the organisation it was joined with or parted from. ``commune`` and
    ``department`` are names.
    """

    id: str
    name: str
    kind: str
    commune: str | None
    department: str | None
    natures: tuple[Nature, ...]
    fields: tuple[FieldChange, ...] = ()
    other_id: str | None = None
    other_name: str | None = None


def field_changes(old: Iterable[Values], new: Iterable[Values]) -> tuple[FieldChange, ...]:
    """The fields that differ; ``old`` and ``new`` are the values of ``COMPARED``, in its order.

    A name that folds alike is a change of writing, not another name; an address is another one
    only where both are known.
    """
    found = []
    for compared, before, after in zip(COMPARED, old, new, strict=True):
        nature = _nature(compared.field, before, after)
        if nature is not None:
            told = compared.told
            found.append(
                FieldChange(compared.field, compared.label, told(before), told(after), nature)
            )
    return tuple(found)


def _nature(field: str, before: Values, after: Values) -> Nature | None:
    if _identity(field, before) == _identity(field, after):
        return None
    if field == "name":
        return Nature.CHANGED if fold(*before) == fold(*after) else Nature.RENAMED
    return Nature.MOVED if field in PLACES and before and after else Nature.CHANGED


def _identity(field: str, values: Values) -> Values:
    """What makes two values the same: for an address not its writing, for a commune its code."""
    if field == "address":
        return tuple(map(fold, values))
    if field == "commune":
        return tuple(value.rpartition("(")[2] for value in values)
    return values


def natures_of(fields: Iterable[FieldChange]) -> tuple[Nature, ...]:
    """The natures of changed fields, in the order of the list."""
    met = {change.nature for change in fields}
    return tuple(nature for nature in Nature if nature in met)


def changes_between(
    older: Iterable[Organisation], newer: Iterable[Organisation]
) -> tuple[EditionChange, ...]:
    """Every change from one directory to a later one, by id.

    An organisation answers to every id of its sources: it is gone only when nothing answers to
    its own id any more, and new only when nothing answered to any of those it bears.
    """
    before = {o.id: o for o in older}
    after = {o.id: o for o in newer}
    answers_after = {s.id: o for o in after.values() for s in o.sources}
    answered_before = {s.id: o for o in before.values() for s in o.sources}
    found: list[EditionChange] = []
    paired: set[str] = set()
    for o in before.values():
        now = answers_after.get(o.id)
        if now is None:
            found.append(_event(o, Nature.GONE))
            continue
        paired.add(now.id)
        if now.id != o.id:
            found.append(_event(o, Nature.MERGED, other=now))
        elif fields := field_changes(_facts(o), _facts(now)):
            found.append(_event(now, *natures_of(fields), fields=fields))
    for o in after.values():
        if o.id not in paired:
            held = answered_before.get(o.id)
            found.append(_event(o, Nature.SPLIT if held else Nature.NEW, other=held))
    return tuple(sorted(found, key=lambda change: (change.id, change.natures)))


def _facts(organisation: Organisation) -> tuple[Values, ...]:
    return tuple(compared.values(organisation) for compared in COMPARED)


def _event(
    o: Organisation,
    *natures: Nature,
    fields: tuple[FieldChange, ...] = (),
    other: Organisation | None = None,
) -> EditionChange:
    return EditionChange(
        o.id,
        o.name,
        o.kind.value,
        o.place.commune,
        o.place.department,
        natures,
        fields,
        other.id if other else None,
        other.name if other else None,
    )
