"""Who else has an article open, and whether it was saved since."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from news.actions.presence import LIFETIME, remove_old_presences
from news.actions.publishing import open_for_editing, save_article
from news.actions.sweeping import sweep
from news.models import Presence
from tests.admin.people import make_person
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    return make_article()


@pytest.fixture
def olga(db):
    browser = Client()
    browser.force_login(make_editor("olga"))
    return browser


def tell(browser, article, **values):
    return browser.post(f"/admin/news/article/{article.pk}/presence/", {"version": "1"} | values).json()


def aged(**values):
    """Let rows be older."""
    row = Presence.objects.get()
    for name, by in values.items():
        setattr(row, name, getattr(row, name) - by)
    Presence.objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in values})


def test_a_colleague_is_shown_since_when_and_whether_writing(desk, olga, article):
    assert tell(olga, article) == {"others": [], "saved": None}
    since = f"{timezone.localtime(Presence.objects.get().since):%H:%M}"
    assert tell(desk, article)["others"] == [f"olga has had this article open since {since}."]
    tell(olga, article, writing="1")
    assert tell(desk, article)["others"] == [f"olga has had this article open since {since}, and is writing."]


def test_without_script_the_page_shows_the_state_as_it_is_opened(desk, olga, article):
    address = f"/admin/news/article/{article.pk}/change/"
    assert desk.get(address).context["others"] == []
    tell(olga, article)
    answer = desk.get(address)
    assert answer.context["others"][0].startswith("olga has had this article open since ")
    assert answer.context["others"][0] in answer.content.decode()


def test_one_who_does_not_tell_any_more_is_not_shown_and_comes_back_anew(desk, olga, article):
    tell(olga, article)
    aged(since=timedelta(hours=1))
    before = Presence.objects.get().since
    tell(olga, article)
    assert Presence.objects.get().since == before
    aged(seen_at=LIFETIME + timedelta(seconds=1))
    assert tell(desk, article)["others"] == []
    tell(olga, article)
    assert Presence.objects.get(person__username="olga").since > before


def test_one_who_leaves_is_gone_at_once(desk, olga, article):
    tell(olga, article)
    tell(olga, article, left="1")
    assert tell(desk, article)["others"] == []


def test_two_windows_of_one_person_are_one(olga, article):
    tell(olga, article)
    tell(olga, article)
    assert Presence.objects.count() == 1


def test_who_saved_since_is_said_with_the_difference(desk, editor, article):
    other = open_for_editing(article.pk)
    other.title_en = "Theirs"
    save_article(other, by=make_editor("igor"), via="form")
    saved = tell(desk, article)["saved"]
    assert saved["words"].startswith("igor saved this article at ")
    assert saved["address"] == f"/admin/news/article/{article.pk}/revisions/?from=1&to=2"
    assert tell(desk, article, version="2")["saved"] is None
    assert tell(desk, article, version="no number")["saved"] is None
    save_article(open_for_editing(article.pk), by=editor, via="form")
    assert tell(desk, article, version="2")["saved"]["words"].startswith("You saved this article at ")


def test_only_those_who_may_see_the_article_are_answered(client, article):
    address = f"/admin/news/article/{article.pk}/presence/"
    assert client.post(address).status_code == 302
    client.force_login(make_person("moderator"))
    assert client.post(address).status_code in {403, 404}
    assert Presence.objects.count() == 0


def test_an_article_that_is_gone_has_nobody(desk, article):
    assert desk.post("/admin/news/article/999/presence/").status_code == 404
    assert desk.get(f"/admin/news/article/{article.pk}/presence/").status_code == 405


def test_the_worker_removes_what_is_over(olga, article):
    tell(olga, article)
    assert remove_old_presences() == 0
    aged(since=timedelta(minutes=5), seen_at=timedelta(minutes=5))
    sweep()
    assert Presence.objects.count() == 0
