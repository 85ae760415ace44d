"""Uploaded files as readers get them."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories import make_article, make_image
from tests.portal import attach

TOKEN = "0123456789abcdef"


def body(response) -> bytes:
    """What was sent. Read to its end, the file is closed; `close` would close the connection to the database too."""
    return b"".join(response.streaming_content)


@pytest.fixture
def secret():
    """A file beside the folder of uploads, and one inside it that is not served."""
    outside = Path(settings.MEDIA_ROOT).parent / "secret.txt"
    outside.write_text("secret")
    name = default_storage.save("images/secret.txt", ContentFile(b"secret"))
    yield outside
    outside.unlink()
    default_storage.delete(name)


@pytest.mark.parametrize(
    ("ending", "content_type"), [("jpg", "image/jpeg"), ("webp", "image/webp"), ("avif", "image/avif")]
)
def test_pictures_are_served_with_their_type(client, db, ending, content_type):
    name = default_storage.save(f"images/{TOKEN}-480.{ending}", ContentFile(b"bytes"))
    response = client.get(f"/media/{name}")
    assert (response.status_code, response.headers["Content-Type"]) == (200, content_type)
    assert (
        "Content-Disposition" not in response.headers or "inline" in response.headers["Content-Disposition"]
    )
    assert body(response) == b"bytes"
    default_storage.delete(name)


def test_a_picture_of_the_library_is_there_at_once(client, db):
    response = client.get(f"/media/images/{make_image().token}.jpg")
    assert body(response).startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize(
    ("format_", "content_type"),
    [
        ("pdf", "application/pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_documents_are_handed_over_as_sandboxed_downloads(client, db, format_, content_type):
    attachment = attach(make_article(), format=format_, data=b"<script>alert(1)</script>")
    response = client.get(attachment.file.url)
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert body(response) == b"<script>alert(1)</script>"


def test_headers_let_others_show_and_everybody_keep_a_picture(client, db):
    response = client.head(f"/media/images/{make_image().token}.jpg")
    assert body(response) == b""
    expected = {
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cache-Control": "public, max-age=31536000, immutable",
    }
    assert {name: response.headers[name] for name in expected} == expected
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "images/../../secret.txt",
        "%2e%2e/secret.txt",
        "%2e%2e%2fsecret.txt",
        "..%5csecret.txt",
        "images/secret.txt",
        f"images/{TOKEN}.jpg",
        f"images/{TOKEN}.jpg%00",
        f"images/{TOKEN}.jpg%0a",
        f"images/{TOKEN}.svg",
        f"images/{TOKEN}.html",
        f"images/{TOKEN.upper()}.jpg",
        f"attachments/{TOKEN}.exe",
        "images/",
        "images",
        "",
        "/etc/passwd",
        "x" * 10_000,
        "images/" + "../" * 50 + "etc/passwd",
        "%ff",
    ],
)
def test_nothing_else_is_served(client, db, secret, name):
    response = client.get(f"/media/{name}")
    assert response.status_code == 404
    assert response.content != b"secret"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_files_are_only_read(client, db, method):
    assert getattr(client, method)(f"/media/images/{make_image().token}.jpg").status_code == 405
