"""The pages of the demonstration: canonical, each in its language, and true to what the code does."""

import json
import re
import shutil
from datetime import date

import pytest
from django.conf import settings
from django.db.models import CASCADE
from django.utils.translation import gettext, override

from comments.models import Comment, Message, TypoReport
from comments.models.comment import TEXT_LIMIT
from comments.models.message import MESSAGE_LIMIT, SUBJECT_LIMIT
from comments.models.typo_report import CONTEXT_LIMIT, SELECTION_LIMIT
from comments.sending import sending_keys
from news.archive.importing import import_archive
from news.feeds import FEED_SIZE
from news.markup import canonical
from news.models import Page
from tests.markup import page_of
from tests.site.test_languages import foreign

DEMO = settings.BASE_DIR / "news" / "demo"
SLUGS = ["about", "contacts", "help", "homepage", "rules", "privacy"]
LANGUAGES = ["en", "ru"]
NAME_LIMIT = Comment._meta.get_field("name").max_length


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (DEMO / name).read_text(encoding="utf-8").splitlines() if line]


@pytest.fixture
def pages(db, tmp_path):
    """The demonstration's pages, without its stories."""
    shutil.copy(DEMO / "pages.jsonl", tmp_path)
    (tmp_path / "articles.jsonl").touch()
    assert import_archive(tmp_path).failures == []
    return Page.objects.in_bulk(field_name="slug")


def text_of(client, language: str, slug: str) -> str:
    return page_of(client.get(f"/{language}/{slug}/")).one("main").text


def number(count: int, language: str) -> str:
    """A number as prose has it: 5,000 and 10,000; 5000 and 10 000."""
    if language == "en":
        return f"{count:,}"
    return f"{count:,}".replace(",", " ") if count >= 10_000 else str(count)


