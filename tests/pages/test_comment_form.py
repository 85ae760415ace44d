"""Leaving a comment."""

import pytest
from django.utils import timezone

from comments.models import Comment
from news.actions.publishing import save_article
from news.models import Revision
from tests.factories import make_article, moscow
from tests.markup import page_of

WORDS = {"name": "Ann", "email": "", "text": "A good story.", "key": "0123456789abcdef"}
SCRIPT = {"headers": {"accept": "application/json"}}


@pytest.fixture
def story(db):
    return make_article()


def address(story, language="en") -> str:
    return story.get_absolute_url(language) + "comment/"


def test_a_comment_is_stored_as_waiting_and_the_reader_is_thanked(client, story):
    response = client.post(address(story), WORDS | {"email": "ann@example.org"})
    assert (response.status_code, response.headers["Cache-Control"]) == (303, "no-store")
    comment = Comment.objects.get()
    stored = (comment.article, comment.language, comment.name, comment.email, comment.text, comment.status)
    assert stored == (story, "en", "Ann", "ann@example.org", "A good story.", "waiting")
    assert comment.created_at <= timezone.now()
    page = page_of(client.get(response.headers["Location"]))
    assert page.one("main h1").text == "Thank you for your comment"
    assert page.one("main a")["href"] == story.get_absolute_url("en")
    assert b"A good story." not in client.get(story.get_absolute_url("en")).content


def test_a_comment_carries_the_language_of_the_page(client, story):
    response = client.post(address(story, "ru"), WORDS)
    assert Comment.objects.get().language == "ru"
    assert response.headers["Location"] == story.get_absolute_url("ru") + "comment/sent/"


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"name": ""}, {"name": ["Please give a name: your own or any other."]}),
        ({"name": " \t"}, {"name": ["Please give a name: your own or any other."]}),
        ({"text": ""}, {"text": ["Please write your comment."]}),
        ({"name": "a" * 81}, {"name": ["Too long: 81 characters; the limit is 80."]}),
        ({"text": "a" * 5001}, {"text": ["Too long: 5001 characters; the limit is 5000."]}),
        (
            {"email": "nobody"},
            {"email": ["This is not an e-mail address. Correct it or leave it out."]},
        ),
    ],
    ids=["no name", "blank name", "no text", "long name", "long text", "bad e-mail"],
)
def test_the_script_is_told_what_is_wrong(client, story, fields, errors):
    response = client.post(address(story), WORDS | fields, **SCRIPT)
    assert (response.status_code, response.headers["Cache-Control"]) == (422, "no-store")
    assert response.json() == {"stored": False, "errors": errors}
    assert Comment.objects.count() == 0


def test_the_script_is_told_that_it_is_stored(client, story):
    response = client.post(address(story), WORDS, **SCRIPT)
    assert (response.status_code, response.json()) == (201, {"stored": True})
    assert Comment.objects.count() == 1


def test_exactly_the_limit_is_stored(client, story):
    fields = {"name": "я" * 80, "text": "ж" * 5000}
    assert client.post(address(story), WORDS | fields).status_code == 303
    assert Comment.objects.get().text == "ж" * 5000


def test_a_refused_comment_comes_back_whole(client, story):
    typed = {"name": "Ann <b>", "email": "nobody", "text": "Line 1\nLine 2 \"&' <i>", "key": "k" * 20}
    page = page_of(client.post(address(story), typed), 422)
    assert page.one("main h1").text == "The comment was not stored"
    assert page.one("input[name=name]")["value"] == "Ann <b>"
    assert page.one("input[name=email]")["value"] == "nobody"
    assert page.one("textarea").children == ["\nLine 1\nLine 2 \"&' <i>"]
    assert page.one("input[name=key]")["value"] == "k" * 20
    assert page.texts(".error") == ["This is not an e-mail address. Correct it or leave it out."]
    assert page.one("form")["action"] == address(story)
    field = page.one("input[name=email]")
    assert (field["aria-invalid"], field["aria-describedby"]) == ("true", page.one(".error")["id"])


