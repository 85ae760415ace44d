"""A text shows pictures of the library only, whichever way it comes in."""

import pytest
from django.core.exceptions import ValidationError

from news.actions.publishing import open_for_editing, save_article
from news.models import Revision
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db


def figure(token):
    return f'<figure><img src="/media/images/{token}.jpg" alt=""></figure>'


@pytest.mark.parametrize("via", Revision.Via.values)
@pytest.mark.parametrize("field", ["body_en", "body_ru"])
def test_a_picture_that_the_library_does_not_have_is_refused(via, field):
    article = make_article()
    opened = open_for_editing(article.pk)
    setattr(opened, field, figure("0123456789abcdef"))
    with pytest.raises(ValidationError) as refusal:
        save_article(opened, by=None, via=via)
    assert refusal.value.code == "no_picture"
    assert article.revisions.count() == 1


def test_a_picture_of_the_library_is_taken():
    body = figure(make_image().token)
    assert make_article(body_en=body).body_en == body