def test_every_page_is_canonical_in_both_languages(pages):
    assert [(row["slug"], sorted(row["title"]), sorted(row["body"])) for row in lines("pages.jsonl")] == [
        (slug, LANGUAGES, LANGUAGES) for slug in SLUGS
    ]
    for row in lines("pages.jsonl"):
        for language in LANGUAGES:
            body = row["body"][language]
            assert canonical(body) == body
            assert getattr(pages[row["slug"]], f"body_{language}") == body


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_lists_the_pages_in_their_order(client, pages, language):
    links = page_of(client.get(f"/{language}/archive/")).all("footer.imprint nav a")
    assert [a["href"] for a in links][: len(SLUGS)] == [f"/{language}/{slug}/" for slug in SLUGS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_is_in_its_language(client, pages, slug, language):
    page = page_of(client.get(f"/{language}/{slug}/"))
    assert foreign(page) == []
    wrong = {"en": r'["„«»—]', "ru": r'["”]|(?<!„Домой)“| - |--|\.\.\.|–|(?<!\u00a0)—'}[language]
    assert re.findall(wrong, "".join(text for text, _element in page.one("main").strings)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_page_of_the_same_language(client, pages, language):
    for slug in SLUGS:
        for link in page_of(client.get(f"/{language}/{slug}/")).all("main a"):
            assert link["href"].startswith(f"/{language}/"), slug
            assert client.get(link["href"]).status_code == 200, (slug, link["href"])


LIMITS = [
    ("rules", NAME_LIMIT, "up to {} characters", "до {} знаков"),
    ("rules", TEXT_LIMIT, "up to {} characters", "до {} знаков"),
    ("contacts", NAME_LIMIT, "name may have {} characters", "Имя — не длиннее {} знаков"),
    ("contacts", SUBJECT_LIMIT, "subject {},", "тема — {},"),
    ("contacts", MESSAGE_LIMIT, "text {}.", "текст — {}."),
    ("help", SELECTION_LIMIT, "Up to {} characters", "не больше {} знаков"),
    ("help", FEED_SIZE, "the newest {} stories", "{} последних материалов"),
    ("privacy", SELECTION_LIMIT, "the words, up to {} characters", "слова, до {} знаков"),
    ("privacy", CONTEXT_LIMIT, "up to {} characters before and after", "до {} знаков перед ними и после них"),
]


@pytest.mark.parametrize(("slug", "limit", "english", "russian"), LIMITS)
def test_limits_are_those_of_the_code(client, pages, slug, limit, english, russian):
    assert english.format(number(limit, "en")) in text_of(client, "en", slug)
    assert russian.format(number(limit, "ru")) in text_of(client, "ru", slug)


def test_comments_and_messages_have_names_of_one_length():
    assert Message._meta.get_field("name").max_length == NAME_LIMIT


@pytest.mark.parametrize(("language", "quoted"), [("en", "“{}”"), ("ru", "«{}»")])
def test_buttons_are_named_as_the_portal_names_them(client, pages, language, quoted):
    help_page = text_of(client, language, "help")
    with override(language):
        labels = ["Report a spelling error", "Print", "Skip to the text", "Sections", "Close", "Show"]
        for label in labels:
            assert quoted.format(gettext(label)) in help_page


def test_the_lists_of_states_begin_on_the_day_that_the_help_page_names(client, pages):
    first = min(date.fromisoformat(m["since"]) for row in lines("states.jsonl") for m in row["memberships"])
    assert first == date(2001, 6, 15)
    assert "They begin on 15 June 2001" in text_of(client, "en", "help")
    assert "Они начинаются 15 июня 2001 года" in text_of(client, "ru", "help")


# What the page on privacy says is stored. Whoever adds a column here has something to add there.
SENDING = {"id", "language", "created_at", "sending_key", "status"}
STORED = {
    Comment: SENDING | {"import_ref", "article", "name", "email", "text", "moderated_at", "moderated_by"},
    TypoReport: SENDING
    | {"import_ref", "article", "revision", "field", "exact", "prefix", "suffix", "offset"}
    | {"suggestion", "note", "decided_at", "decided_by"},
    Message: SENDING | {"name", "email", "subject", "text", "mailed_at", "decided_at", "decided_by"},
}


@pytest.mark.parametrize("model", STORED, ids=lambda model: model.__name__)
def test_nothing_is_stored_that_the_page_on_privacy_does_not_name(model):
    assert {field.name for field in model._meta.get_fields()} == STORED[model]


def test_the_network_address_counts_only_where_no_script_made_a_key():
    def keys(script_key, address):
        return sending_keys("words", script_key=script_key, address=address)

    made = "a-key-made-by-the-script"
    assert keys(made, "203.0.113.7") == keys(made, "203.0.113.8")
    assert not set(keys("", "203.0.113.7")) & set(keys("", "203.0.113.8"))


def test_the_journal_of_decisions_keeps_as_much_as_the_page_on_privacy_says(client, pages):
    """It names rows by their `str`."""
    words = "я" * SELECTION_LIMIT
    assert str(Comment(name="Анна", text=words)) == f"Анна: {words[:60]}"
    assert str(Message(name="Анна", text=words)) == f"Анна: {words[:60]}"
    assert str(TypoReport(exact=words)) == words
    assert "up to 60 characters of the comment or message" in text_of(client, "en", "privacy")
    assert "до 60 знаков комментария или письма" in text_of(client, "ru", "privacy")


@pytest.mark.parametrize("model", [Comment, TypoReport])
def test_what_readers_said_about_a_story_goes_with_it(model):
    assert model._meta.get_field("article").remote_field.on_delete is CASCADE


def test_nothing_deletes_readers_words_by_itself():
    sources = [
        path for path in (settings.BASE_DIR / "comments").rglob("*.py") if "migrations" not in path.parts
    ]
    assert [path.name for path in sources if ".delete(" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("script", ["clocks.js", "forms.js", "story.js"])
def test_scripts_for_readers_keep_nothing_in_the_browser(script):
    kept = r"localStorage|sessionStorage|indexedDB|caches\b|cookie|serviceWorker"
    assert not re.search(kept, (settings.BASE_DIR / "static" / "js" / script).read_text(encoding="utf-8"))
