"""An exported list against the current edition: identical, or what changed and why."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from territorial_map.domain.errors import NotFound
from territorial_map.domain.term import Term
from territorial_map.ledger.dismissals import Said
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.export.cells import plain
from territorial_map.services.verification.file_content import Carried
from territorial_map.services.verification.remade_table import order_known, table_again
from territorial_map.services.verification.spreadsheet_marks import SpreadsheetMark, mark_of

_PLACE_KEYS = frozenset({"address", "postcode", "commune", "commune_code", "lat", "lon"})
_NEVER_COMPARED = frozenset({"id", "name", "status", "verified_on", "verified_by"})


class ChangeKind(Term):
    """What can become of a line; ``description`` is its plural."""

    NEW = "new", "nouvelle", "nouvelles"
    GONE = "gone", "disparue", "disparues"
    RENAMED = "renamed", "renommée", "renommées"
    MOVED = "moved", "déplacée", "déplacées"
    UPDATED = "updated", "modifiée", "modifiées"


@dataclass(frozen=True, slots=True)
class LineChange:
    """One change of one organisation, with a French sentence that says what and why."""

    kind: ChangeKind
    id: str
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """``lines_then`` are the file's, ``lines_now`` those of its query on the current edition.

    ``marks`` are what a spreadsheet did to the file, put right before comparing.
    """

    query: str
    link: str
    edition_then: str
    edition_now: str
    lines_then: int
    lines_now: int
    changes: tuple[LineChange, ...]
    marks: Mapping[SpreadsheetMark, int] = field(default_factory=dict)

    @property
    def identical(self) -> bool:
        """True when the query gives the same lines today."""
        return not self.changes


def verify(
    carried: Carried, edition: OpenEdition, dismissals: Collection[Said] = ()
) -> Verification:
    """Run the query that a file carries again, and compare line by line, by id.

    Only columns that the file has are compared. ``dismissals`` are the pairs that operators took
    off partner lists.

    Raises:
        BadParameter: the link that it carries is none of ours.
    """
    table = table_again(edition, carried, dismissals)
    keys = [column.key for column in table.columns]
    headings = {column.key: column.heading for column in table.columns}
    now: dict[str, Mapping[str, str]] = {}
    for row in table.rows():
        fresh = dict(zip(keys, map(plain, row), strict=True))
        now[fresh["id"]] = fresh
    marks = _marks_of_file(carried, now)
    changes = [_gone(carried.lines[i], i, edition) for i in carried.lines if i not in now]
    changes += [_new(now[i], i) for i in now if i not in carried.lines]
    for identity, line in carried.lines.items():
        if identity in now:
            mended = _mended(line, now[identity], marks)
            changes += _differences(identity, mended, now[identity], headings)
    return Verification(
        query=table.about.query,
        link=carried.link,
        edition_then=carried.edition,
        edition_now=edition.edition.id,
        lines_then=len(carried.lines),
        lines_now=len(now),
        changes=tuple(sorted(changes, key=lambda c: (tuple(ChangeKind).index(c.kind), c.name))),
        marks=dict(marks),
    )


def _marks_of_file(
    carried: Carried, now: Mapping[str, Mapping[str, str]]
) -> Counter[SpreadsheetMark]:
    """What a spreadsheet did to the file as a whole: its encoding, the order of its lines.

    The order is told of files alone that say theirs.
    """
    marks: Counter[SpreadsheetMark] = Counter()
    if carried.other_encoding:
        marks[SpreadsheetMark.ENCODING] += 1
    if carried.added:
        marks[SpreadsheetMark.ADDED] += carried.added
    kept = [identity for identity in carried.lines if identity in now]
    if order_known(carried.link) and kept != [
        identity for identity in now if identity in carried.lines
    ]:
        marks[SpreadsheetMark.ORDER] += 1
    return marks


def _mended(
    then: Mapping[str, str], now: Mapping[str, str], marks: Counter[SpreadsheetMark]
) -> dict[str, str]:
    """The cells of a line, those that a spreadsheet only wrote otherwise as they are now."""
    mended = dict(then)
    for key, cell in then.items():
        mark = mark_of(plain(cell), now[key]) if key in now and plain(cell) != now[key] else None
        if mark is not None:
            marks[mark] += 1
            mended[key] = now[key]
    return mended


def _new(line: Mapping[str, str], identity: str) -> LineChange:
    where = line.get("commune") or line.get("department") or "lieu inconnu"
    sentence = f"« {line['name']} » ({where}) répond à la requête et n’est pas dans le fichier."
    return LineChange(ChangeKind.NEW, identity, line["name"], sentence)


def _gone(line: Mapping[str, str], identity: str, edition: OpenEdition) -> LineChange:
    name = line.get("name", identity)
    try:
        found = edition.organisation(identity)
    except NotFound:
        why = "n’est plus dans l’édition : fermée, ou retirée de sa source"
    else:
        if found.id != identity:
            why = f"est réunie à « {found.name} » ({found.id})"
        else:
            why = "est toujours dans l’annuaire, mais ne répond plus à la requête"
    return LineChange(ChangeKind.GONE, identity, name, f"« {name} » {why}.")


def _differences(
    identity: str, then: Mapping[str, str], now: Mapping[str, str], headings: Mapping[str, str]
) -> list[LineChange]:
    found: list[LineChange] = []
    old, name = then.get("name", ""), now["name"]
    if plain(old) != name:
        sentence = f"« {old} » s’appelle maintenant « {name} »."
        found.append(LineChange(ChangeKind.RENAMED, identity, name, sentence))
    differing = [
        key
        for key in then
        if key in now and key not in _NEVER_COMPARED and plain(then[key]) != now[key]
    ]
    for kind, keys in (
        (ChangeKind.MOVED, [key for key in differing if key in _PLACE_KEYS]),
        (ChangeKind.UPDATED, [key for key in differing if key not in _PLACE_KEYS]),
    ):
        if keys:
            told = " ; ".join(_told(headings[key], then[key], now[key]) for key in keys)
            found.append(LineChange(kind, identity, name, f"« {name} » : {told}."))
    return found


def _told(heading: str, then: str, now: str) -> str:
    return f"{heading}, de « {then or 'rien'} » à « {now or 'rien'} »"
