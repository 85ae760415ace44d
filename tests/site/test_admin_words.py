"""Sentences of Django's that the portal says anew are still Django's: a new release may spell them otherwise."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from infoshos import admin_words
from infoshos.messages import load


@pytest.mark.parametrize("sentence", [words for words in admin_words.OURS if isinstance(words, str)])
def test_django_knows_the_sentence(sentence):
    with translation.override("de"):
        assert gettext(sentence) != sentence
    with translation.override("ru"):
        assert gettext(sentence) == load().get(sentence).string
