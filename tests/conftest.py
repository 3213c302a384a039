"""How Hypothesis searches here (the same examples in every run, new ones in a drill), and that CI skips nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import WIDE

settings.register_profile("fixed", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("drill", settings.get_profile("fixed"), derandomize=False, print_blob=True)
settings.load_profile("drill" if WIDE > 1 else "fixed")

# Programs of their own without an example in them: a run of the tests need not load what they load.
collect_ignore = ["bench.py", "bench_proposals.py", "drill", "speed"]
LONG = frozenset((Path(__file__).parent / "long.txt").read_text(encoding="utf-8").split())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes more than a second or two stands in ``long.txt``, and ``make quick`` leaves it out."""
    for item in items:
        if item.name.partition("[")[0] in LONG:
            item.add_marker(pytest.mark.long)


def pytest_itemcollected(item: pytest.Item) -> None:
    """In CI a test that fails is tried a second time: one machine's bad moment keeps nobody's work from landing."""
    if os.environ.get("CI"):
        item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for again in terminalreporter.stats.get("rerun", []):
        terminalreporter.section("UNSTEADY, a defect to mend: it failed, and was tried again", red=True, bold=True)
        terminalreporter.line(f"{again.nodeid}\n{again.longreprtext}")
    if passed_over := {str(one.longrepr[2]) for one in terminalreporter.stats.get("skipped", [])}:
        terminalreporter.section("NOT TESTED: install it (tests/browser/install), then run again", red=True, bold=True)
        terminalreporter.line("\n".join(sorted(passed_over)))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test is a failed run in CI: there everything it needs is installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("")
        reporter.write_line("In CI no test may be skipped; see above what was.", red=True, bold=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
