"""Posting a release on the editors' page."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Article, Attachment, RelatedLink
from tests.admin.browsing import errors_of, fields_of, inline, inline_errors
from tests.factories import make_article, make_image, make_section, make_state, make_topic, moscow

ADD = "/admin/news/article/add/"
FORM = "article_form"
RELEASE = {
    "title_en": "Ministers of culture meet",
    "summary_en": "In short.",
    "body_en": "<p>They met.</p>",
    "byline_en": "A. Author",
    "date_en_0": "2020-11-09",
    "date_en_1": "16:06",
    "title_ru": "Встреча министров культуры",
    "body_ru": "<p>Они встретились.</p><p>— Да, — сказал он.</p>",
    "date_ru_0": "2020-11-09",
    "date_ru_1": "16:06",
    "kind": "press-release",
    "comments_open": "on",
}


def document(name="annex.docx"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in ("[Content_Types].xml", "word/document.xml"):
            archive.writestr(part, "<x/>")
    return SimpleUploadedFile(name, buffer.getvalue())


def change_address(article):
    return f"/admin/news/article/{article.pk}/change/"


def release(desk, **values):
    """What an editor fills in on an empty page before pressing “Publish both editions”."""
    return {**fields_of(desk.get(ADD), FORM), **RELEASE, "_verb": "publish:en ru", **values}


def test_a_release_is_posted_in_both_languages_with_all_that_goes_with_it(desk, editor):
    older, section = make_article(), make_section()
    topic, state, image = make_topic(), make_state(), make_image()
    values = release(
        desk,
        section=section.pk,
        topics=[topic.pk],
        states=[state.pk],
        image=image.pk,
        source_name="Press service",
        source_url="example.org/release",
        **inline(
            "related_links",
            {"target": older.pk, "pin": "1"},
            {"url": "example.org/a", "title_en": "There", "date": "2020-11-01", "time": "10:30"},
        ),
        **inline("attachments", {"title": "Annex", "language": "en", "file": document(), "order": "0"}),
    )
    answer = desk.post(ADD, values)
    assert answer.status_code == 302, errors_of(answer)
    article = Article.objects.latest("id")
    assert article.title_en == "Ministers of culture meet"
    assert article.body_ru == "<p>Они встретились.</p><p>— Да, — сказал он.</p>"
    assert (article.slug_en, article.slug_ru) == ("ministers-of-culture-meet", "vstrecha-ministrov-kultury")
    assert article.published_at_en == article.published_at_ru == moscow(2020, 11, 9, 16, 6)
    assert (article.kind, article.section, article.image) == ("press-release", section, image)
    assert (list(article.topics.all()), list(article.states.all())) == ([topic], [state])
    assert article.source_url == "https://example.org/release"
    revision = article.revisions.get()
    assert (revision.author, revision.via, revision.number) == (editor, "form", 1)
    inside, outside = RelatedLink.objects.filter(article=article).order_by("id")
    assert (inside.target, inside.pin) == (older, 1)
    assert (outside.url, outside.title_en, f"{outside.date} {outside.time}") == (
        "https://example.org/a",
        "There",
        "2020-11-01 10:30:00",
    )
    attachment = article.attachments.get()
    assert (attachment.format, attachment.size, attachment.title) == ("docx", document().size, "Annex")
    assert "annex" not in attachment.file.name


def test_the_release_can_be_read_in_both_languages_at_once(desk, client):
    desk.post(ADD, release(desk))
    article = Article.objects.get()
    for language, words in (("en", "They met."), ("ru", "Они встретились.")):
        assert words in client.get(article.get_absolute_url(language)).content.decode()


@pytest.mark.parametrize(
    "upload",
    [
        SimpleUploadedFile("annex.pdf", b"<script>alert(1)</script>", "application/pdf"),
        SimpleUploadedFile("annex.docx", b"PK\x03\x04 broken"),
    ],
    ids=["a page under a false name", "a damaged document"],
)
def test_a_wrong_attachment_is_refused_and_all_else_kept(desk, upload):
    upload.seek(0)
    link = {"url": "https://example.org/a", "title_en": "There"}
    row = {"title": "Annex", "language": "en", "file": upload, "order": "0"}
    answer = desk.post(ADD, release(desk, **inline("related_links", link), **inline("attachments", row)))
    assert answer.status_code == 200
    assert inline_errors(answer, "attachments") == [{"file": ["This is neither a PDF nor a DOCX document."]}]
    assert (Article.objects.count(), Attachment.objects.count()) == (0, 0)
    shown = fields_of(answer, FORM)
    assert {name: shown[name] for name in RELEASE if name != "kind"} == {
        name: value for name, value in RELEASE.items() if name != "kind"
    }
    assert (shown["related_links-0-title_en"], shown["attachments-0-title"]) == ("There", "Annex")


def test_without_a_verb_it_is_a_draft_and_one_language_is_enough(desk):
    empty = {name: "" for name in RELEASE if name.endswith(("_ru", "_0", "_1"))}
    answer = desk.post(ADD, release(desk, **empty, _verb=""))
    assert answer.status_code == 302
    article = Article.objects.with_editions().get()
    assert (article.public_en, article.public_ru, article.published_at_en) == (False, False, None)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("field", "missing"), [("title", "a title"), ("body", "a text")])
def test_publishing_without_words_is_refused_at_the_field(desk, language, field, missing):
    answer = desk.post(ADD, release(desk, **{f"{field}_{language}": ""}))
    assert answer.status_code == 200
    assert errors_of(answer) == {
        f"{field}_{language}": [f"An edition that is published or scheduled needs {missing}."]
    }
    assert not Article.objects.exists()


def test_a_body_of_nothing_but_markup_is_no_words(desk):
    answer = desk.post(ADD, release(desk, body_en="<p>&nbsp;</p><p></p>"))
    assert errors_of(answer) == {"body_en": ["An edition that is published or scheduled needs a text."]}


@pytest.mark.parametrize("field", ["title_en", "summary_ru", "byline_en", "body_ru", "source_name"])
def test_a_null_character_is_refused_at_the_field(desk, field):
    answer = desk.post(ADD, release(desk, **{field: "Words\x00more"}))
    assert answer.status_code == 200
    assert errors_of(answer) == {field: ["Null characters are not allowed."]}
    assert not Article.objects.exists()


def test_a_body_of_more_than_a_megabyte_comes_back_with_the_reason(desk):
    article = make_article(title_en="Old")
    body = "<p>" + "слово " * 200_000 + "</p>"
    values = fields_of(desk.get(change_address(article)), FORM) | {"body_ru": body, "title_en": "New"}
    answer = desk.post(change_address(article), values)
    assert answer.status_code == 200
    assert errors_of(answer) == {
        "body_ru": ["The text is too long: 1200007 characters with its markup; the limit is 500000."]
    }
    shown = fields_of(answer, FORM)
    assert (shown["body_ru"], shown["title_en"]) == (body, "New")
    assert (Article.objects.get().title_en, article.revisions.count()) == ("Old", 1)


def test_an_article_without_any_title_is_refused(desk):
    answer = desk.post(
        ADD,
        {name: "" if name.startswith(("title", "date", "_v")) else v for name, v in release(desk).items()},
    )
    assert errors_of(answer)[""] == ["Give the article a title, in one language at least."]
    assert not Article.objects.exists()
