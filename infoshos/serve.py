"""Starts the portal: prepares everything, then runs the web server and the background worker until Ctrl+C.

python -m infoshos.serve             as in production
python -m infoshos.serve --reload    for development: the server and the worker start again when code changes
"""

import http.client
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from infoshos import env, prepare
from infoshos.prepare import PrepareError, first_line
from infoshos.supervisor import Child, Supervisor, say

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"  # readers come through a web server in front, which speaks HTTPS


def prepare_all(port: int, *, reload: bool) -> None:
    """Do in one process all that must be done before the first request."""
    folder = Path(env.text("DATA_DIR") or ROOT / "var").resolve()
    prepare.check_port(port)
    prepare.check_folder(folder)
    with prepare.only_one(folder):
        _set_up_django()
        prepare.check_database()
        prepare.migrate()
        prepare.compile_translations()
        if not reload:
            prepare.collect_static()
        prepare.load_demo()
    from django.db import connections

    connections.close_all()  # none may be shared with a child


def _set_up_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infoshos.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, ValueError) as error:
        raise PrepareError(f"The settings are wrong: {first_line(error)}") from error


def web_server(port: int) -> Child:
    """The production server.

    Work is done by 2 × 4 threads: more would only wait for Python or for the database. The limit, which
    counts connections, is much higher: browsers keep idle ones open.
    """
    options = {
        "--interface": "wsgi",
        "--host": HOST,
        "--port": str(port),
        "--http": "1",
        "--workers": "2",
        "--blocking-threads": "4",
        "--backpressure": "512",
        "--http1-header-read-timeout": "10000",
        "--workers-kill-timeout": "5",
        "--respawn-interval": "0.5",
        "--log-level": "warning",
    }
    flags = ["--no-ws", "--respawn-failed-workers"]
    command = [sys.executable, "-m", "granian", "infoshos.wsgi:application"]
    return Child("The web server", [*command, *(word for pair in options.items() for word in pair), *flags])


def children(port: int, *, reload: bool) -> list[Child]:
    """What runs: a web server and a worker for background tasks of all queues."""
    manage = [sys.executable, str(ROOT / "manage.py")]
    worker = Child(
        "The background worker",
        [
            *manage,
            "worker",
            "--queue-name",
            "*",
            "--reload" if reload else "--no-reload",
            "--verbosity",
            "1",
        ],
    )
    if reload:
        return [Child("The web server", [*manage, "runserver", f"{HOST}:{port}"]), worker]
    return [web_server(port), worker]


def answers(port: int) -> bool:
    """Does the web server answer a request?"""
    from django.conf import settings

    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("HEAD", "/en/", headers={"Host": urlsplit(settings.PUBLIC_URL).netloc})
        return bool(connection.getresponse().status)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def announce() -> None:
    """Print where the portal is and how to log in to its demonstration."""
    from django.conf import settings

    say(f"\nInfoshos is running. English: {settings.PUBLIC_URL}/en/  Russian: {settings.PUBLIC_URL}/ru/")
    say(f"Editors log in at {settings.PUBLIC_URL}/admin/")
    login = settings.DATA_DIR / "demo-login.txt"
    if login.exists() and settings.PUBLIC_IS_LOOPBACK:
        name, password = login.read_text().split()
        say(f"with the name {name} and the password {password} (kept in {login})")
    say("Stop with Ctrl+C\n")


def main(arguments: list[str]) -> int:
    """Run the portal; 0 after it was stopped, 1 where it cannot start."""
    reload = "--reload" in arguments
    try:
        port = env.port("PORT", 8000)
        prepare_all(port, reload=reload)
    except (PrepareError, ImproperlyConfigured) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The next start goes on from here.", file=sys.stderr)
        return 130
    Supervisor(
        children(port, reload=reload), folder=ROOT, is_ready=lambda: answers(port), on_ready=announce
    ).run()
    say("Stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
