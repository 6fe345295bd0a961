"""The Mantine theme: neutral, with shades dark enough for text in buttons (WCAG 2.1 AA)."""

FONT = '"Source Sans 3", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

# Ten shades of the product's blue; 8 and 9 carry white text at more than 7:1.
_INK = (
    "#eef4fb",
    "#dbe7f4",
    "#b5cde8",
    "#8bb1dc",
    "#6899d2",
    "#4f89cb",
    "#3f80c9",
    "#1f5f9e",
    "#174a7e",
    "#12355b",
)

THEME = {
    "colors": {"ink": list(_INK)},
    "primaryColor": "ink",
    "primaryShade": 8,
    "fontFamily": FONT,
    "headings": {"fontFamily": FONT},
    "defaultRadius": "sm",
    "cursorType": "pointer",
    "focusRing": "auto",
}
