"""Files on the editors' pages: they come and go with their rows, and go nowhere while they are shown."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from news.admin import pictures
from news.models import Article, Attachment, Image, User
from tests.admin.browsing import confirmed, errors_of, fields_of, messages_of
from tests.factories import make_article, make_image, picture_bytes
from tests.news.archive_folder import PDF, stored_files
from tests.portal import attach

LIST = "/admin/news/image/"


def figure(image):
    return f'<figure><img src="/media/images/{image.token}.jpg" alt=""></figure>'


def page_of(row):
    return f"/admin/news/{row._meta.model_name}/{row.pk}/change/"


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """What follows when a transaction is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_deleted_picture_is_not_served_any_more(desk, client, commit):
    image = make_image()
    page = f"{LIST}{image.pk}/delete/"
    with commit():
        answer = desk.post(page, confirmed(desk, page))
    assert answer.status_code == 302
    assert not Image.objects.exists()
    assert client.get(f"/media/images/{image.token}.jpg").status_code == 404


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_picture_that_is_shown_is_not_deleted_and_the_page_says_by_whom(desk, editor, commit, language):
    editor.interface_language = language
    editor.save()
    image = make_image()
    article = make_article(body_ru=figure(image))
    for send in (desk.get, lambda address: desk.post(address, {"post": "yes"})):
        with commit():
            text = send(f"{LIST}{image.pk}/delete/").content.decode()
        words = {
            "en": "The picture “A square” is shown in these places. Take it out there first.",
            "ru": "Изображение «Квадрат» показано вот где. Сначала уберите его оттуда.",
        }
        assert words[language] in text
        assert f'<a href="{page_of(article)}">' in text
    assert Image.objects.get() == image
    assert default_storage.exists(f"images/{image.token}.jpg")


def delete(desk, *images):
    return desk.post(LIST, confirmed(desk, LIST, rows=[image.pk for image in images]), follow=True)


def test_chosen_pictures_are_deleted_together_or_not_at_all(desk, commit):
    free, shown = make_image(), make_image()
    article = make_article(image=shown)
    with commit():
        answer = delete(desk, free, shown)
    assert "Some of these pictures are shown in these places." in answer.content.decode()
    assert f'<a href="{page_of(article)}">' in answer.content.decode()
    assert Image.objects.count() == 2
    with commit():
        delete(desk, free)
    assert Image.objects.get() == shown
    assert not default_storage.exists(f"images/{free.token}.jpg")


@pytest.mark.parametrize("way", ["page", "list"])
def test_a_picture_that_somebody_shows_at_this_moment_stays(desk, monkeypatch, commit, way):
    image = make_image()
    make_article(title_en="The story", body_en=figure(image))
    monkeypatch.setattr(pictures, "picture_users", lambda image: [])
    with commit():
        if way == "list":
            answer = delete(desk, image)
        else:
            page = f"{LIST}{image.pk}/delete/"
            answer = desk.post(page, confirmed(desk, page), follow=True)
    assert messages_of(answer) == ["The picture “A square” is in use: The story. Take it out there first."]
    assert Image.objects.get() == image
    assert default_storage.exists(f"images/{image.token}.jpg")


def upload(desk, data):
    values = fields_of(desk.get(f"{LIST}add/"), "image_form")
    return desk.post(f"{LIST}add/", {**values, "original": SimpleUploadedFile("a.png", data)})


def test_two_uploads_of_one_picture_at_the_same_moment_leave_one(desk, monkeypatch):
    data = picture_bytes(size=(61, 20))
    make_image(data)
    before, looks = stored_files(), []

    def not_there_yet(data):
        looks.append(data)
        return find_picture(data) if len(looks) > 1 else None

    find_picture = pictures.find_picture
    monkeypatch.setattr(pictures, "find_picture", not_there_yet)
    answer = upload(desk, data)
    assert answer.status_code == 200
    (reason,) = errors_of(answer)["original"]
    assert reason.startswith("This picture is in the library already. Picture: <a href=")
    assert Image.objects.count() == 1
    assert stored_files() == before


