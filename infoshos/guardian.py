"""Ends groups of processes when the one that started them is gone, however it went.

A process killed with SIGKILL cannot tidy up. So the supervisor keeps a pipe open to this little program and
names on it the groups that it starts; the end of the pipe means that the supervisor is no more. This works on
every Unix, and for grandchildren too: they share the group.
"""

import contextlib
import os
import signal
import subprocess
import sys


class Guardian:
    """The supervisor's end of the pipe."""

    def __init__(self):
        self._process = None

    def ensure(self, groups=()):
        """Start the guardian, and start it again if something killed it; it is born with `groups` to guard."""
        if self._process and self._process.poll() is None:
            return
        self.close()
        # Isolated and without site-packages: it must start at once and depend on nothing.
        command = [sys.executable, "-I", "-S", __file__, *map(str, groups)]
        self._process = subprocess.Popen(  # noqa: S603 - this very file
            command, stdin=subprocess.PIPE, start_new_session=True, bufsize=0
        )

    def adopt_me(self):
        """Put the calling process, the leader of a new group, under guard. To be called after the fork."""
        self._tell(f"+{os.getpid()}\n")

    def release(self, group):
        """Forget a group that has ended: its number may come to belong to a stranger."""
        self._tell(f"-{group}\n")

    def close(self):
        """End the guardian; it kills what it still guards."""
        if self._process:
            self._process.stdin.close()
            self._process.wait()
            self._process = None

    def _tell(self, line):
        with contextlib.suppress(BrokenPipeError):  # the next guardian will know
            os.write(self._process.stdin.fileno(), line.encode())


def main():
    """Read orders until the pipe ends, then kill every group that is still under guard."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # it goes last
    groups = {int(group) for group in sys.argv[1:]}
    for line in sys.stdin:
        sign, group = line[0], int(line[1:])
        if sign == "+":
            groups.add(group)
        else:
            groups.discard(group)
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
