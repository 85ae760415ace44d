"""What cannot be seen in readers' text is taken out, and nothing else."""

import pytest

from comments import cleaning
from comments.models import Comment, Message, TypoReport
from news.archive.importing import import_archive
from tests.addresses import form_address
from tests.factories import make_article
from tests.news.archive_folder import story, write

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
INVISIBLE = "\u200b\u2060\ufeff\u00ad\u180e\u2061\u206f\U000e0041"
CONTROLS = "\x01\x08\x0e\x1b\x7f\x80\x9f"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # one picture: man, woman, girl
PERSIAN = "می\u200cخواهم"
UNTOUCHED = [
    "A good story.",
    "Ёлка, «ёлочки» — № 5 … 100 °C",
    "naïve e\u0301 ❤\ufe0f 👩🏽\u200d💻",
    FAMILY,
    PERSIAN,
    "क\u094d\u200dष",
    "中文 العربية ខ្មែរ",
    "\ue000 \U0001fadd",  # private, and of a later Unicode than this Python's
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_people_write_stays(text):
    assert cleaning.words(text) == cleaning.selected(text) == text


@pytest.mark.parametrize("text", ["Ann", "Анна-Мария д’Артаньян", "O’Neil, Jr.", "王秀英", "e\u0301 ❤\ufe0f"])
def test_what_people_are_called_stays(text):
    assert cleaning.name(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Ann \u00a0 Brown\t", "Ann Brown"),
        ("Ann\r\nModerator:", "Ann Moderator:"),
        ("Ann\u2028Editor\u0085Chief", "Ann Editor Chief"),
        (f"Ann{OVERRIDES}nworB", "AnnnworB"),
        (f"Ad{INVISIBLE}min\u200d\u200c", "Admin"),
        (f"Ann{CONTROLS}Brown", "Ann Brown"),
        (f"{OVERRIDES}{INVISIBLE} \u3164\u2800", ""),
        ("\u0301", ""),
        ("a\0", "a\0"),
        ("\0", "\0"),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(typed, kept):
    assert cleaning.name(typed) == kept
    assert cleaning.name(kept) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four\x0cfive", "one\ntwo\nthree\nfour\nfive"),
        ("  a\tb\n\n c ", "a\tb\n\n c"),
        (f"so{OVERRIDES}ber", "sober"),
        (f"re{INVISIBLE}port{CONTROLS}", "report"),
        ("\u200da \u200cb\u200d \u200d", "a b"),
        ("a\u200d\u200db", "a\u200db"),
        ("a\u202e\u200db\u200d\u202ec", "a\u200dbc"),
        (f"{FAMILY}\u200d", FAMILY),
        (f"{OVERRIDES}\n{INVISIBLE}\u200d", ""),
        ("a\0b", "a\0b"),
    ],
)
def test_text_keeps_its_lines_and_the_joiners_inside_words(typed, kept):
    assert cleaning.words(typed) == kept
    assert cleaning.words(kept) == kept


def test_selected_words_stay_as_they_were_selected():
    shown = f" a\u00ad{OVERRIDES}{INVISIBLE}\t\n\u2028 b "
    assert cleaning.selected(f"{shown}\r\n{CONTROLS}") == f"{shown}\n"


@pytest.mark.django_db
def test_a_comment_is_stored_without_what_cannot_be_seen(client):
    words = {
        "name": "Ann\n\u202eBrown\u200b",
        "email": "ann@exam\u202eple.org",
        "text": "One\r\n\u202etwo\u2066 \x1b[31mthree",
    }
    assert client.post(make_article().get_absolute_url("en") + "comment/", words).status_code == 303
    stored = Comment.objects.get()
    assert (stored.name, stored.email, stored.text) == ("Ann Brown", "ann@example.org", "One\ntwo [31mthree")


@pytest.mark.django_db
def test_a_report_keeps_the_selected_words_and_cleans_what_was_typed(client):
    words = {
        "exact": " ta\u00adde\u202e\x1b",
        "prefix": "of\r\n\u200b",
        "suffix": "\u200b\x01 and",
        "suggestion": "tra\u202ede",
        "note": "Look\u200b\r\nhere",
    }
    assert client.post(make_article().get_absolute_url("en") + "report/", words).status_code == 303
    stored = TypoReport.objects.get()
    assert {name: getattr(stored, name) for name in words} == {
        "exact": " ta\u00adde\u202e",
        "prefix": "of\n\u200b",
        "suffix": "\u200b and",
        "suggestion": "trade",
        "note": "Look\nhere",
    }


@pytest.mark.django_db
def test_a_message_is_stored_without_what_cannot_be_seen(client):
    words = {
        "name": "Ann\n\u202eBrown\u200b",
        "email": "ann@exam\u202eple.org",
        "subject": "On\u2028the\r\nBcc: summit\u200b",
        "text": "One\r\n\u202etwo\u2066 \x1b[31mthree",
    }
    assert client.post("/en/contact/", words).status_code == 303
    stored = Message.objects.get()
    assert {name: getattr(stored, name) for name in words} == {
        "name": "Ann Brown",
        "email": "ann@example.org",
        "subject": "On the Bcc: summit",
        "text": "One\ntwo [31mthree",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("form", "field", "message"),
    [
        ("comment", "name", "Please give a name: your own or any other."),
        ("comment", "text", "Please write your comment."),
        ("report", "exact", "Please give the words with the error."),
        ("contact", "name", "Please give a name: your own or any other."),
        ("contact", "text", "Please write your message."),
    ],
)
@pytest.mark.parametrize("typed", ["\u200b", "\u202e \u2069", "\u2800\u3164", "\n\u00ad\t"])
def test_where_nothing_can_be_seen_nothing_was_written(client, form, field, message, typed):
    words = {"name": "Ann", "text": "Words.", "exact": "tade"} | {field: typed}
    address = form_address(form, make_article())
    response = client.post(address, words, headers={"accept": "application/json"})
    assert (response.status_code, response.json()["errors"]) == (422, {field: [message]})
    assert [model.objects.count() for model in (Comment, Message, TypoReport)] == [0, 0, 0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("comment", ["name", "email", "text"]),
        ("report", ["suggestion", "note"]),
        ("contact", ["name", "email", "subject", "text"]),
    ],
)
def test_nul_is_refused_and_not_taken_out(client, form, fields):
    address = form_address(form, make_article())
    for field in fields:
        words = {"name": "Ann", "text": "Words.", "exact": "tade"} | {field: "a\0b"}
        assert client.post(address, words).status_code == 422, field


@pytest.mark.django_db
def test_imported_comments_are_cleaned_like_those_that_are_sent(tmp_path):
    line = {"article": "s1", "language": "en", "created_at": "2020-11-10T10:00:00+03:00"}
    good = line | {"ref": "1", "name": "Ann\u202e", "text": "One\r\ntwo\u200b"}
    empty = line | {"ref": "2", "name": "\u200b", "text": "Words."}
    report = import_archive(write(tmp_path / "archive", story("s1"), comments=[good, empty]))
    assert [str(failure) for failure in report.failures] == ["comments.jsonl:2: “name” is empty"]
    stored = Comment.objects.get()
    assert (stored.name, stored.text) == ("Ann", "One\ntwo")
