"""The content security policy: no page breaks it, and what is smuggled into one does not run.

That no page breaks it is watched by ``new_page`` on every page of every test; here on all of them.
"""

import pytest
from playwright.sync_api import Page, Response, expect

from territorial_map.web.page_list import PAGES
from tests.browser.conftest import NewPage

_SETTLED_MS = 1_000
_OTHERS = ("/?view=list", "/embed", "/api/v1/docs", "/api/v1/health", "/nulle-part")
ADDRESSES = tuple(dict.fromkeys(spec.path for spec in PAGES if spec.path)) + _OTHERS


def gone_to(page: Page, address: str) -> Response:
    """The answer of an address, once its page has come to rest."""
    answer = page.goto(address)
    assert answer is not None
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_SETTLED_MS)
    return answer


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_page_breaks_its_policy(page: Page, site: str, path: str) -> None:
    answer = gone_to(page, site + path)

    policy = answer.headers["content-security-policy"]
    (scripts,) = [rule for rule in policy.split("; ") if rule.startswith("script-src ")]
    assert "unsafe" not in scripts
    assert "*" not in scripts


SMUGGLED = {
    "a script in the page": """
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);""",
    "a script of elsewhere": """
        const script = document.createElement("script");
        script.src = "data:text/javascript,window.ran=true";
        document.body.append(script);""",
    "an attribute that runs": """
        const box = document.createElement("div");
        box.innerHTML = '<img src="/absent.png" onerror="window.ran = true">';
        document.body.append(box);""",
    "an address that runs": """
        const link = document.createElement("a");
        link.href = "javascript:void(window.ran = true)";
        document.body.append(link);
        link.click();""",
}


@pytest.mark.parametrize("path", ["/", "/integrer", "/embed", "/api/v1/docs"])
@pytest.mark.parametrize("code", SMUGGLED.values(), ids=SMUGGLED)
def test_what_is_smuggled_into_a_page_does_not_run(
    new_page: NewPage, site: str, path: str, code: str
) -> None:
    page = new_page(attacked=True)
    gone_to(page, site + path)
    page.evaluate("document.addEventListener('securitypolicyviolation', () => window.refused = 1)")

    page.evaluate(f"() => {{ {code} }}")

    page.wait_for_function("() => window.refused")
    assert page.evaluate("window.ran === undefined")


def test_text_is_never_run(new_page: NewPage, site: str) -> None:
    page = new_page(attacked=True)
    gone_to(page, f"{site}/integrer")

    page.evaluate(  # what a debugger evaluates is let through: the page itself does it later
        """() => setTimeout(() => {
            try { window.told = new Function("return 'ran'")(); }
            catch (error) { window.told = error.name; }
        })"""
    )

    assert page.wait_for_function("() => window.told").json_value() == "EvalError"


def test_the_map_is_drawn_under_the_policy(page: Page, site: str) -> None:
    page.goto(f"{site}/?view=map")

    expect(page.locator(".leaflet-tile-loaded").first).to_be_attached()
    expect(page.locator(".cluster, .pin").first).to_be_visible()
