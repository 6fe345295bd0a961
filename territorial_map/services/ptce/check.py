"""The check of a group of the directory, of described members, or of an existing PTCE."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from territorial_map.domain.errors import BadParameter, NotFound
from territorial_map.domain.organisation import Organisation, Place
from territorial_map.domain.ptce.check import PtceCheck, check_group
from territorial_map.domain.ptce.gap_candidates import Filling, could_fill
from territorial_map.domain.ptce.law import Law
from territorial_map.domain.ptce.member import Member, ess_from_form, member_of_organisation
from territorial_map.domain.selection import Selection
from territorial_map.domain.vocabulary import EssStatus, Kind
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.ptce.communes import place_of_commune
from territorial_map.services.ptce.group_file import MAX_LINES, GroupLine, parse_group
from territorial_map.services.ptce.nearby_roles import neighbours_of


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """A check with its members and who nearby could fill what is not established."""

    members: tuple[Member, ...]
    check: PtceCheck
    could_fill: tuple[Filling, ...]


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
    return check_for_lines(edition, lines, complete=complete, law=law)


def check_for_text(edition: OpenEdition, text: str, *, complete: bool, law: Law) -> GroupAnswer:
    """The check of a file or of pasted lines: ids, or a table of members.

    Raises:
        BadParameter: a line that cannot be read.
        NotFound: an id that no organisation answers to.
    """
    return check_for_lines(edition, parse_group(text), complete=complete, law=law)


def check_for_lines(
    edition: OpenEdition, lines: Sequence[GroupLine], *, complete: bool, law: Law
) -> GroupAnswer:
    """The check of ids and described members alike.

    The id of a PTCE alone is the check of its known members: it is never told that it is not one.
    """
    pole = _pole_alone(edition, lines)
    if pole is not None:
        members, existing = _known_members(edition, pole), pole.name
    else:
        members, existing = tuple(_member(edition, line) for line in lines), None
    check = check_group(members, complete=complete, law=law, existing=existing)
    neighbours = neighbours_of(edition, members)
    fillings = could_fill(members, neighbours, complete=complete, law=law, existing=existing)
    return GroupAnswer(members, check, fillings)


def _pole_alone(edition: OpenEdition, lines: Sequence[GroupLine]) -> Organisation | None:
    if len(lines) != 1 or not lines[0].id:
        return None
    found = _organisation(edition, lines[0])
    return found if found.kind is Kind.PTCE else None


def _known_members(edition: OpenEdition, pole: Organisation) -> tuple[Member, ...]:
    tied = edition.organisations(Selection.of({"member_of": [pole.id]}))
    return tuple(member_of_organisation(organisation) for organisation in tied)


def _member(edition: OpenEdition, line: GroupLine) -> Member:
    if line.id:
        return member_of_organisation(_organisation(edition, line))
    return Member(
        name=line.name,
        siren=line.siren,
        ess=_declared_ess(line),
        legal_form=line.legal_form,
        legal_family=line.legal_form.family,
        partner_type=line.partner_type,
        devices=line.devices,
        esus=line.esus,
        place=place_of_commune(edition.gazetteer, line) if line.commune else Place(),
    )


def _declared_ess(line: GroupLine) -> EssStatus:
    """Nothing is read into a device: only the form that its author gives."""
    return ess_from_form(line.legal_form, esus=line.esus)


def _organisation(edition: OpenEdition, line: GroupLine) -> Organisation:
    try:
        return edition.organisation(line.id or "")
    except NotFound as problem:
        raise NotFound(f"Ligne {line.line} : {problem}") from problem