def test_what_the_database_refuses_comes_back_with_a_reason_and_without_files(desk, monkeypatch):
    data = picture_bytes(size=(62, 20))
    before, save_picture = stored_files(), pictures.save_picture

    def refused(image):
        save_picture(image)
        raise IntegrityError("some_rule")

    monkeypatch.setattr(pictures, "save_picture", refused)
    answer = upload(desk, data)
    assert answer.status_code == 200
    assert errors_of(answer)[""][0].startswith(
        "Somebody saved at the same moment, and the two do not go together."
    )
    assert not Image.objects.exists()
    assert stored_files() == before


def test_a_text_with_a_picture_that_the_library_does_not_have_is_refused(desk):
    article = make_article()
    body = '<p>One.</p><figure><img src="/media/images/0123456789abcdef.jpg" alt=""></figure>'
    values = fields_of(desk.get(page_of(article)), "article_form") | {"body_ru": body}
    answer = desk.post(page_of(article), values)
    assert errors_of(answer) == {
        "body_ru": ["The library has no picture /media/images/0123456789abcdef.jpg."]
    }
    assert fields_of(answer, "article_form")["body_ru"] == body
    article.refresh_from_db()
    assert article.version == 1
    shown = figure(make_image())
    assert desk.post(page_of(article), values | {"body_ru": shown}).status_code == 302


def edit(desk, article, commit, **changes):
    values = fields_of(desk.get(page_of(article)), "article_form") | changes
    with commit():
        return desk.post(page_of(article), values)


def test_a_document_that_is_removed_or_replaced_takes_its_file_with_it(desk, client, commit):
    article = make_article()
    first, second = attach(article, title="First"), attach(article, title="Second")
    changes = {"attachments-0-file": SimpleUploadedFile("b.pdf", PDF + b"new"), "attachments-1-DELETE": "on"}
    assert edit(desk, article, commit, **changes).status_code == 302
    stored = Attachment.objects.get()
    assert (stored.pk, stored.title, stored.size) == (first.pk, "First", len(PDF) + 3)
    for gone in (first, second):
        assert not default_storage.exists(gone.file.name)
        assert client.get(gone.file.url).status_code == 404
    assert b"".join(client.get(stored.file.url)) == PDF + b"new"


def test_a_document_whose_title_changes_keeps_its_file(desk, commit):
    article = make_article()
    attachment = attach(article, title="Old")
    assert edit(desk, article, commit, **{"attachments-0-title": "New"}).status_code == 302
    stored = Attachment.objects.get()
    assert (stored.title, stored.file.name) == ("New", attachment.file.name)
    assert default_storage.exists(stored.file.name)


def test_an_editor_reads_the_document_of_a_draft_and_a_reader_does_not(desk, client, db):
    article = make_article(published_at_en=None)
    attachment = attach(article, data=PDF)
    link = f"/admin/news/attachment/{attachment.pk}/file/"
    assert f'<a href="{link}">Declaration</a>' in desk.get(page_of(article)).content.decode()
    answer = desk.get(link)
    assert b"".join(answer) == PDF
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert client.get(attachment.file.url).status_code == 404
    desk.logout()
    assert desk.get(link).status_code == 302
    desk.force_login(User.objects.create_user("moderator", is_staff=True))
    assert desk.get(link).status_code == 403


def test_a_story_can_be_deleted_with_its_documents_and_they_have_no_page_of_their_own(desk):
    attachment = attach(make_article())
    assert desk.get("/admin/news/attachment/").status_code == 404
    assert "attachment" not in desk.get("/admin/").content.decode()
    address = f"/admin/news/article/{attachment.article_id}/delete/"
    assert desk.post(address, confirmed(desk, address)).status_code == 302
    assert not Article.objects.exists()


def test_a_deleted_article_takes_its_documents_along(desk, commit):
    article = make_article()
    name = attach(article).file.name
    with commit():
        address = f"{page_of(article).removesuffix('change/')}delete/"
        desk.post(address, confirmed(desk, address))
    assert not Article.objects.exists()
    assert not default_storage.exists(name)


def test_articles_deleted_in_the_list_take_their_documents_along(desk, commit):
    names = [attach(make_article()).file.name for _number in range(2)]
    chosen = list(Article.objects.values_list("pk", flat=True))
    with commit():
        address = "/admin/news/article/"
        desk.post(address, confirmed(desk, address, rows=chosen))
    assert not Article.objects.exists()
    assert [name for name in names if default_storage.exists(name)] == []
