"""Rows and rules of what is out of date: see `constraint_cases`."""

from news.models import ParagraphPair
from tests import factories as make

MOMENT = "2026-01-01 00:00:00+00:00"


def pair(place=2):
    """Two paragraphs that say the same."""
    origins = {"revision_en": 1, "revision_ru": 1, "origin_en": place, "origin_ru": place}
    article = ParagraphPair.objects.first().article if place > 2 else make.make_article()
    return ParagraphPair.objects.create(article=article, place_en=place, place_ru=place, **origins)


def two_pairs():
    """The second of two pairs of an article."""
    pair()
    return pair(3)


CASES = {
    **{
        f"article_outdated_{code}": (
            make.make_article,
            [
                {f"outdated_{code}": 1},
                {f"outdated_since_{code}": MOMENT},
                {f"outdated_{code}": 0, f"outdated_since_{code}": MOMENT},
            ],
        )
        for code in ("en", "ru")
    },
    "pair_once": (two_pairs, [{"place_en": 2, "place_ru": 2}]),
    "pair_valid_or_outdated": (
        pair,
        [
            {"outdated": "de", "since": MOMENT},
            {"outdated": "ru"},
            {"since": MOMENT},
            {"place_en": None},
            {"place_en": None, "place_ru": None, "outdated": "ru", "since": MOMENT},
        ],
    ),
    **{
        f"pair_origin_{code}": (
            pair,
            [{f"revision_{code}": None}, {f"origin_{code}": None}, {f"revision_{code}": 0}],
        )
        for code in ("en", "ru")
    },
}
# SQLite names the columns instead of the rule.
TOLD = {
    "pair_once": "news_paragraphpair.article_id, news_paragraphpair.place_en, news_paragraphpair.place_ru"
}
