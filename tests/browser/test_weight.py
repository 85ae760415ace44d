"""What a story's page weighs on its way to the reader."""

import gzip

import pytest

pytestmark = pytest.mark.browser
LIMIT = 20 * 1024  # bytes of HTML, CSS and JavaScript of a story without comments


def test_a_story_without_comments_weighs_at_most_20_kilobytes(page, address):
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address())
    page.wait_for_load_state("networkidle")
    texts = [a for a in answers if a.request.resource_type in {"document", "stylesheet", "script"}]
    assert len(texts) == 5
    assert sum(len(gzip.compress(answer.body())) for answer in texts) <= LIMIT
