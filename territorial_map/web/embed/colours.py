"""An accent colour that stays readable: contrast as WCAG 2.1 defines it, at least 4.5 to 1."""

import re

from territorial_map.domain.errors import BadParameter

LEAST_CONTRAST = 4.5
DEFAULT_ACCENT = "174a7e"
_WHITE = (255, 255, 255)
DARK_PAPER, DARK_GROUND = "17212c", "0c1a2a"
"""``--paper`` and ``--on-accent`` of ``assets/css/01-colours.css`` in the dark."""
_HEX = re.compile(r"[0-9a-f]{6}")
_SOFTNESS = 0.92
_STEP = 0.96

Colour = tuple[int, int, int]


def accent_of(text: str) -> str:
    """Six hexadecimal digits, small letters, with or without a leading ``#``.

    Raises:
        BadParameter: it is no such colour.
    """
    digits = text.strip().removeprefix("#").lower()
    if not _HEX.fullmatch(digits):
        raise BadParameter("accent", text, "six chiffres hexadécimaux sont attendus (174a7e).")
    return digits


def readable(accent: str) -> str:
    """The colour, darkened as far as white and its own soft tint need to be read beside it.

    >>> readable("174a7e"), contrast(parts("ffcc00"), (255, 255, 255)) < LEAST_CONTRAST
    ('174a7e', True)
    """
    colour = parts(accent)
    while min(contrast(colour, _WHITE), contrast(colour, parts(soft(written(colour))))) < (
        LEAST_CONTRAST
    ):
        red, green, blue = (int(part * _STEP) for part in colour)
        colour = (red, green, blue)
    return written(colour)


def readable_in_the_dark(accent: str) -> str:
    """The colour, lightened as far as the dark ground and words on it need to be read beside it.

    >>> readable_in_the_dark("8fbdf0"), readable_in_the_dark("174a7e") == "174a7e"
    ('8fbdf0', False)
    """
    colour = parts(accent)
    grounds = [parts(DARK_PAPER), parts(DARK_GROUND), parts(dark_soft(accent))]
    while min(contrast(colour, ground) for ground in grounds) < LEAST_CONTRAST:
        red, green, blue = (255 - int((255 - part) * _STEP) for part in colour)
        colour = (red, green, blue)
    return written(colour)


def dark_soft(accent: str) -> str:
    """A deep tint of a colour, for grounds in the dark."""
    pairs = zip(parts(DARK_PAPER), parts(accent), strict=True)
    red, green, blue = (
        round(ground * _SOFTNESS + part * (1 - _SOFTNESS)) for ground, part in pairs
    )
    return written((red, green, blue))


def soft(accent: str) -> str:
    """A pale tint of a colour, for grounds."""
    red, green, blue = (round(255 * _SOFTNESS + part * (1 - _SOFTNESS)) for part in parts(accent))
    return written((red, green, blue))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.1, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def parts(accent: str) -> Colour:
    """Red, green and blue of six hexadecimal digits."""
    red, green, blue = bytes.fromhex(accent)
    return red, green, blue


def written(colour: Colour) -> str:
    """Six hexadecimal digits."""
    return bytes(colour).hex()


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
