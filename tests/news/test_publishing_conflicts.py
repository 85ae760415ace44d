"""Two editors at one article: nobody's text is overwritten unseen."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from news.actions.publishing import ConflictError, open_for_editing, save_article
from news.models import Article
from tests.factories import make_article, make_editor


def save(article, title, based_on, by=None):
    article.title_en = title
    return save_article(article, by=by, via="form", publish=["en", "ru"], based_on=based_on)


@pytest.mark.django_db
def test_a_stale_save_is_refused_and_says_which_revision_is_newer():
    article = make_article(title_en="Old")
    mine, theirs = open_for_editing(article.pk), open_for_editing(article.pk)
    newest = save(theirs, "Theirs", based_on=1, by=make_editor())
    with pytest.raises(ConflictError) as conflict:
        save(mine, "Mine", based_on=1)
    assert conflict.value.newest == newest
    assert conflict.value.newest.author.username == "editor"
    stored = Article.objects.get()
    assert (stored.title_en, stored.version, stored.revisions.count()) == ("Theirs", 2, 2)


@pytest.mark.django_db
def test_a_working_copy_is_also_newer():
    article = make_article(title_en="Old")
    mine, theirs = open_for_editing(article.pk), open_for_editing(article.pk)
    theirs.title_en = "Theirs"
    save_article(theirs, by=None, via="form", based_on=1)
    with pytest.raises(ConflictError):
        save(mine, "Mine", based_on=1)


@pytest.mark.django_db
def test_who_brings_both_together_can_save():
    article = make_article(title_en="Old")
    save(open_for_editing(article.pk), "Theirs", based_on=1)
    opened = open_for_editing(article.pk)
    assert save(opened, f"{opened.title_en} and mine", based_on=2).number == 3
    assert Article.objects.get().title_en == "Theirs and mine"


def together(*actions):
    """Run actions at the same time, each with a connection of its own; return what they returned or raised."""
    start = Barrier(len(actions), timeout=10)

    def run(action):
        try:
            start.wait()
            return action()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


@pytest.mark.django_db(transaction=True)
def test_of_saves_at_the_same_moment_one_wins_and_the_others_are_told():
    article = make_article(title_en="Old")
    titles = ["First", "Second", "Third"]
    opened = [open_for_editing(article.pk) for _title in titles]
    actions = [
        lambda mine=mine, title=title: save(mine, title, based_on=1)
        for mine, title in zip(opened, titles, strict=True)
    ]
    # SQLite has one writer at a time, and its database in memory one connection.
    ended = together(*actions) if connection.vendor == "postgresql" else [_outcome(a) for a in actions]
    winners = [
        title for title, outcome in zip(titles, ended, strict=True) if not isinstance(outcome, Exception)
    ]
    assert sorted(type(outcome).__name__ for outcome in ended) == [
        "ConflictError",
        "ConflictError",
        "Revision",
    ]
    stored = Article.objects.get()
    assert [stored.title_en] == winners
    assert list(stored.revisions.values_list("number", flat=True)) == [2, 1]


def _outcome(action):
    try:
        return action()
    except ConflictError as error:
        return error
