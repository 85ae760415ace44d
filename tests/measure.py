"""Takes the figures that the portal promises, at full size, and compares them.

    python tests/measure.py desk [ARGUMENTS OF PYTEST]

Prints a table and writes it to docs/measures/. Ends with 1 where a figure falls short or could not be taken.
"""
# ruff: noqa: T201 - a program speaks by printing

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.run import database  # noqa: E402

# What is measured, by subject: the title of a run, whether on PostgreSQL, and what pytest is told.
RUNS = {
    "desk": [
        ("A large archive, PostgreSQL", True, ["tests/measures/test_desk_of_a_large_archive.py"]),
        ("The pages of the desk", False, ["tests/measures/test_accessibility.py"]),
        ("What is typed", False, ["tests/browser/test_refusals.py"]),
        ("A release", False, ["tests/browser/test_posting_a_release.py"]),
        ("Two editors at one article, SQLite", False, ["tests/measures/test_desk_concurrency.py"]),
        ("Two editors at one article, PostgreSQL", True, ["tests/measures/test_desk_concurrency.py"]),
        ("The judge of edits", False, ["tests/measures/test_judge_of_edits.py"]),
    ],
}


def take(title: str, url: str, arguments: list[str], folder: Path) -> tuple[list[tuple[str, ...]], bool]:
    """Run pytest at full size; return the figures and whether all went well."""
    print(f"\n== {title}", flush=True)
    report = folder / "report.xml"
    report.unlink(missing_ok=True)
    environment = {**os.environ, "FULL_SIZE": "1", "DATA_DIR": str(folder / "data"), "DATABASE_URL": url}
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment).returncode
    figures = []
    if report.exists():
        for found in ElementTree.parse(report).getroot().iter("property"):  # noqa: S314 - pytest wrote it
            if found.get("name") == "figure":
                figures.append((title, *found.get("value").split("\t")))
    return figures, code == 0 and bool(figures)


def table(subject: str, figures: list[tuple[str, ...]]) -> str:
    """The figures as a page of the documentation."""
    lines = [
        f"# Measured: the {subject}",
        "",
        f"By `make measure-{subject}` on {datetime.now(UTC):%-d %B %Y}. The command writes this page.",
        "",
        "| run | figure | measured | promised |",
        "|---|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in figures),
    ]
    return "\n".join(lines) + "\n"


def main(subject: str, arguments: list[str]) -> int:
    """Take the figures of a subject. 0 where each is as promised."""
    figures, good = [], True
    with tempfile.TemporaryDirectory(prefix="infoshos-measures-") as name, database() as url:
        for title, on_postgresql, chosen in RUNS[subject]:
            if on_postgresql and not url:
                print(f"{title}: PostgreSQL is not installed.", file=sys.stderr)
                good = False
                continue
            found, fine = take(title, url if on_postgresql else "", [*chosen, *arguments], Path(name))
            figures, good = figures + found, good and fine
    text = table(subject, figures)
    print(f"\n{text}")
    if good and not arguments:
        page = ROOT / "docs" / "measures" / f"{subject}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return 0 if good else 1


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in RUNS:
        sys.exit(f"{__doc__}\nSubjects: {', '.join(RUNS)}")
    sys.exit(main(sys.argv[1], sys.argv[2:]))
