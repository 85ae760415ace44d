"""The rich-text editor loses nothing that a stored text may hold, whether the text is touched or not."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from news.markup import canonical
from tests import factories as make
from tests.browser.desk import open_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Everything that canonical HTML allows, in ways that editors write it and in ways that old texts have it.
EVERYTHING = (
    '<p lang="fr">Un <strong>mot</strong> <em lang="la">sic</em>, <cite>Le Monde</cite>, '
    '<span lang="zh">上海 <span lang="ru">Шанхай</span></span>, H<sub>2</sub>O, x<sup>2</sup>.</p>'
    '<h2>Heading</h2><h3>Smaller</h3><h4 lang="ru">Меньше</h4><hr>'
    '<ul class="dash" lang="ru"><li>один;</li><li>два<ul><li>внутри</li></ul></li></ul>'
    '<ol start="3"><li>three</li><li><p>four</p><p>and more</p></li></ol>'
    '<blockquote lang="en"><p>Words.</p><p><cite>Somebody</cite></p></blockquote>'
    '<p>A <a href="https://example.org/?a=1&amp;b=2">link</a>, <a href="mailto:a@example.org">mail</a>, '
    '<a href="/en/news/1/story/">story</a>.<br>A line.</p>'
    '<figure><img src="/media/images/{token}.jpg" alt="A “map”"><figcaption>The <em>region</em> — '
    '<a href="/en/">more</a></figcaption></figure>'
    '<table lang="en"><caption>Members, <em>by year</em></caption>'
    '<thead><tr><th scope="col">Year</th><th scope="col" colspan="2">Number&nbsp;of</th></tr></thead>'
    '<tbody lang="ru"><tr><th scope="row">2001</th><td>6</td><td rowspan="2">х</td></tr>'
    '<tr><th scope="row">2017</th><td><p>8</p><p>two more</p></td></tr></tbody>'
    '<tbody><tr><td lang="zh">三</td><td>x</td><td>y</td></tr></tbody></table>'
)
# Old texts have shapes that no editor makes; where nobody touches them they stay.
ODD = (
    '<p>A <img src="/media/images/{token}.jpg" alt=""> in a line,  with  blanks\nand <span>a span</span>.</p>\n'
    "<figure><blockquote><p>A figure of words.</p></blockquote><figcaption>Said</figcaption></figure>"
    "<p><em><strong>Both</strong></em> and an <a>address</a> that was lost.</p>"
    "<ul><li><h3>Heading</h3>words</li></ul><table><tbody><tr><td>x<p>y</p></td></tr></tbody></table>"
)
OPEN = """async (bodies) => {
  const { createEditor } = await import("django-prose-editor/configurable");
  const pattern = document.getElementById("id_body_en");
  const results = [];
  for (const body of bodies) {
    const place = document.createElement("div");
    const textarea = document.createElement("textarea");
    for (const { name, value } of pattern.attributes) {
      if (name.startsWith("data-")) textarea.setAttribute(name, value);
    }
    textarea.value = body;
    place.append(textarea);
    document.body.append(place);
    const editor = await createEditor(textarea);
    if (!editor.getPlainHTML) await new Promise((created) => editor.on("create", created));
    const opened = textarea.value;
    const anew = editor.getPlainHTML();
    const at = editor.state.doc.content.size;
    editor.commands.insertContentAt(at, "<p>One more.</p>");
    results.push({ opened, anew, touched: textarea.value });
    editor.destroy();
    place.remove();
  }
  return results;
}"""


def opened(desk, bodies: list[str]) -> list[dict]:
    """Each body as the form holds it: opened, with a paragraph more, and with every block written anew."""
    return desk.evaluate(OPEN, bodies)


def test_every_text_of_the_archive_is_the_same_after_opening_and_writing_in_it(desk, live_server):
    path = Path(settings.BASE_DIR, "news/demo/articles.jsonl")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    picture = f"/media/images/{'0' * 16}.jpg"
    bodies = [
        canonical(
            text.replace('src="media/', f'src="{picture}" data-x="').replace('href="ref:', 'href="/en/')
        )
        for line in lines
        for text in line["body"].values()
    ]
    open_form(desk, live_server, "add/")
    results = opened(desk, bodies)
    assert len(results) > 100
    for body, result in zip(bodies, results, strict=True):
        assert result["opened"] == body
        assert canonical(result["touched"]) == f"{body}<p>One more.</p>"
        assert canonical(result["anew"]) == body


def test_all_that_is_allowed_survives_writing_in_its_own_paragraph(desk, live_server):
    body = EVERYTHING.replace("{token}", make.make_image().token)
    assert canonical(body) == body
    open_form(desk, live_server, "add/")
    result = opened(desk, [body])[0]
    assert result["opened"] == body
    assert canonical(result["touched"]) == f"{body}<p>One more.</p>"
    assert canonical(result["anew"]) == body


def test_odd_shapes_of_old_texts_stay_where_nobody_touches_them(desk, live_server):
    body = ODD.replace("{token}", make.make_image().token)
    assert canonical(body) == body
    open_form(desk, live_server, "add/")
    result = opened(desk, [body])[0]
    assert (result["opened"], result["touched"]) == (body, f"{body}<p>One more.</p>")
