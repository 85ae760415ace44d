"""Pairs of editors at one article: nothing typed is lost in silence, and who does not meet is not asked."""

import os

import pytest

from tests.factories import make_editor, make_section, make_state, make_topic
from tests.measures.desk_concurrency import counted, run_pairs
from tests.measures.desk_newsroom import SECTIONS, TOPICS

PAIRS, SMALL = 2000, 40
SEED = int(os.environ.get("SEED", "1"))


@pytest.mark.django_db
def test_pairs_of_editors(full_size, figure, tmp_path, capsys):
    for slug in TOPICS:
        make_topic(slug)
    for slug in SECTIONS:
        make_section(slug)
    make_state("KZ")
    make_state("RU", name_en="Russia", name_ru="Россия")
    pairs = int(os.environ.get("PAIRS", PAIRS if full_size else SMALL))
    figures = run_pairs(pairs, SEED, make_editor(), tmp_path / "archive")
    with capsys.disabled():
        print(f"\nseed {SEED}: {counted(figures)}", *figures.examples, sep="\n  ")  # noqa: T201 - a measure speaks
    figure(
        f"characters lost in silence by {pairs} pairs of edits, seed {SEED}",
        figures.characters_lost,
        at_most=0,
    )
    share = round(figures.merged_share, 3)
    figure(f"of {figures.apart} pairs that do not meet, merged without a question", share, at_least=0.95)
    figure("pages that published words they did not show", figures.unread_published, at_most=0)
