"""How an edition stands: the rule for a row and the question to the database say the same."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.actions.publishing import open_for_editing, save_article
from news.models import Article
from news.models.standing import EditionStanding, Standing, standing, stands
from tests.factories import make_article, moscow

NOON = moscow(2026, 3, 2, 12, 0)
HOUR = timedelta(hours=1)
NOTHING = {"title_en": "", "summary_en": "", "body_en": "", "published_at_en": None}
WITHDRAWN = {"withdrawn_at_en": NOON - HOUR, "withdrawal_reason_en": "Mistaken."}
CASES = {
    "missing": (NOTHING, EditionStanding(Standing.MISSING)),
    "a title and nothing else": (
        {"body_en": "", "published_at_en": None},
        EditionStanding(Standing.DRAFT),
    ),
    "no date": ({"published_at_en": None}, EditionStanding(Standing.DRAFT)),
    "a date and no text": ({"published_at_en": NOON - HOUR, "body_en": ""}, EditionStanding(Standing.DRAFT)),
    "a date that has not come": (
        {"published_at_en": NOON + timedelta(microseconds=1)},
        EditionStanding(Standing.EMBARGOED, NOON + timedelta(microseconds=1)),
    ),
    "a date that has not come, and no text": (
        {"published_at_en": NOON + HOUR, "body_en": ""},
        EditionStanding(Standing.EMBARGOED, NOON + HOUR),
    ),
    "at its minute": ({"published_at_en": NOON}, EditionStanding(Standing.LIVE, NOON)),
    "live": ({"published_at_en": NOON - HOUR}, EditionStanding(Standing.LIVE, NOON - HOUR)),
    "withdrawn": (
        {"published_at_en": NOON - 2 * HOUR, **WITHDRAWN},
        EditionStanding(Standing.WITHDRAWN, NOON - HOUR, "Mistaken."),
    ),
    "withdrawn before its time": (
        {"published_at_en": NOON + HOUR, **WITHDRAWN},
        EditionStanding(Standing.WITHDRAWN, NOON - HOUR, "Mistaken."),
    ),
}


def asked(language: str, now=NOON) -> list[Standing]:
    """The statuses under which the database finds the one article."""
    return [code for code in Standing if Article.objects.filter(stands(code, language, now=now)).exists()]


@pytest.mark.django_db
@pytest.mark.parametrize("case", CASES)
def test_each_case_has_one_status_in_the_row_and_in_the_database(case):
    fields, expected = CASES[case]
    make_article(**{"published_at_ru": None} | fields)
    article = Article.objects.with_editions(NOON).get()
    assert standing(article, "en", NOON) == expected
    assert standing(article, "ru", NOON) == EditionStanding(Standing.DRAFT)
    assert (asked("en"), asked("ru")) == ([expected.code], [Standing.DRAFT])
    assert expected.is_public == Article.objects.published("en", at=NOON).exists()


@pytest.mark.django_db
def test_changes_that_wait_belong_to_their_edition():
    article = open_for_editing(make_article(published_at_en=NOON - HOUR, published_at_ru=NOON - HOUR).pk)
    article.title_en = "New"
    save_article(article, by=None, via="form")
    stored = Article.objects.with_editions().get()
    assert standing(stored, "en", NOON) == EditionStanding(Standing.CHANGED, NOON - HOUR)
    assert standing(stored, "ru", NOON) == EditionStanding(Standing.LIVE, NOON - HOUR)
    assert (asked("en"), asked("ru")) == ([Standing.CHANGED], [Standing.LIVE])
    assert Article.objects.filter(stands(Standing.CHANGED, now=NOON)).exists()
    save_article(open_for_editing(article.pk), by=None, via="form", publish=["en"])
    assert asked("en") == [Standing.LIVE]


@pytest.mark.django_db
def test_a_withdrawn_edition_with_changes_is_withdrawn():
    article = make_article(published_at_en=NOON - HOUR, **WITHDRAWN)
    changed = open_for_editing(article.pk)
    changed.title_en = "New"
    save_article(changed, by=None, via="form")
    assert standing(Article.objects.with_editions().get(), "en").code == Standing.WITHDRAWN
    assert asked("en", timezone.now()) == [Standing.WITHDRAWN]
