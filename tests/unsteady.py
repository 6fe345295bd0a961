"""Browser tests that pass only the second time are told aloud; a run with several of them fails.

A browser on a loaded machine leaves room for what no test means to try. Such a test gets one second
try, and its name stands at the end of the run: a fault of the test or of the page, to be found.
"""

import pytest

ALLOWED = 2
_RETRIED = pytest.mark.flaky(reruns=1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each browser test, and no other, its second try."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(_RETRIED)


def retried(config: pytest.Config) -> list[str]:
    """Names of the tests of this run that were tried a second time."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return sorted({report.nodeid for report in reporter.stats.get("rerun", ())}) if reporter else []


def pytest_sessionfinish(session: pytest.Session) -> None:
    """More second tries than allowed are a failure of the run."""
    if session.exitstatus == pytest.ExitCode.OK and len(retried(session.config)) > ALLOWED:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name every test that was tried a second time."""
    names = retried(terminalreporter.config)
    if not names:
        return
    terminalreporter.section("unsteady: tried a second time", yellow=True)
    for name in names:
        terminalreporter.write_line(name)
    if len(names) > ALLOWED:
        terminalreporter.write_line(f"More than {ALLOWED}: the run fails.", red=True)
