"""What is removed takes its files with it; what is shown somewhere is not removed."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import transaction

from news import images
from news.actions.attachments import remove_attachment, save_attachment
from news.actions.files import undone_on_failure
from news.actions.pictures import (
    PictureInUseError,
    check_pictures,
    picture_users,
    remove_picture,
    save_picture,
)
from news.actions.publishing import save_article
from news.archive.importing import import_archive
from news.models import Attachment, Image, Page
from news.tasks import make_crops, make_sizes
from tests.factories import make_article, make_image, picture_bytes
from tests.news.archive_folder import PDF, stored_files, story, write
from tests.portal import attach

pytestmark = pytest.mark.django_db


def figure(image):
    return f'<figure><img src="/media/images/{image.token}.jpg" alt=""></figure>'


def test_a_removed_picture_takes_all_of_its_files_with_it(django_capture_on_commit_callbacks):
    before = stored_files()
    image = make_image(picture_bytes(size=(600, 300)))
    make_sizes.call(image.pk)
    # The original, the JPEG, three widths; the card in two, the social picture; another version of these.
    assert len(stored_files()) == len(before) + 1 + 1 + 9 + 7
    image.refresh_from_db()
    image.focus_x = 0
    save_picture(image)
    make_crops.call(image.pk)
    assert len(stored_files()) == len(before) + 1 + 1 + 9 + 7 + 7
    with django_capture_on_commit_callbacks(execute=True):
        remove_picture(image)
        assert default_storage.exists(f"images/{image.token}.jpg")  # until it is sure
    assert stored_files() == before
    assert not Image.objects.exists()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_picture_in_a_body_stays(language):
    image = make_image()
    article = make_article(**{f"body_{language}": figure(image)})
    with pytest.raises(PictureInUseError) as refusal:
        remove_picture(image)
    assert refusal.value.users == [article]
    assert str(refusal.value) == (
        f"The picture “A square” is in use: {article.title_en}. Take it out there first."
    )
    assert Image.objects.get() == image


def test_a_picture_of_a_working_copy_stays_until_the_copy_is_gone(django_capture_on_commit_callbacks):
    image, article = make_image(), make_article()
    article.body_ru = figure(image)
    save_article(article, by=None, via="form")
    article.refresh_from_db()
    assert figure(image) not in article.body_ru
    assert picture_users(image) == [article]
    article.body_ru = "<p>Без снимка.</p>"
    save_article(article, by=None, via="form", publish=("ru",))
    with django_capture_on_commit_callbacks(execute=True):
        remove_picture(image)
    assert not default_storage.exists(f"images/{image.token}.jpg")


def test_a_lead_picture_and_a_picture_of_a_page_stay():
    lead, shown = make_image(), make_image()
    article = make_article(image=lead)
    page = Page.objects.create(slug="about", title_en="About", body_en=figure(shown))
    assert [picture_users(lead), picture_users(shown)] == [[article], [page]]


def test_sizes_that_are_finished_after_the_removal_are_removed(monkeypatch):
    before = stored_files()
    image = make_image(picture_bytes(size=(600, 300)))

    def slow(picture, token):
        widths = write_sizes(picture, token)
        Image.objects.filter(pk=image.pk).delete()
        storages["originals"].delete(image.original.name)
        return widths

    write_sizes = images.write_sizes
    monkeypatch.setattr(images, "write_sizes", slow)
    make_sizes.call(image.pk)
    assert stored_files() == before


def test_a_body_shows_pictures_of_the_library_only():
    image = make_image()
    check_pictures("<p>None.</p>", figure(image), figure(image))
    image.token = "0123456789abcdef"
    with pytest.raises(ValidationError) as refusal:
        check_pictures("<p>None.</p>", figure(image))
    assert refusal.value.messages == ["The library has no picture /media/images/0123456789abcdef.jpg."]


def test_a_removed_document_takes_its_file_with_it(django_capture_on_commit_callbacks):
    before = stored_files()
    attachment = attach(make_article())
    with django_capture_on_commit_callbacks(execute=True):
        remove_attachment(attachment)
    assert not Attachment.objects.exists()
    assert stored_files() == before


def test_a_document_that_the_import_replaces_goes_and_the_others_stay(
    tmp_path, django_capture_on_commit_callbacks
):
    document = {"file": "media/a.pdf", "title": "A", "language": "en"}
    kept = {"file": "media/b.pdf", "title": "B", "language": "en"}
    media = {"a.pdf": PDF, "b.pdf": PDF + b"b", "c.pdf": PDF + b"c"}
    import_archive(write(tmp_path / "archive", story(attachments=[document, kept]), media=media))
    first, second = Attachment.objects.order_by("order")
    with django_capture_on_commit_callbacks(execute=True):
        changed = document | {"file": "media/c.pdf"}
        import_archive(write(tmp_path / "archive", story(attachments=[changed, kept])))
    assert not default_storage.exists(first.file.name)
    assert default_storage.exists(second.file.name)
    assert Attachment.objects.count() == 2


class LateError(Exception):
    """Something else fails after the row was written."""


def fail_after(*steps):
    with undone_on_failure(), transaction.atomic():
        for step in steps:
            step()
        raise LateError


def test_files_of_rows_that_were_not_stored_are_removed():
    before = stored_files()
    article = make_article()
    with pytest.raises(LateError):
        fail_after(lambda: make_image(picture_bytes(size=(601, 30))), lambda: save_attachment(new(article)))
    assert stored_files() == before
    assert not Image.objects.exists()


def new(article):
    file = ContentFile(PDF, name="a.pdf")
    return Attachment(article=article, title="A", language="en", format="pdf", size=1, file=file)


def test_a_failure_leaves_the_document_that_was_there():
    attachment = attach(make_article())
    attachment.title = "Other words, same file"
    with pytest.raises(LateError):
        fail_after(lambda: save_attachment(attachment))
    assert default_storage.exists(attachment.file.name)


def test_a_failed_replacement_leaves_the_old_file_and_removes_the_new_one():
    attachment = attach(make_article())
    before = stored_files()
    attachment.file = ContentFile(PDF + b"new", name="b.pdf")
    with pytest.raises(LateError):
        fail_after(lambda: save_attachment(attachment))
    assert stored_files() == before
