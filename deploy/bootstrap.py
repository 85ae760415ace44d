"""Runs a command with the Python of `.venv`, which is made or brought up to date first.

    python3 deploy/bootstrap.py [--dev] COMMAND…        for example: -m infoshos.serve

This file must parse on any Python 3: whoever has an old one shall read a sentence, not a syntax error.
"""

import contextlib
import fcntl
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "infoshos-lock"
OLDEST = (3, 11)
NETWORK_SIGNS = ("Retrying (", "ConnectionError", "from versions: none", "No matching distribution")
PACKAGE_LINE = re.compile(r"(?:Collecting|Processing|Requirement already satisfied:) (\S+)")


class PrepareError(Exception):
    """The environment cannot be made; the message says why and what helps."""


def check_python(version):
    """Raise PrepareError for a Python older than the portal needs."""
    if tuple(version[:2]) < OLDEST:
        raise PrepareError(
            "Python {}.{} or newer is needed; this is {}.{}. Where a newer one is installed, name it: "
            "make run PYTHON=python3.12".format(*OLDEST, *version[:2])
        )


def check_venv_module():
    """Raise PrepareError where Python came without `venv`, as Debian ships it."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise PrepareError(
            "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"
        ) from None


def venv_version():
    """The version of the Python in `.venv`, or nothing where it does not run."""
    try:
        command = [str(PYTHON), "-c", "import sys, pip; print('%d.%d.%d' % sys.version_info[:3])"]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def lock_of(kind):
    """The path of a lock file: "base" is what running needs, "dev" adds what tests and lint need."""
    return ROOT / "requirements" / (kind + ".txt")


def stamp_for(kind, version):
    """What the stamp of a complete environment says."""
    return "\n".join([kind, hashlib.sha256(lock_of(kind).read_bytes()).hexdigest(), version or ""])


def read_stamp():
    """The stamp of the environment; empty where it was never completed."""
    with contextlib.suppress(FileNotFoundError):
        return STAMP.read_text()
    return ""


def prepare(kind):
    """Bring `.venv` up to date with the lock of `kind`; a richer environment is kept rich."""
    stamp = read_stamp()
    if stamp.startswith("dev\n"):
        kind = "dev"
    version = venv_version()
    if stamp and stamp == stamp_for(kind, version):
        return
    check_venv_module()
    if not stamp or stamp.splitlines()[2:] != [version]:
        # Never completed, or the Python below it was replaced: what is in there cannot be trusted.
        print("Making the virtual environment .venv", flush=True)
        command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
        made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if made.returncode:
            raise PrepareError(".venv cannot be made: " + last_line(made.stdout))
    else:
        STAMP.unlink()  # an interruption from here on must not look like a complete environment
    install(lock_of(kind))
    STAMP.write_text(stamp_for(kind, venv_version()))


def install(lock):
    """Install exactly what a lock file names, showing each package as it comes."""
    total = sum(1 for line in lock.read_text().splitlines() if "==" in line)
    print(f"Installing {total} packages from {lock.relative_to(ROOT)}", flush=True)
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-input", "--progress-bar=off"]
    command += ["--disable-pip-version-check", "--retries=2", "-r", str(lock)]
    output, seen = [], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout:
            output.append(line)
            package = PACKAGE_LINE.match(line)
            if package:
                seen += 1
                print(f"  [{seen}/{total}] {os.path.basename(package[1])}", flush=True)
            elif line.startswith("Installing collected"):
                print("  unpacking", flush=True)
    if pip.returncode:
        text = "".join(output)
        if any(sign in text for sign in NETWORK_SIGNS):
            raise PrepareError(
                "Packages cannot be downloaded: check the network connection and pip's settings, then run "
                "again. pip says: " + last_line(text)
            )
        raise PrepareError("Packages cannot be installed. pip says: " + last_line(text))


def last_line(text):
    """The last line that names an error, or the last one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["nothing"]
    return next((line for line in reversed(lines) if "error" in line.lower()), lines[-1])


@contextlib.contextmanager
def only_one():
    """Let one process at a time prepare the environment; others wait."""
    folder = os.open(str(lock_of("base").parent), os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def main(arguments):
    """Prepare and become the command; return a sentence for people where that fails."""
    kind = "base"
    if arguments[:1] == ["--dev"]:
        kind, arguments = "dev", arguments[1:]
    try:
        check_python(sys.version_info)
        with only_one():
            prepare(kind)
    except (PrepareError, OSError) as error:
        return str(error)
    except KeyboardInterrupt:
        return "Interrupted. The next run starts again from here."
    os.chdir(str(ROOT))
    return os.execv(str(PYTHON), [str(PYTHON), *arguments])  # noqa: S606 - no shell is the point


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
