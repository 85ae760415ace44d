"""Keeps the portal's processes running: starts them, starts them again when they die, stops them together."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from infoshos.guardian import Guardian

FIRST_DELAY, LONGEST_DELAY = 0.3, 10.0  # seconds before a dead child is started again
LIVED_LONG = 10.0  # a child that lived so many seconds was healthy: the delay starts from the beginning
GRACE = (
    8.0  # seconds a child may take to finish what it is doing; longer than the web server allows its workers
)
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def say(line: str) -> None:
    """Print a line at once. A terminal that was closed must not bring the supervisor down."""
    try:
        print(line, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def has_terminal() -> bool:
    """Do we live in the foreground of a terminal, and so shall end with it?"""
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError, AttributeError):
        return False


@dataclass
class Child:
    """A process that shall always run. `name` begins a sentence: "The web server"."""

    name: str
    command: list[str]
    process: subprocess.Popen | None = None
    started: float = 0
    due: float = 0
    delay: float = FIRST_DELAY

    @property
    def group(self) -> int:
        return self.process.pid


class Supervisor:
    """Runs children until it is told to stop by SIGINT, SIGTERM or SIGHUP.

    Each child leads a session of its own: Ctrl+C reaches the supervisor alone, and whatever a child has
    started can be killed with it.
    """

    def __init__(
        self,
        children: list[Child],
        *,
        folder: Path,
        is_ready: Callable[[], bool] = lambda: True,
        on_ready: Callable[[], None] = lambda: None,
    ):
        self.children, self.folder = children, folder
        self.is_ready, self.on_ready = is_ready, on_ready
        self.guardian = Guardian()
        self.poll = select.poll()
        self.stop_asked: list[float] = []
        self.ready = False

    def run(self) -> None:
        """Return when every child has ended after a signal to stop."""
        with self._wakened_by_signals():
            try:
                while not self.stop_asked:
                    self.guardian.ensure(child.group for child in self.children if child.process)
                    for child in self.children:
                        self._tend(child)
                    self._check_ready()
                    self._sleep()
            finally:
                self._stop()
                self.guardian.close()

    @contextlib.contextmanager
    def _wakened_by_signals(self):
        """Let every signal, also the death of a child, and the loss of the terminal end a `_wait`."""
        self.wake, waker = os.pipe()
        os.set_blocking(self.wake, False)
        os.set_blocking(waker, False)
        self.poll.register(self.wake, select.POLLIN)
        if has_terminal():
            self.poll.register(sys.stdin, 0)  # no events but the hang-up
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in STOP_SIGNALS:
            if number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN:
                continue  # started under nohup
            signal.signal(number, lambda *_: self.stop_asked.append(time.monotonic()))
        yield
        signal.set_wakeup_fd(-1)

    def _sleep(self) -> None:
        """Wait for a signal, or until something is due."""
        pauses = [child.due - time.monotonic() for child in self.children if not child.process]
        pauses.append(5.0 if self.ready else 0.1)
        self._wait(max(0, min(pauses)))

    def _wait(self, seconds: float) -> None:
        for file, _ in self.poll.poll(seconds * 1000):
            if file == self.wake:
                os.read(file, 4096)
            else:  # `make`, where it leads the session, keeps the signal of the hang-up to itself
                self.poll.unregister(file)
                self.stop_asked.append(time.monotonic())

    def _tend(self, child: Child) -> None:
        if child.process:
            code = child.process.poll()
            if code is not None:
                self._bury(child, code)
        elif time.monotonic() >= child.due:
            self._start(child)

    def _start(self, child: Child) -> None:
        child.started = time.monotonic()
        try:
            # A child is guarded before it does anything. `preexec_fn` is safe here: there are no threads.
            child.process = subprocess.Popen(
                child.command,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=self.guardian.adopt_me,
            )
        except (OSError, subprocess.SubprocessError) as error:
            self._postpone(child, f"cannot start: {error}")

    def _bury(self, child: Child, code: int) -> None:
        """Remove what a dead child left behind and have it started again."""
        self._kill(child)
        if time.monotonic() - child.started > LIVED_LONG:
            child.delay = FIRST_DELAY
        self._postpone(child, f"was killed by signal {-code}" if code < 0 else f"ended with code {code}")

    def _postpone(self, child: Child, what_happened: str) -> None:
        say(f"{child.name} {what_happened}; starting it again in {child.delay:.1f} s.")
        child.due = time.monotonic() + child.delay
        child.delay = min(child.delay * 2, LONGEST_DELAY)

    def _kill(self, child: Child) -> None:
        """Kill the child with all that it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.group, signal.SIGKILL)
        child.process.wait()
        self.guardian.release(child.group)
        child.process = None

    def _check_ready(self) -> None:
        if not self.ready and self.is_ready():
            self.ready = True
            self.on_ready()

    def _stop(self) -> None:
        """Ask every child to end, and kill those that take too long or whose user asks twice."""
        running = [child for child in self.children if child.process]
        for child in running:
            child.process.terminate()
        deadline = time.monotonic() + GRACE
        while any(child.process.poll() is None for child in running):
            # One Ctrl+C can arrive twice, from the terminal and from `make`: a second one comes later.
            impatient = self.stop_asked and self.stop_asked[-1] - self.stop_asked[0] > 1
            if impatient or time.monotonic() > deadline:
                break
            self._wait(0.1)
        for child in running:
            self._kill(child)
