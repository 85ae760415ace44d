"""Imports go down only."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

from tests.repo.tree import ROOT, files, parsed

# What the wiring offers the apps.
OFFERED = ("infoshos.web.", "infoshos.outbox")


def imported(*folders: str) -> set[str]:
    """What the modules below these folders import, by its full name."""
    found = set()
    for path in files(*folders, endings=(".py",)):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_apps_know_nothing_of_the_wiring_but_what_it_offers():
    wiring = {module for module in imported("news", "comments") if module.startswith("infoshos")}
    assert {module for module in wiring if not module.startswith(OFFERED)} == set()
    assert wiring


def test_what_the_wiring_offers_knows_nothing_of_the_apps():
    assert [module for module in imported("infoshos/web") if module.startswith(("news", "comments"))] == []


def test_every_contract_of_the_layers_is_kept():
    program = shutil.which("lint-imports", path=Path(sys.executable).parent)
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout
