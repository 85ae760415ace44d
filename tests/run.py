"""Runs all tests: on SQLite, on a PostgreSQL server of its own, and in Chromium.

    python tests/run.py [ARGUMENTS OF PYTEST]      for example: -k comments

Without PostgreSQL or Chromium the rest runs and a line says how to get them; where CI=true, nothing may be
missing or skipped. The last line is the sum: `N passed, N failed, N skipped`.
"""
# ruff: noqa: T201 - a program speaks by printing

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import chromium, postgres  # noqa: E402

NOTHING_COLLECTED = 5  # what pytest returns; normal where arguments choose a few tests


def run_pytest(title: str, arguments: list[str], folder: Path, **environment: str) -> tuple[Counter, bool]:
    """Run pytest once; return the numbers of its outcomes, and whether all went well."""
    print(f"\n== {title}", flush=True)
    report = folder / "report.xml"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", f"--junitxml={report}", *arguments]
    environment = {**os.environ, "DATA_DIR": str(folder / "data"), "DATABASE_URL": "", **environment}
    code = subprocess.run(command, cwd=ROOT, env=environment).returncode
    counts = count(report)
    return counts, code in {0, NOTHING_COLLECTED} and not counts["failed"]


def count(report: Path) -> Counter:
    """The outcomes in a JUnit report; all zero where pytest did not come so far."""
    counts = Counter()
    if not report.exists():
        return counts
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314 - pytest wrote it
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        counts.update(failed=failed, skipped=skipped, passed=int(suite.get("tests", 0)) - failed - skipped)
    return counts


@contextlib.contextmanager
def database():
    """Yield the address of a PostgreSQL server, or nothing where there is none."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
    elif programs := postgres.find_programs():
        with postgres.server(programs) as url:
            yield url
    else:
        yield None


def run_all(arguments: list[str]) -> tuple[Counter, bool, list[str]]:
    """Run everything that can run; return the sum, whether all went well, and what was missing."""
    total, good, missing = Counter(), True, []

    def add(result: tuple[Counter, bool]) -> None:
        nonlocal good
        total.update(result[0])
        good = good and result[1]

    with tempfile.TemporaryDirectory(prefix="infoshos-tests-") as name:
        folder = Path(name)
        without_browser = ["-m", "not browser", "-n", "2", *arguments]
        add(run_pytest("SQLite", without_browser, folder))
        with database() as url:
            if url:
                add(run_pytest("PostgreSQL", without_browser, folder, DATABASE_URL=url))
            else:
                missing.append(postgres.ADVICE)
        if not chromium.find():
            missing.append(chromium.ADVICE)
        add(run_pytest("Browser", ["-m", "browser", "-n", "2", *arguments], folder))
    return total, good, missing


def main(arguments: list[str]) -> int:
    """Run everything and print the sum; 0 where nothing failed and, in CI, nothing was left out."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the database server ends too
    started = time.monotonic()
    try:
        total, good, missing = run_all(arguments)
    except postgres.PostgresError as error:
        total, good, missing = Counter(failed=1), False, [str(error)]
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        return 130
    print()
    for line in missing:
        print(line)
    if os.environ.get("CI") == "true" and (missing or total["skipped"]):
        print("CI=true: nothing may be missing or skipped.")
        good = False
    print(f"{time.monotonic() - started:.0f} s in all")
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
