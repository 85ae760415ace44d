"""Several pictures at once: each file is judged by itself, and nothing is lost or stored half."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django_tasks_db.models import DBTaskResult

from infoshos.audited import Audited
from news.actions import pictures
from news.admin import uploading
from news.models import AuditEntry, Image
from tests.admin.people import make_person
from tests.admin.test_pictures_form import served
from tests.factories import make_image, picture_bytes
from tests.markup import parse
from tests.news.test_images import png_header

UPLOAD = "/admin/news/image/upload/"
UNREADABLE = "This is not a picture that can be read. JPEG, PNG, WebP, GIF and AVIF are accepted."


def upload(client, *files, credit="", **options):
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(UPLOAD, {"files": sent, "credit": credit}, **options)


def outcomes(answer):
    """What the page says of each file: its name, the class of its row, the words."""
    page = parse(answer.content.decode())
    return [
        (row.one("strong").text, row["class"], row.one(".outcome").text) for row in page.all(".uploaded li")
    ]


def test_one_bad_file_costs_none_of_the_others(desk):
    before = served()
    answer = upload(
        desk,
        ("one.png", picture_bytes(size=(40, 20))),
        ("page.jpg", b"<html><script>alert(1)</script></html>"),
        ("bomb.png", png_header(50_000, 50_000)),
        ("empty.png", b""),
        ("../../два.png", picture_bytes(size=(41, 20))),
    )
    assert answer.status_code == 200
    assert outcomes(answer) == [
        ("one.png", "stored", "Stored."),
        ("page.jpg", "refused", f"Not stored. {UNREADABLE}"),
        ("bomb.png", "refused", "Not stored. The picture has too many pixels; the limit is 50 million."),
        ("empty.png", "refused", f"Not stored. {UNREADABLE}"),
        ("два.png", "stored", "Stored."),
    ]
    assert sorted(Image.objects.values_list("width", flat=True)) == [40, 41]
    assert len(served()) == len(before) + 2
    assert DBTaskResult.objects.count() == 2
    logged = AuditEntry.objects.filter(action="added", model="news.image")
    assert set(logged.values_list("object_id", flat=True)) == {
        str(pk) for pk in Image.objects.values_list("pk", flat=True)
    }
    assert logged.count() == 2


def test_a_lying_name_changes_nothing(desk):
    upload(desk, ("photo.html", picture_bytes("PNG", size=(42, 20))))
    assert Image.objects.get().original.name.endswith(".png")


def test_the_credit_is_given_once_and_what_is_missing_is_said(desk):
    answer = upload(
        desk,
        ("one.png", picture_bytes(size=(43, 20))),
        ("two.png", picture_bytes(size=(44, 20))),
        credit=" Press service ",
    )
    assert set(Image.objects.values_list("credit", flat=True)) == {"Press service"}
    flags = [flag.text for flag in parse(answer.content.decode()).all("li.stored .lacking")]
    assert (
        flags
        == ["In English: no alternative text, no caption", "In Russian: no alternative text, no caption"] * 2
    )


def test_the_same_file_leads_to_the_picture_that_is_there(desk):
    data = picture_bytes(size=(45, 20))
    image = make_image(data, credit="Somebody")
    before = served()
    answer = upload(desk, ("again.png", data), credit="Another")
    said = "The library has this picture already; nothing was stored."
    assert outcomes(answer) == [("again.png", "known", said)]
    assert f'href="/admin/news/image/{image.pk}/change/"' in answer.content.decode()
    assert Image.objects.get().credit == "Somebody"
    assert served() == before


def test_the_same_file_twice_in_one_upload_is_stored_once(desk):
    data = picture_bytes(size=(46, 20))
    answer = upload(desk, ("one.png", data), ("copy.png", data))
    assert [kind for _name, kind, _words in outcomes(answer)] == ["stored", "known"]
    assert Image.objects.count() == 1


def test_the_same_file_from_two_people_at_one_moment_is_stored_once(desk, monkeypatch):
    data = picture_bytes(size=(47, 20))

    def meanwhile(image):
        monkeypatch.undo()
        make_image(data)
        raise IntegrityError

    monkeypatch.setattr(pictures, "save_picture", meanwhile)
    assert [kind for _name, kind, _words in outcomes(upload(desk, ("one.png", data)))] == ["known"]
    assert Image.objects.count() == 1


def test_a_picture_whose_log_cannot_be_written_is_not_stored(desk, monkeypatch):
    before = served()

    def refuse(*args):
        raise IntegrityError("log")

    monkeypatch.setattr(Audited, "log_addition", refuse)
    with pytest.raises(IntegrityError, match="log"):
        upload(desk, ("one.png", picture_bytes(size=(53, 20))))
    assert not Image.objects.exists()
    assert served() == before


def test_another_refusal_of_the_database_is_not_hidden(desk, monkeypatch):
    def refuse(image):
        raise IntegrityError("disk")

    monkeypatch.setattr(pictures, "save_picture", refuse)
    with pytest.raises(IntegrityError, match="disk"):
        upload(desk, ("one.png", picture_bytes(size=(48, 20))))


def test_a_script_gets_the_line_of_its_file_alone(desk):
    data = picture_bytes(size=(49, 20))
    accept = {"headers": {"accept": "application/json"}}
    for content, status, kind in ((data, 201, "stored"), (data, 200, "known"), (b"x", 422, "refused")):
        answer = upload(desk, ("<b>.png", content), **accept)
        assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/json")
        html = json.loads(answer.content)["html"]
        (row,) = parse(html).all("li")
        assert (row["class"], row.one("strong").text) == (kind, "<b>.png")


def test_a_credit_that_is_too_long_is_said_at_each_file(desk):
    answer = upload(desk, ("one.png", picture_bytes(size=(50, 20))), credit="x" * 201)
    ((_name, kind, words),) = outcomes(answer)
    assert (kind, "at most 200 characters" in words) == ("refused", True)
    assert not Image.objects.exists()


def test_no_file_is_said(desk):
    answer = desk.post(UPLOAD, {"credit": "x"})
    assert [str(message) for message in answer.context["messages"]] == ["Choose at least one file."]
    assert 'value="x"' in answer.content.decode()


def test_the_limits_are_said_and_those_of_the_code(desk):
    page = desk.get(UPLOAD).content.decode()
    assert "each up to 20 MB and 50 million pixels" in page
    assert f'data-limit="{20 * 2**20}"' in page
    assert f'accept="{uploading.images.MEDIA_TYPES}"' in page


@pytest.mark.parametrize(
    ("group", "status"), [("editor", 200), ("chief-editor", 200), ("author", 403), ("moderator", 403)]
)
def test_it_is_for_those_who_may_add_and_describe_pictures(client, db, group, status):
    client.force_login(make_person(group))
    assert client.get(UPLOAD).status_code == status
    assert upload(client, ("one.png", picture_bytes(size=(51, 20)))).status_code == status
    assert Image.objects.exists() == (status == 200)
    if group != "moderator":
        assert (UPLOAD in client.get("/admin/news/image/").content.decode()) == (status == 200)


def test_a_form_of_another_site_stores_nothing(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert upload(strict, ("one.png", picture_bytes(size=(52, 20)))).status_code == 403
    assert not Image.objects.exists()
