"""`manage.py check --deploy`, as an operator runs it before the first start."""

import os
import subprocess
import sys

from django.conf import settings


def check(public_url: str, folder, email_url="smtps://mail.example.org") -> subprocess.CompletedProcess:
    """Run the checks in a fresh process that was started with these addresses."""
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "PUBLIC_URL": public_url,
            "EMAIL_URL": email_url,
            "DATA_DIR": str(folder),
            "DATABASE_URL": "",
            "DEBUG": "0",
        },
        capture_output=True,
        text=True,
    )


def test_a_site_under_an_https_address_has_nothing_to_complain_about(tmp_path):
    result = check("https://news.example.org", tmp_path)
    assert (result.returncode, result.stderr) == (0, "")


def test_an_address_without_encryption_is_an_error(tmp_path):
    result = check("http://news.example.org", tmp_path)
    assert result.returncode == 1
    assert "infoshos.E001" in result.stderr


def test_an_address_of_this_machine_is_a_warning(tmp_path):
    result = check("http://127.0.0.1:8000", tmp_path)
    assert "infoshos.W001" in result.stderr


def test_a_site_from_which_no_mail_leaves_says_so(tmp_path):
    result = check("https://news.example.org", tmp_path, email_url="")
    assert result.returncode == 1
    assert "infoshos.W002" in result.stderr
    assert "Set EMAIL_URL to a mail server" in result.stderr
