"""The coverage map: how many organisations our sources know per département, without tiles."""

from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from territorial_map.domain.geo import Window
from territorial_map.domain.territory import TerritoryLevel, TerritoryShape
from territorial_map.domain.vocabulary import Kind
from territorial_map.services.coverage.report import coverage_of
from territorial_map.services.explore.open_edition import OpenEdition
from territorial_map.services.outline_paths import FILLS, INKS, FittedFrame

WIDTH, HEIGHT = 640, 720
_FRANCE = Window(-5.3, 41.3, 9.7, 51.2)
_MAIN = (10.0, 10.0, 620.0, 590.0)
_OVERSEAS = ("971", "972", "973", "974", "976")
# The least count of each class but the first, whose territories have none.
CLASSES = (1, 10, 30, 80, 200)
_FILLS = ("url(#none)", *FILLS)
_WRITTEN = ("#1b2a3d", *INKS)
_LEAST_ROOM = 15.0  # a narrower département has no room for its figure


def class_of(count: int) -> int:
    """The class of a count, 0 for none.

    >>> class_of(0), class_of(1), class_of(9), class_of(10), class_of(1_000)
    (0, 1, 1, 2, 5)
    """
    return sum(count >= least for least in CLASSES)


def class_ranges() -> tuple[str, ...]:
    """The classes in figures.

    >>> class_ranges()
    ('0', '1–9', '10–29', '30–79', '80–199', '200 +')
    """
    ends = [f"{low}–{high - 1}" for low, high in pairwise(CLASSES)]
    return ("0", *ends, f"{CLASSES[-1]} +")


def coverage_map(edition: OpenEdition, kind: Kind | None = None) -> str:
    """An SVG of 640 × 720: départements by class of count, their figures, and the classes.

    ``kind`` counts one kind alone. Overseas départements stand below, each at its own scale.
    Départements without a known organisation are hatched, not white: it is told, not left out.
    """
    covered = coverage_of(edition, TerritoryLevel.DEPARTMENT)
    counts = {
        one.code: sum(each.organisations for each in one.kinds if kind in (None, each.kind))
        for one in covered
        if one.code
    }
    drawn = [_drawn(one, counts.get(one.code, 0)) for one in _outlines(edition)]
    body = "".join([*(area for area, _ in drawn), *(figure for _, figure in drawn)])
    return f"{_HEAD}{body}{_legend()}</svg>"


_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
    'font-family="sans-serif">'
    '<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
    '<path d="M0 0V6" stroke="#8794a6" stroke-width="1.6"/></pattern></defs>'
    f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
)


@dataclass(frozen=True, slots=True)
class _Outline:
    """A département on the drawing: its path, and where its figure may stand."""

    code: str
    name: str
    path: str
    middle: tuple[float, float]
    room: float


def _outlines(edition: OpenEdition) -> tuple[_Outline, ...]:
    shapes = {s.territory.code: s for s in edition.outlines(TerritoryLevel.DEPARTMENT)}
    main = [s for code, s in shapes.items() if code not in _OVERSEAS]
    found = [_outline(shape, FittedFrame(_FRANCE, _MAIN)) for shape in main]
    for rank, code in enumerate(_OVERSEAS):
        shape = shapes.get(code)
        if shape is not None and shape.window is not None:
            found.append(_outline(shape, FittedFrame(shape.window, (14 + 124 * rank, 612, 96, 60))))
    return tuple(found)


def _outline(shape: TerritoryShape, frame: FittedFrame) -> _Outline:
    path = frame.path(shape.outline)
    territory, window = shape.territory, shape.window
    point = territory.point
    middle = frame.place(point.lon, point.lat) if point else (0.0, 0.0)
    room = 0.0
    if window is not None:
        west, east = frame.place(window.west, 0)[0], frame.place(window.east, 0)[0]
        room = east - west
    return _Outline(territory.code, territory.name, path, middle, room)


def _drawn(one: _Outline, count: int) -> tuple[str, str]:
    rank = class_of(count)
    title = escape(f"{one.name} ({one.code}) : {count}")
    area = (
        f"<path d={quoteattr(one.path)} fill={quoteattr(_FILLS[rank])} "
        f'stroke="#46566b" stroke-width="0.7" data-code="{one.code}" data-count="{count}">'
        f"<title>{title}</title></path>"
    )
    if one.room < _LEAST_ROOM:
        return area, ""
    x, y = one.middle
    halo = ' stroke="#ffffff" stroke-width="2.5" paint-order="stroke"' if not rank else ""
    figure = (
        f'<text x="{x:g}" y="{y + 3:g}" font-size="10" text-anchor="middle" '
        f'fill="{_WRITTEN[rank]}"{halo} aria-hidden="true">{count}</text>'
    )
    return area, figure


def _legend() -> str:
    boxes = []
    for rank, told in enumerate(class_ranges()):
        x = 14 + 100 * rank
        boxes.append(
            f'<rect x="{x}" y="690" width="22" height="16" fill={quoteattr(_FILLS[rank])} '
            'stroke="#46566b" stroke-width="0.7"/>'
            f'<text x="{x + 28}" y="703" font-size="13" fill="#1b2a3d">{told}</text>'
        )
    return "".join(boxes)
