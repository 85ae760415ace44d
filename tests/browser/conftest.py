"""What the tests in a real browser have in common: a story to read and ways to read it."""

import pytest

from tests import answering
from tests import factories as make
from tests.browser.desk import log_in
from tests.measures.conftest import figure

__all__ = ["figure"]

# Two code units of UTF-16, one character; and words that stand in the text twice.
BODY_EN = (
    "<p>The council met on Monday 🕊 and agreed on tade.</p>"
    '<figure><img src="/media/images/{token}.jpg" alt="A map"><figcaption>The region</figcaption></figure>'
    "<p>It will <strong>recieve the reports</strong> in spring and recieve them again in autumn.</p>"
    "<p>" + "A long sentence about nothing in particular. " * 8 + "</p>"
)
BODY_RU = (
    "<p>Совет собрался в понедельник и договорился о торговле.</p>"
    "<p>" + "Длинное предложение ни о чём особенном. " * 8 + "</p>"
)


@pytest.fixture
def story(live_server):
    """A story in both languages with everything that a reader can touch."""
    inside = make.make_image(credit="Иван Петров")
    return make.make_article(
        title_en="The council met in spring",
        title_ru="Совет собрался весной",
        body_en=BODY_EN.format(token=inside.token),
        body_ru=BODY_RU,
        byline_en="Ann Brown",
        byline_ru="Анна Бурова",
        published_at_en=make.moscow(2020, 11, 9, 16, 6),
        published_at_ru=make.moscow(2020, 11, 9, 16, 6),
        section=make.make_section(),
        image=make.make_image(
            caption_en="The table of the council", caption_ru="Стол совета", credit="Infoshos"
        ),
        source_name="Secretariat",
        source_url="https://example.org/source",
    )


@pytest.fixture
def address(live_server, story):
    """The address of the story in a language."""
    return lambda language="en", tail="": f"{live_server.url}{story.get_absolute_url(language)}{tail}"


@pytest.fixture
def reader(chromium):
    """Open a page as a reader whose browser differs: `reader(java_script_enabled=False)`."""
    contexts = []

    def open_page(**options):
        contexts.append(chromium.new_context(**options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
    answering.wait()


@pytest.fixture
def without_script(reader):
    """A page in a browser that runs no scripts."""
    return reader(java_script_enabled=False)


@pytest.fixture
def desk(live_server, page):
    """The editorial pages, opened by an editor; a script that our policy stops fails the test."""
    stopped = []
    page.on("console", lambda m: stopped.append(m.text) if "Content Security Policy" in m.text else None)
    make.make_editor()
    log_in(page, live_server)
    yield page
    assert stopped == []


SELECT = """([selector, words]) => {
  const nodes = document.createNodeIterator(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  for (let node; (node = nodes.nextNode()); ) {
    const start = node.data.indexOf(words);
    if (start < 0) continue;
    getSelection().setBaseAndExtent(node, start, node, start + words.length);
    return;
  }
  throw new Error(`"${words}" is not in ${selector}`);
}"""


def select(page, selector: str, words: str) -> None:
    """Select the first such words in a part of the page, as a mouse or a finger would."""
    page.evaluate(SELECT, [selector, words])