def test_sixty_four_kilobytes_come_back_whole(client, story):
    text = "ж" * 32 * 1024
    page = page_of(client.post(address(story), WORDS | {"text": text}), 422)
    assert page.one("textarea").children == ["\n" + text]
    assert page.texts(".error") == ["Too long: 32768 characters; the limit is 5000."]


@pytest.mark.parametrize(
    ("length", "noun"), [(5001, "знак"), (5002, "знака"), (5005, "знаков"), (5011, "знаков"), (5021, "знак")]
)
def test_russian_numbers_have_their_forms(client, story, length, noun):
    page = page_of(client.post(address(story, "ru"), WORDS | {"text": "я" * length}), 422)
    words = [word.strip(".,;:") for word in page.one(".error").text.split()]
    assert words[words.index(str(length)) + 1] == noun


@pytest.mark.parametrize("key", [WORDS["key"], ""], ids=["with script", "without script"])
def test_sent_twice_stored_once(client, story, key):
    first, second = (client.post(address(story), WORDS | {"key": key}) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert Comment.objects.count() == 1


def test_sent_again_after_midnight_without_script_stored_once(client, story, monkeypatch):
    for when in ((2026, 3, 1, 23, 58), (2026, 3, 2, 0, 3), (2026, 3, 2, 0, 5), (2026, 3, 2, 0, 30)):
        monkeypatch.setattr("comments.sending.timezone.localtime", lambda when=when: moscow(*when))
        client.post(address(story), WORDS | {"key": ""})
    # The last one is no repetition of the first any more, but it is one of a sending of its own day.
    assert Comment.objects.count() == 2


def test_two_readers_of_the_same_page_both_have_their_comment_stored(client, story):
    client.post(address(story), WORDS | {"key": "a" * 16})
    client.post(address(story), WORDS | {"key": "b" * 16})
    client.post(address(story), WORDS | {"key": ""}, REMOTE_ADDR="192.0.2.1")
    client.post(address(story), WORDS | {"key": ""}, REMOTE_ADDR="192.0.2.2")
    assert Comment.objects.count() == 4


def test_the_same_key_with_other_words_is_another_comment(client, story):
    client.post(address(story), WORDS)
    client.post(address(story), WORDS | {"text": "Corrected."})
    client.post(address(make_article()), WORDS)
    assert Comment.objects.count() == 3


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_closed_thread_refuses_and_gives_the_text_back(client, db, language):
    story = make_article(comments_open=False)
    page = page_of(client.post(address(story, language), WORDS), 422)
    assert page.one("textarea").text == "A good story."
    assert page.one(".errors").text
    assert Comment.objects.count() == 0
    response = client.post(address(story), WORDS, **SCRIPT)
    message = "Comments on this story are closed. Your text was not stored."
    assert response.json() == {"stored": False, "errors": {"__all__": [message]}}


@pytest.mark.parametrize("words", [WORDS, {"name": "", "text": ""}])
def test_a_story_that_was_withdrawn_meanwhile_takes_no_comment(client, story, words):
    story.withdrawn_at_en, story.withdrawal_reason_en = timezone.now(), "Wrong."
    save_article(story, by=None, via=Revision.Via.FORM)
    response = client.post(address(story), words)
    assert response.status_code in {404, 410}
    assert Comment.objects.count() == 0
    assert client.get(address(story) + "sent/").status_code == 404


def test_a_story_of_the_other_language_takes_no_comment(client, db):
    story = make_article(published_at_en=None)
    assert client.post(address(story), WORDS).status_code == 404
    assert client.post(address(story, "ru"), WORDS).status_code == 303


def test_the_address_of_the_form_leads_back_to_the_story(client, story):
    response = client.get(address(story))
    assert response.status_code == 302
    assert response.headers["Location"] == f"{story.get_absolute_url('en')}#leave-comment"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_not_allowed(client, story, method):
    assert getattr(client, method)(address(story)).status_code == 405
