"""The list of articles: how both editions stand, by filter and by search, without counting."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from news.actions.publishing import open_for_editing, save_article
from news.admin import bounded
from news.admin.status_lines import in_words, long_line, short_line
from news.models import Article
from news.models.finding import title_words, words_of
from news.models.standing import EditionStanding, Standing
from tests.factories import make_article, make_editor, make_section, moscow

LIST = "/admin/news/article/"
NOON = moscow(2026, 3, 2, 12, 0)
SPANS = {
    timedelta(seconds=59): ("in less than a minute", "меньше чем через минуту"),
    timedelta(minutes=1): ("in 1 minute", "через 1 минуту"),
    timedelta(minutes=3): ("in 3 minutes", "через 3 минуты"),
    timedelta(minutes=59): ("in 59 minutes", "через 59 минут"),
    timedelta(hours=1): ("in 1 hour", "через 1 час"),
    timedelta(hours=3, minutes=59): ("in 3 hours", "через 3 часа"),
    timedelta(hours=47): ("in 47 hours", "через 47 часов"),
    timedelta(days=2): ("in 2 days", "через 2 дня"),
    timedelta(days=21): ("in 21 days", "через 21 день"),
}
WITHDRAWN = EditionStanding(Standing.WITHDRAWN, NOON, "Mistaken.")
LINES = [
    (
        EditionStanding(Standing.MISSING),
        "missing",
        "Missing: there is no such edition yet.",
        "Нет: такой версии пока не существует.",
    ),
    (
        EditionStanding(Standing.DRAFT),
        "draft",
        "Draft: readers do not see it.",
        "Черновик: читатели его не видят.",
    ),
    (
        EditionStanding(Standing.EMBARGOED, NOON + timedelta(hours=3)),
        "embargoed until 2 Mar 2026, 15:00, in 3 hours",
        "Embargoed until 2 March 2026, 15:00 Moscow time, in 3 hours.",
        "Под эмбарго до 02.03.2026 15:00 по московскому времени, выйдет через 3 часа.",
    ),
    (
        EditionStanding(Standing.LIVE, NOON),
        "live since 2 Mar 2026, 12:00",
        "Live since 2 March 2026, 12:00 Moscow time.",
        "Опубликована 02.03.2026 12:00 по московскому времени.",
    ),
    (
        EditionStanding(Standing.CHANGED, NOON),
        "live since 2 Mar 2026, 12:00, with unpublished changes",
        "Live since 2 March 2026, 12:00 Moscow time, with unpublished changes: readers see the text before them.",
        "Опубликована 02.03.2026 12:00 по московскому времени, есть неопубликованные изменения: "
        "читатели видят текст без них.",
    ),
    (
        WITHDRAWN,
        "withdrawn 2 Mar 2026, 12:00",
        "Withdrawn on 2 March 2026, 12:00 Moscow time: “Mistaken.”",
        "Отозвана 02.03.2026 12:00 по московскому времени: «Mistaken.»",
    ),
]


@pytest.mark.parametrize("span", SPANS)
def test_the_time_until_then_is_said_in_both_languages(span):
    said = []
    for language in ("en", "ru"):
        with translation.override(language):
            said.append(in_words(span))
    assert tuple(said) == SPANS[span]


@pytest.mark.parametrize(("stands", "short", "english", "russian"), LINES)
def test_each_status_has_its_words(stands, short, english, russian):
    with translation.override("en"):
        assert short_line(stands, NOON) == f'<span class="standing {stands.code.value}">{short}</span>'
        assert long_line(stands, NOON) == english
    with translation.override("ru"):
        assert long_line(stands, NOON) == russian


def listed(desk, query=""):
    return list(desk.get(LIST + query).context["cl"].result_list)


def test_the_last_change_stands_first_with_who_made_it(desk):
    first, second = make_article(), make_article()
    save_article(open_for_editing(first.pk), by=make_editor("olga"), via="form")
    assert listed(desk) == [first, second]
    page = desk.get(LIST).content.decode()
    assert ", olga</td>" in page


def test_the_list_shows_both_statuses_and_the_language_of_the_title(desk):
    make_article(title_en="", body_en="", published_at_en=None, title_ru="Новость")
    page = desk.get(LIST).content.decode()
    assert '<span class="standing missing">missing</span>' in page
    assert '<span class="standing live">live since' in page
    assert '<span lang="ru">Новость</span> <small>RU</small>' in page


@pytest.fixture
def every_standing(db):
    """An article for each status of the English edition; the Russian one is live."""
    later = timezone.now() + timedelta(days=1)
    articles = {
        "draft": make_article(published_at_en=None),
        "embargoed": make_article(published_at_en=later),
        "live": make_article(),
        "changed": make_article(),
        "withdrawn": make_article(withdrawn_at_en=timezone.now(), withdrawal_reason_en="Mistaken."),
        "missing": make_article(title_en="", body_en="", published_at_en=None),
    }
    changed = open_for_editing(articles["changed"].pk)
    changed.title_en = "New"
    save_article(changed, by=None, via="form")
    return articles


@pytest.mark.parametrize("code", Standing.values)
def test_the_filter_finds_the_status_of_either_edition(desk, every_standing, code):
    everything = set(every_standing.values())
    expected = everything if code == "live" else {every_standing[code]}
    assert set(listed(desk, f"?status={code}")) == expected
    assert listed(desk, f"?status={code}&edition=en") == [every_standing[code]]
    assert set(listed(desk, f"?status={code}&edition=ru")) == (everything if code == "live" else set())


def test_the_filter_of_the_edition_alone_shows_articles_that_have_it(desk, every_standing):
    assert every_standing["missing"] not in listed(desk, "?edition=en")
    assert len(listed(desk, "?edition=en")) == 5
    assert len(listed(desk, "?edition=ru")) == 6


@pytest.mark.parametrize(
    "query", ["?status=nonsense", "?edition=de", "?status=live&edition=de", "?status=%00"]
)
def test_a_filter_that_does_not_exist_filters_nothing(desk, every_standing, query):
    assert len(listed(desk, query)) == 6


def test_the_list_counts_nothing_and_asks_the_same_of_one_row_and_of_thirty(desk):
    section, by = make_section(), make_editor("olga")

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            desk.get(LIST)
        return [query["sql"] for query in captured]

    make_article(section=section, by=by)
    one = asked()
    for _number in range(30):
        make_article(section=section, by=by)
    thirty = asked()
    assert len(one) == len(thirty) == 5  # session, account, sections, rows, whether there is an imprint
    assert not [sql for sql in thirty if "COUNT(" in sql.upper()]


def test_pages_go_on_until_the_list_ends(desk, monkeypatch):
    monkeypatch.setattr("news.admin.articles.ArticleAdmin.list_per_page", 2)
    articles = [make_article() for _number in range(5)][::-1]
    assert [listed(desk, f"?p={page}") for page in (1, 2, 3)] == [articles[:2], articles[2:4], articles[4:]]
    first, last = (desk.get(f"{LIST}?p={page}").content.decode() for page in (1, 3))
    assert ('rel="next"' in first, 'rel="prev"' in first) == (True, False)
    assert ('rel="next"' in last, 'rel="prev"' in last) == (False, True)
    assert desk.get(f"{LIST}?p=4").headers["Location"] == f"{LIST}?e=1"


def test_a_long_list_ends_with_advice(desk, monkeypatch):
    monkeypatch.setattr("news.admin.articles.ArticleAdmin.list_per_page", 2)
    monkeypatch.setattr(bounded, "DEEPEST", 4)
    for _number in range(5):
        make_article()
    page = desk.get(f"{LIST}?p=2").content.decode()
    assert "Only the 4 articles that were changed last are listed." in page
    assert 'rel="next"' not in page
    assert desk.get(f"{LIST}?p=3").headers["Location"] == f"{LIST}?e=1"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("шелк пут", True),
        ("«Шёлковый путь»:", True),
        ("ПУТЬ", True),
        ("елковый", False),
        ("silk", True),
        ("silk другое", False),
        ("route-2", True),
        ("oute", False),
        ("route_2", False),
        ("%", False),
        ("'", False),
        ("\\", False),
        ("silk' | 'x", False),
    ],
)
def test_a_search_asks_for_the_beginnings_of_words(desk, typed, found):
    article = make_article(title_en="The Silk Route-2", title_ru="«Шёлковый путь»: итоги")
    make_article(title_en="Another", title_ru="Другое")
    assert found == (article in [*desk.get(LIST, {"q": typed}).context["cl"].result_list])


@pytest.mark.parametrize("written", ["{}", "#{}", "№ {}"])
def test_an_article_is_found_by_its_number(desk, written):
    article = make_article()
    make_article()
    assert article in [*desk.get(LIST, {"q": written.format(article.pk)}).context["cl"].result_list]
    assert desk.get(LIST, {"q": "9" * 30}).status_code == 200


def test_many_found_are_listed_like_few(desk, monkeypatch):
    monkeypatch.setattr("news.admin.article_list.FEW", 1)
    articles = [make_article(title_en=f"Council {number}") for number in range(3)]
    make_article(title_en="Another")
    assert listed(desk, "?q=counc") == articles[::-1]


def test_a_title_that_waits_is_found_as_well(desk):
    article = open_for_editing(make_article(title_en="Old words").pk)
    article.title_en = "New words"
    save_article(article, by=None, via="form")
    assert listed(desk, "?q=old") == listed(desk, "?q=new") == [article]


def test_words_are_folded():
    assert words_of("Шёлковый путь — 2030", None, "ﬁne") == ["шелковый", "путь", "2030", "fine"]
    assert title_words("One", "one two") == " one two"
    assert words_of("«»…") == []


@pytest.mark.postgresql
def test_postgresql_has_the_index_for_words(db):
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
    plan = Article.objects.filter(title_words__words_begin="a").values("pk").explain()
    assert "article_title_words" in plan
