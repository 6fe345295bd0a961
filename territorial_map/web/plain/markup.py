"""Small pieces of HTML text: links, form fields, lists; everything said is escaped here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a form field, its words, and how many organisations it would show."""

    value: str
    words: str
    count: str = ""
    chosen: bool = False


def link(words: str, href: str, **attributes: str) -> str:
    """A link; ``attributes`` are written as given, ``rel`` and ``target`` among them."""
    told = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f'<a href="{escape(href)}"{told}>{escape(words)}</a>'


def tagged(tag: str, words: str, class_name: str = "") -> str:
    """Words in an element.

    >>> tagged("h3", "L’un & l’autre")
    '<h3>L’un &amp; l’autre</h3>'
    """
    told = f' class="{escape(class_name)}"' if class_name else ""
    return f"<{tag}{told}>{escape(words)}</{tag}>"


def text_field(name: str, label: str, value: str, hint: str = "", kind: str = "search") -> str:
    """A box to type in, with its label above."""
    shown = f' placeholder="{escape(hint)}"' if hint else ""
    return (
        f'<label class="field"><span>{escape(label)}</span>'
        f'<input type="{kind}" name="{escape(name)}" value="{escape(value)}"{shown}></label>'
    )


def select_field(name: str, label: str, options: Iterable[Option]) -> str:
    """A list to choose one value from."""
    lines = "".join(
        f'<option value="{escape(one.value)}"{" selected" if one.chosen else ""}>'
        f"{escape(one.words)}</option>"
        for one in options
    )
    return (
        f'<label class="field"><span>{escape(label)}</span>'
        f'<select name="{escape(name)}">{lines}</select></label>'
    )


def tick_group(name: str, title: str, options: Sequence[Option], *, opened: bool = False) -> str:
    """Boxes to tick under a heading that folds."""
    boxes = "".join(
        '<label class="tickbox option">'
        f'<input type="checkbox" name="{escape(name)}" value="{escape(one.value)}"'
        f"{' checked' if one.chosen else ''}>"
        f'<span class="option-label"><span class="option-name">{escape(one.words)}</span>'
        f' <span class="count">{escape(one.count)}</span></span></label>'
        for one in options
    )
    flag = " open" if opened or any(one.chosen for one in options) else ""
    return (
        f'<details class="filter-group"{flag}><summary><span class="group-title">{escape(title)}'
        '</span><span class="icon icon-chevron-down" aria-hidden="true"></span></summary>'
        f'<fieldset class="options"><legend class="visually-hidden">{escape(title)}</legend>'
        f"{boxes}</fieldset></details>"
    )


def hidden_fields(pairs: Iterable[tuple[str, str]]) -> str:
    """Values that a form carries along without showing them."""
    return "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in pairs
    )
