"""The numbers that a wrong SIREN or SIRET may have been: one typing error away.

A list of thousands of wrong numbers asks for them on each line, so a changed digit is not looked
for among nine: Luhn's key leaves one at each place.
"""

import re
from collections.abc import Iterator

from territorial_map.domain.identifiers import LA_POSTE, parse_siren, parse_siret

_LIKE_DIGITS = str.maketrans("Ool", "001")
_DIGITS = "0123456789"
_DOUBLED = "0516273849"  # the digit that Luhn's key counts as 0, 1, 2… at a place that it doubles
_VALUES = {
    False: {d: n for n, d in enumerate(_DIGITS)},
    True: {d: n for n, d in enumerate(_DOUBLED)},
}


def repairs_of(cell: str, length: int) -> set[str]:
    """Valid numbers of ``length`` (9: SIREN, 14: SIRET) at one typing error from a cell.

    An error is a digit changed, missing, too many, or two neighbours swapped; a letter that looks
    like a digit is read as it. A cell that is valid is among them.

    >>> sorted(repairs_of("80746931", 9))[:5]
    ['580746931', '804746931', '807146931', '807467931', '807469317']
    """
    digits = re.sub(r"\D", "", cell.translate(_LIKE_DIGITS))
    if abs(len(digits) - length) > 1:
        return set()
    parse = parse_siren if length == 9 else parse_siret
    return {number for number in _tried(digits, length) if parse(number)}


def _tried(digits: str, length: int) -> set[str]:
    """What may be valid among the numbers at one error: a sieve before the check."""
    places = range(len(digits))
    if len(digits) == length:
        swapped = {digits[:n] + digits[n : n + 2][::-1] + digits[n + 2 :] for n in places[:-1]}
        return {*_changed(digits), *_of_la_poste(digits), *filter(_may_be_valid, swapped)}
    if len(digits) < length:
        ends = (*places, len(digits))
        tried = {digits[:n] + d + digits[n:] for n in ends for d in _DIGITS}
    else:
        tried = {digits[:n] + digits[n + 1 :] for n in places}
    return set(filter(_may_be_valid, tried))


def _changed(digits: str) -> Iterator[str]:
    """The numbers with one digit changed, or none, whose key is right."""
    doubled = [(len(digits) - n) % 2 == 0 for n in range(len(digits))]
    values = [_VALUES[twice][digit] for twice, digit in zip(doubled, digits, strict=True)]
    key = sum(values)
    for n, (twice, value) in enumerate(zip(doubled, values, strict=True)):
        yield digits[:n] + (_DOUBLED if twice else _DIGITS)[(value - key) % 10] + digits[n + 1 :]


def _of_la_poste(digits: str) -> Iterator[str]:
    """Those of La Poste's establishments, whose key is another."""
    told = digits[: len(LA_POSTE)]
    if len(digits) > len(told) and sum(a != b for a, b in zip(told, LA_POSTE, strict=True)) <= 1:
        tried = (digits[:n] + d + digits[n + 1 :] for n in range(len(digits)) for d in _DIGITS)
        yield from (number for number in tried if number.startswith(LA_POSTE))


def _may_be_valid(number: str) -> bool:
    """True when Luhn's key is right, or La Poste's rule may apply."""
    if number.startswith(LA_POSTE):
        return True
    plain, doubled = number[::-2], number[-2::-2]
    return (sum(map(int, plain)) + sum(map(_DOUBLED.index, doubled))) % 10 == 0
