"""Points and windows of an address whose numbers stand in another order than asked."""

from territorial_map.places.coordinates import in_france


def exchanged_near(text: str) -> str | None:
    """« longitude,latitude » for a point written the other way round; ``None`` when it is not."""
    numbers = _numbers(text)
    if numbers is None or len(numbers) != 2:
        return None
    first, second = numbers
    if in_france(first, second) or not in_france(second, first):
        return None
    return ",".join(part.strip() for part in reversed(text.split(",")))


def exchanged_window(text: str) -> str | None:
    """« west,south,east,north » for a window written in another order; ``None`` when it is not.

    South first, or an edge in the place of the one across from it.
    """
    numbers = _numbers(text)
    if numbers is None or len(numbers) != 4:
        return None
    a, b, c, d = numbers
    right = in_france(a, b) or in_france(c, d) or in_france(a, d) or in_france(c, b)
    turned = in_france(b, a) or in_france(d, c) or in_france(b, c) or in_france(d, a)
    parts = [part.strip() for part in text.split(",")]
    if turned and not right:
        parts = [parts[1], parts[0], parts[3], parts[2]]
    elif (a <= c and b <= d) or not _on_earth(numbers):
        return None
    west, east = sorted(parts[::2], key=float)
    south, north = sorted(parts[1::2], key=float)
    return f"{west},{south},{east},{north}"


def _on_earth(window: tuple[float, ...]) -> bool:
    return all(abs(n) <= 180 for n in window[::2]) and all(abs(n) <= 90 for n in window[1::2])


def _numbers(text: str) -> tuple[float, ...] | None:
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        return None
