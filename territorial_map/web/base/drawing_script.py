"""The script that draws charts: plotly.js, as Dash serves it, fetched by pages that draw alone."""

import plotly
from dash.fingerprint import build_fingerprint

PLOTLY_PACKAGE, PLOTLY_FILE = "plotly", "package_data/plotly.min.js"
_SUITES = "/_dash-component-suites"


def plotly_address() -> str:
    """Where it is to be had, for ever under the version of its package."""
    marked = build_fingerprint(PLOTLY_FILE, plotly.__version__, 0)  # type: ignore[no-untyped-call]  # Dash leaves it untyped
    return f"{_SUITES}/{PLOTLY_PACKAGE}/{marked}"
