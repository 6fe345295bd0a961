"""The check of a group of the directory, of described members, or of an existing PTCE."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.language.sentence import say
from territorial_map.domain.matching.terms import MatchVerdict
from territorial_map.domain.matching.verdict import MatchDecision
from territorial_map.domain.organisation import Organisation, Place
from territorial_map.domain.ptce.check import PtceCheck, check_group
from territorial_map.domain.ptce.gap_candidates import Filling, could_fill
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.member import Member, ess_from_form, member_of_organisation
from territorial_map.domain.vocabulary import EssStatus, Kind, LegalFamily
from territorial_map.places import PlaceCells, place_of
from territorial_map.places.countries import country_name
from territorial_map.readers import Upload
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.matching.matcher import match_rows
from territorial_map.services.matching.places import place_cells
from territorial_map.services.ptce.group_file import (
    MAX_LINES,
    GivenGroup,
    GroupLine,
    LineNote,
    parse_group,
    read_group,
)
from territorial_map.services.ptce.nearby_roles import neighbours_of
from territorial_map.services.ptce.together import (
    PoleMembers,
    known_members,
    poles_of,
    same_group_ids,
)

_PRIVATE = frozenset({LegalFamily.COMMERCIAL, LegalFamily.PUBLIC, LegalFamily.UNKNOWN})


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """A check, its members, who nearby could fill what is not established; what was not read.

    ``poles`` are the known members of poles in the group that are not in it: to be added first.
    """

    members: tuple[Member, ...]
    check: PtceCheck
    could_fill: tuple[Filling, ...]
    notes: tuple[LineNote, ...] = ()
    poles: tuple[PoleMembers, ...] = ()


def check_for_ids(
    edition: OpenEdition, ids: Iterable[str], *, complete: bool, law: Law
) -> GroupAnswer:
    """The check of organisations of the directory, by id.

    Raises:
        BadParameter: no id, or too many.
        NotFound: an id that no organisation answers to.
    """
    lines = tuple(GroupLine(n, id=any_id) for n, any_id in enumerate(ids, start=1))
    if not 0 < len(lines) <= MAX_LINES:
        raise BadParameter("ids", str(len(lines)), f"de 1 à {MAX_LINES} identifiants.")
    for line in lines:
        try:
            edition.organisation(line.id or "")
        except NotFound as problem:
            raise NotFound(f"Ligne {line.line} : {problem}") from problem
    return check_for_lines(edition, GivenGroup(lines), complete=complete, law=law)


def check_for_text(edition: OpenEdition, text: str, *, complete: bool, law: Law) -> GroupAnswer:
    """The check of pasted lines: ids, or a table of members.

    Raises:
        BadParameter: nothing that can be read, or too many lines.
    """
    return check_for_lines(edition, parse_group(text), complete=complete, law=law)


def check_for_file(
    edition: OpenEdition, file: Upload, *, complete: bool, law: Law, sheet: str = ""
) -> GroupAnswer:
    """The check of a file of members, in any format of a list; ``sheet`` as ``read_list`` takes it.

    Raises:
        BadParameter: no column that tells who a row is, no member, or too many.
        SourceError: a file that cannot be read, or a list of persons.
    """
    return check_for_lines(edition, read_group(file, sheet), complete=complete, law=law)


def check_for_lines(
    edition: OpenEdition, group: GivenGroup, *, complete: bool, law: Law
) -> GroupAnswer:
    """The check of ids and described members alike; what cannot be found is told, line by line.

    The id of a PTCE alone is the check of its known members: it is never told that it is not one.

    Raises:
        BadParameter: no member of the group is left.
    """
    pole = _pole_alone(edition, group.lines)
    if pole is not None:
        members, existing, notes = _known_members(edition, pole), pole.name, group.notes
    else:
        members, told = _members(edition, group.lines)
        existing, notes = None, (*group.notes, *told)
    if not members and existing is None:
        raise BadParameter("groupe", "", f"aucun membre trouvé. {notes[0].problem.fr}")
    check = check_group(members, complete=complete, law=law, existing=existing)
    poles = () if pole is not None else poles_of(edition, members)
    together = {one.id for each in poles for one in (*each.members, each.pole)}
    together |= same_group_ids(edition, members) | ({pole.id} if pole is not None else set())
    around = neighbours_of(edition, members)
    neighbours = [one for one in around if one.member.id not in together]
    fillings = could_fill(members, neighbours, complete=complete, law=law, existing=existing)
    ordered = tuple(sorted(notes, key=lambda note: note.line))
    return GroupAnswer(members, check, fillings, ordered, poles)


def _pole_alone(edition: OpenEdition, lines: Sequence[GroupLine]) -> Organisation | None:
    if len(lines) != 1 or not lines[0].id:
        return None
    try:
        found = edition.organisation(lines[0].id)
    except NotFound:
        return None
    return found if found.kind is Kind.PTCE else None


def _known_members(edition: OpenEdition, pole: Organisation) -> tuple[Member, ...]:
    tied = known_members(edition, pole.id)
    return tuple(member_of_organisation(organisation) for organisation in tied)


def _members(
    edition: OpenEdition, lines: Sequence[GroupLine]
) -> tuple[tuple[Member, ...], tuple[LineNote, ...]]:
    described = [line for line in lines if not line.id]
    weights = edition.knowledge.matching
    decisions = match_rows(edition, [line.given for line in described], weights)
    known = {
        line.line: _known(edition, line, decision)
        for line, decision in zip(described, decisions, strict=True)
    }
    members, notes = [], []
    for line in lines:
        if not line.id:
            member, told = _described(edition, line, known.get(line.line))
            members.append(member)
            notes += told
            continue
        try:
            members.append(member_of_organisation(edition.organisation(line.id)))
        except NotFound as problem:
            notes.append(_unknown_id(line, problem))
    return tuple(members), tuple(notes)


def _unknown_id(line: GroupLine, problem: NotFound) -> LineNote:
    english = "The directory has no organisation with this identifier; the line is set aside."
    return LineNote(line.line, line.id or "", say(str(problem), english), set_aside=True)


def _known(edition: OpenEdition, line: GroupLine, decision: MatchDecision) -> Organisation | None:
    """The record of a line that is found, else that of another site of its legal person."""
    if decision.verdict is MatchVerdict.FOUND and decision.id:
        return edition.organisation(decision.id)
    if line.given.siren is None:
        return None
    sites = (edition.organisation(candidate.id) for candidate in decision.candidates)
    return next((site for site in sites if site.siren == line.given.siren), None)


def _described(
    edition: OpenEdition, line: GroupLine, known: Organisation | None
) -> tuple[Member, list[LineNote]]:
    """A described member, by what the directory knows of it where it says no more than that.

    What its author declares stands; the family that our sources give to its number is kept beside
    it where it is another.
    """
    if known is not None and not line.tells_a_form:
        return replace(member_of_organisation(known), line=line.line), []
    cells = place_cells(line.given)
    place, notes = _place(edition, line.line, cells)
    declared = line.legal_form.family
    registered = known.status.legal_family if known is not None else LegalFamily.UNKNOWN
    differs = LegalFamily.UNKNOWN not in {declared, registered} and declared is not registered
    country = edition.places.settle(cells).country
    member = Member(
        name=line.given.name or line.given.acronym or _number_of(line),
        siren=line.given.siren,
        ess=_declared_ess(line, abroad=bool(country)),
        legal_form=line.legal_form,
        legal_family=line.legal_form.family,
        partner_type=line.partner_type,
        devices=line.devices,
        esus=line.esus,
        place=place,
        line=line.line,
        registered=registered if differs else None,
        country=country_name(country) if country else None,
    )
    return member, notes


def _number_of(line: GroupLine) -> str:
    given = line.given
    return given.siret or given.siren or given.finess or given.rna or given.id


def _declared_ess(line: GroupLine, *, abroad: bool) -> EssStatus:
    """Nothing is read into a device: only the form that its author gives.

    Article 1 speaks of persons of French law: « association » alone says nothing of a foreign one.
    """
    if abroad and line.legal_form.family not in _PRIVATE:
        return EssStatus.TO_ESTABLISH
    return ess_from_form(line.legal_form, esus=line.esus)


def _place(edition: OpenEdition, line: int, cells: PlaceCells) -> tuple[Place, list[LineNote]]:
    told = (cells.city, cells.postcode, cells.commune_code, cells.address, cells.department)
    if not any(told) and cells.point is None:
        return Place(), []
    place = place_of(cells, edition.places)
    if place.commune_code is not None or not place.missing_reason:
        return place, []
    shown = " ".join(filter(None, (cells.postcode, cells.city, cells.commune_code)))
    english = "The commune cannot be told from this cell; the member is not placed in one."
    return place, [LineNote(line, shown, say(place.missing_reason, english))]
