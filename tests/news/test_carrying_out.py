"""The action by which editions are published, scheduled and withdrawn, without a form around it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from news.actions.publishing import open_for_editing
from news.actions.verbs import Order, Terms, Verb, carry_out
from news.models import Article
from news.models.standing import Standing, standing
from tests.factories import make_article

DRAFT = {"published_at_en": None, "published_at_ru": None}


def stored():
    return Article.objects.with_editions().get()


def test_the_action_itself_does_nothing_half(db):
    article = make_article(**DRAFT)
    order = Order(Verb.SCHEDULE, ("en",), {"en": Terms(schedule=timezone.now())})
    with pytest.raises(ValidationError):
        carry_out(order, open_for_editing(article.pk), by=None)
    with pytest.raises(ValidationError):
        carry_out(Order(Verb.WITHDRAW, ("en",), {"en": Terms(reason="Wrong.")}), article, by=None)
    assert stored().version == 1


def test_dates_change_by_verbs_only(db):
    article = open_for_editing(make_article(**DRAFT).pk)
    article.published_at_en = timezone.now()
    carry_out(Order(), article, by=None)
    assert standing(stored(), "en").code == Standing.DRAFT
