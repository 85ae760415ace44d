"""The supervisor: what dies is started again, what is stopped leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
WITHIN = 30  # seconds that a machine under load may take

# A child with a child of its own, as a web server has; both write down who they are.
CHILD = """
import os, pathlib, subprocess, sys, time
helper = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"])
with open("started", "a") as file:
    file.write(f"{os.getpid()} {helper.pid}\\n")
time.sleep(60)
"""
PROGRAM = f"""
import sys
from pathlib import Path
from infoshos.supervisor import Child, Supervisor
child = Child("The child", [sys.executable, "-S", "-c", {CHILD!r}])
Supervisor([child], folder=Path.cwd(), on_ready=lambda: print("ready", flush=True)).run()
"""


def until(condition):
    deadline = time.monotonic() + WITHIN
    while not (result := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return result


def is_gone(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text() if os.path.exists("/proc/self") else ""
        os.kill(pid, 0)
    except (ProcessLookupError, FileNotFoundError):
        return True
    return ") Z " in state  # dead, though nobody has collected it yet


class Running:
    """A supervisor in a process of its own."""

    def __init__(self, folder):
        self.started = folder / "started"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
        )

    def generation(self, number):
        """The ids of the child and of its helper after so many starts."""
        until(lambda: self.started.exists() and len(self.started.read_text().splitlines()) >= number)
        return [int(pid) for pid in self.started.read_text().splitlines()[number - 1].split()]


@pytest.fixture
def running(tmp_path):
    running = Running(tmp_path)
    yield running
    running.process.kill()
    running.process.communicate()


def test_a_killed_child_is_started_again_and_its_own_children_are_removed(running):
    child, helper = running.generation(1)
    os.kill(child, signal.SIGKILL)
    again, _ = running.generation(2)
    assert again != child
    until(lambda: is_gone(helper))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_everything_and_the_exit_code_is_zero(running, number):
    pids = running.generation(1)
    running.process.send_signal(number)
    assert running.process.wait(WITHIN) == 0
    assert all(is_gone(pid) for pid in pids)


def test_nothing_outlives_a_supervisor_that_was_killed(running):
    pids = running.generation(1)
    running.process.kill()
    until(lambda: all(is_gone(pid) for pid in pids))


def test_a_killed_guardian_is_replaced_and_learns_what_to_guard(running):
    pids = running.generation(1)
    guardian = next(pid for pid in children_of(running.process.pid) if pid not in pids)
    os.kill(guardian, signal.SIGKILL)
    until(lambda: set(children_of(running.process.pid)) - {guardian, *pids})
    running.process.kill()
    until(lambda: all(is_gone(pid) for pid in pids))


def children_of(pid):
    found = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [map(int, line.split()) for line in found.stdout.splitlines()]
    return [child for child, parent in pairs if parent == pid]
