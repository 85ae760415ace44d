"""A private PostgreSQL server for one test run: on a free port, in a folder that is removed afterwards."""

import contextlib
import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

ADVICE = (
    "PostgreSQL is not installed, so nothing was tested on it. Debian and Ubuntu: apt install postgresql; "
    "macOS: brew install postgresql; or name a running server: TEST_DATABASE_URL=postgres://user@host/name"
)
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
# The shell holds the server and waits for its input to end, which it does even when the test run is killed.
KEEPER = """
folder=$1; shift
"$@" >"$folder/log" 2>&1 </dev/null & server=$!
cat >/dev/null
kill -INT $server; wait $server
rm -rf "$folder"
"""
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}
START_WITHIN = 30  # seconds


class PostgresError(Exception):
    """The server could not be started."""


def find_programs() -> Path | None:
    """The folder that holds `initdb` and `postgres`; the newest release where there are several."""
    places = [str(Path(found).resolve().parent)] if (found := shutil.which("initdb")) else []
    for pattern in PLACES:
        places += sorted(glob.glob(pattern), key=_release, reverse=True)
    for place in map(Path, places):
        if (place / "initdb").exists() and (place / "postgres").exists():
            return place
    return None


def _release(place: str) -> int:
    return int("".join(character for character in place if character.isdigit()) or 0)


def _ordinary_user() -> dict:
    """Whom to be while running PostgreSQL, which refuses to run as root."""
    if os.getuid():
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise PostgresError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


@contextlib.contextmanager
def server(programs: Path) -> Iterator[str]:
    """Run a server and yield the address of a database on it. It ends with the block, or this process."""
    identity = _ordinary_user()
    # As root, the folder of temporary files may be closed to others.
    folder = Path(tempfile.mkdtemp(prefix="infoshos-postgres-", dir=None if os.getuid() else "/tmp"))
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    try:
        _make_cluster(programs, folder, identity)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    port = _free_port()
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    for name, value in OPTIONS.items():
        command += ["-c", f"{name}={value}"]
    keeper = subprocess.Popen(
        ["/bin/sh", "-c", KEEPER, "sh", str(folder), *command],
        stdin=subprocess.PIPE,
        start_new_session=True,
        cwd=folder,
        **identity,
    )
    try:
        yield _wait_for(f"postgres://infoshos@127.0.0.1:{port}/infoshos", folder)
    finally:
        keeper.stdin.close()
        keeper.wait()


def _make_cluster(programs: Path, folder: Path, identity: dict) -> None:
    # Letters beyond ASCII have no upper and lower case in the plain C locale.
    for locale in ("C.UTF-8", "en_US.UTF-8", "C"):
        data = folder / "data"
        shutil.rmtree(data, ignore_errors=True)
        made = subprocess.run(
            [
                programs / "initdb",
                "-D",
                data,
                "-U",
                "infoshos",
                "-A",
                "trust",
                "-N",
                "-E",
                "UTF8",
                "--locale",
                locale,
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            **identity,
        )
        if made.returncode == 0:
            return
    raise PostgresError(f"PostgreSQL cannot make a cluster: {made.stderr.strip().splitlines()[-1]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, folder: Path) -> str:
    """Return the address when its server answers."""
    deadline = time.monotonic() + START_WITHIN
    while True:
        try:
            psycopg.connect(url, dbname="postgres", connect_timeout=2).close()
            return url
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                log = (folder / "log").read_text(errors="replace").strip().splitlines()
                raise PostgresError(f"PostgreSQL does not start: {log[-1] if log else error}") from None
            time.sleep(0.05)
