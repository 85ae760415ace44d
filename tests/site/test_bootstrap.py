"""What someone reads whose Python cannot make the environment."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import bootstrap

SCRIPT = Path(bootstrap.__file__)


@pytest.fixture
def checkout(tmp_path):
    """A fresh checkout in which nothing was installed yet."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(SCRIPT, tmp_path / "deploy")
    shutil.copytree(SCRIPT.parent.parent / "requirements", tmp_path / "requirements")
    return tmp_path


def run(checkout, **environment):
    command = [sys.executable, checkout / "deploy" / "bootstrap.py", "-c", "print('started')"]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True)


def test_the_script_parses_on_an_old_python():
    ast.parse(SCRIPT.read_text(), feature_version=(3, 6))


def test_an_old_python_is_refused_in_one_sentence():
    with pytest.raises(bootstrap.PrepareError, match=r"^Python 3\.11 or newer is needed; this is 3\.9\."):
        bootstrap.check_python((3, 9, 18))


def test_a_python_without_venv_is_told_what_to_install(checkout):
    (checkout / "broken").mkdir()
    (checkout / "broken" / "ensurepip.py").write_text("raise ImportError\n")
    result = run(checkout, PYTHONPATH=str(checkout / "broken"))
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"
    ]


def test_without_network_one_line_says_so(tmp_path, monkeypatch):
    lock = tmp_path / "base.txt"
    lock.write_text(f"infoshos-nowhere==1 --hash=sha256:{'0' * 64}\n")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", sys.executable)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(
        bootstrap.PrepareError, match=r"^Packages cannot be downloaded: check the network.*\Z"
    ):
        bootstrap.install(lock)


def test_a_complete_environment_is_used_as_it_is(checkout, monkeypatch):
    monkeypatch.setattr(bootstrap, "ROOT", checkout)
    for name, path in (("VENV", ".venv"), ("PYTHON", ".venv/bin/python"), ("STAMP", ".venv/infoshos-lock")):
        monkeypatch.setattr(bootstrap, name, checkout / path)
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    bootstrap.STAMP.write_text(bootstrap.stamp_for("dev", bootstrap.venv_version()))
    result = run(checkout)
    assert (result.returncode, result.stdout) == (0, "started\n")
