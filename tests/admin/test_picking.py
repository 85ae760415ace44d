"""What the dialogues of the rich-text editor ask for: stories to link to, pictures to show, a picture to add."""

from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.models import AuditEntry, Image
from tests import factories as make
from tests.admin.people import Seat, make_person

pytestmark = pytest.mark.django_db
FIND, PICK = reverse("admin:news_article_find"), reverse("admin:news_image_pick")


def seat(person) -> Seat:
    """A browser of somebody."""
    browser = Seat()
    browser.force_login(person)
    return browser


def found(browser, words: str, language="en") -> list[tuple[str, str]]:
    """Titles and addresses of the editions that a search finds."""
    answer = browser.get(f"{FIND}?{urlencode({'q': words, 'language': language})}").json()
    return [(row["title"], row["address"]) for row in answer["stories"]]


def picture_file(**options):
    return SimpleUploadedFile("council.png", make.picture_bytes(**options), "image/png")


def test_editions_are_found_by_either_title_and_those_in_the_language_of_the_text_come_first(desk):
    story = make.make_article(title_en="Summit in Astana", title_ru="Саммит в Астане")
    editions = [(getattr(story, f"title_{code}"), story.get_absolute_url(code)) for code in ("en", "ru")]
    assert found(desk, "astana") == editions
    assert found(desk, "саммит", "ru") == editions[::-1]
    assert found(desk, "nowhere") == []


def test_what_readers_cannot_open_yet_says_so(desk):
    make.make_article(title_en="Live one", title_ru="")
    make.make_article(title_en="Live soon", title_ru="", published_at_en=None)
    rows = desk.get(f"{FIND}?q=live").json()["stories"]
    assert {row["title"]: row["standing"] for row in rows} == {"Live one": "", "Live soon": "draft"}


def test_authors_find_what_readers_see_and_their_own_drafts(db):
    author = make_person("author")
    make.make_article(title_en="Council live", title_ru="Совет: черновик", published_at_ru=None)
    make.make_article(title_en="Council of others", published_at_en=None, published_at_ru=None)
    make.make_article(
        title_en="Council of mine", title_ru="", by=author, published_at_en=None, published_at_ru=None
    )
    titles = {title for title, _address in found(seat(author), "council")}
    assert titles == {"Council live", "Council of mine"}


def test_a_search_takes_few_queries_however_many_stories_there_are(desk, django_assert_max_num_queries):
    for number in range(12):
        make.make_article(title_en=f"Council {number}", title_ru=f"Совет {number}")
    with django_assert_max_num_queries(7):
        assert len(found(desk, "council")) == 16


def test_pictures_are_found_by_their_words_and_named_in_the_language_of_the_text(desk):
    make.make_image(caption_en="Other", caption_ru="Другое")
    picture = make.make_image(
        caption_en="The region", caption_ru="Регион", alt_ru="Карта", credit="Иван Петров"
    )
    rows = desk.get(f"{PICK}?{urlencode({'q': 'region', 'language': 'ru'})}").json()["pictures"]
    assert [(row["id"], row["name"], row["alt"], row["caption"], row["credit"]) for row in rows] == [
        (picture.pk, "Регион", "Карта", "Регион", "Иван Петров")
    ]


def test_a_picture_is_added_with_its_words_and_logged(desk, editor):
    words = {"alt_en": "A map", "alt_ru": "Карта", "caption_en": "The region", "credit": "Infoshos"}
    answer = desk.post(PICK, words | {"original": picture_file()})
    image = Image.objects.get()
    assert (answer.status_code, answer.json()["picture"]["id"]) == (201, image.pk)
    assert (image.alt_en, image.alt_ru, image.caption_en, image.credit) == (
        "A map",
        "Карта",
        "The region",
        "Infoshos",
    )
    assert AuditEntry.objects.filter(model="news.image", person=editor).count() == 1


def test_the_same_picture_is_not_stored_twice_but_chosen(desk):
    desk.post(PICK, {"alt_en": "First", "original": picture_file()})
    answer = desk.post(PICK, {"alt_en": "Second", "original": picture_file()})
    assert (answer.status_code, answer.json()["picture"]["alt"]) == (200, "First")
    assert Image.objects.count() == 1


def test_what_is_no_picture_is_refused_with_the_reason(desk):
    answer = desk.post(PICK, {"original": SimpleUploadedFile("x.png", b"no picture", "image/png")})
    assert answer.status_code == 422
    assert "not a picture" in answer.json()["errors"][0]
    assert desk.post(PICK, {"alt_en": "No file"}).status_code == 422
    assert Image.objects.count() == 0


def test_moderators_add_no_pictures_and_find_no_drafts(db):
    browser = seat(make_person("moderator"))
    assert browser.post(PICK, {"original": picture_file()}).status_code == 403
    assert (browser.get(PICK).status_code, browser.get(FIND).status_code) == (403, 403)
