"""The HTML of bodies: what is kept, what is dropped, what is refused."""

import pytest
from django.core.exceptions import ValidationError

from news.markup import canonical, image_tokens, plain_text, sanitise
from news.models.article import BODY_LIMIT

PICTURE = "/media/images/0123456789abcdef.jpg"

KEPT = [
    "<p>One.</p><p>Two<br>lines.</p>",
    "<h2>Head</h2><h3>Head</h3><h4>Head</h4>",
    "<p><strong>a</strong> <em>b</em> H<sub>2</sub>O m<sup>2</sup> <cite>c</cite></p>",
    '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>',
    '<p><a href="mailto:desk@example.org">a</a> <a href="tel:+74950000000">b</a></p>',
    '<p><a href="/en/news/1/">here</a></p>',
    "<ul><li>a</li><li>b</li></ul>",
    '<ul class="dash"><li>a</li></ul>',
    '<ol start="3"><li>a</li></ol>',
    "<blockquote><p>Quoted.</p></blockquote><hr>",
    f'<figure><img src="{PICTURE}" alt="A square"><figcaption>Words</figcaption></figure>',
    "<table><caption>c</caption><thead><tr>"
    '<th scope="col" colspan="2">h</th></tr></thead><tbody><tr><td rowspan="2">d</td></tr></tbody></table>',
    '<p lang="zh-Hans">中文</p><p><span lang="ru">Слово</span></p>',
    "<p>«Ёлки» — 5 &lt; 6 &amp; 7&nbsp;%</p>",
    "<p>👩‍👩‍👧 é ﷺ</p>",
]


@pytest.mark.parametrize("body", KEPT)
def test_what_a_story_is_made_of_is_kept_to_the_letter(body):
    assert canonical(body) == body


TIDIED = {
    "": "",
    "   ": "",
    "Bare words": "<p>Bare words</p>",
    "a < b & c": "<p>a &lt; b &amp; c</p>",
    "<p>One": "<p>One</p>",
    "<P>Big</P>": "<p>Big</p>",
    "<p>a</p><p></p><p> <br>&nbsp;</p><p>b</p>": "<p>a</p><p>b</p>",
    "<p>a\r\nb</p>": "<p>a\nb</p>",
    "<p>a\x00b\x0bc\x1b\ufffe</p>": "<p>abc</p>",
    "<div><p>a</p></div>": "<p>a</p>",
    '<p class="x" id="y" style="color:red" data-z="1" title="t">a</p>': "<p>a</p>",
    '<ul class="other"><li>a</li></ul>': "<ul><li>a</li></ul>",
    '<ul class="dash big"><li>a</li></ul>': "<ul><li>a</li></ul>",
    '<ol class="dash"><li>a</li></ol>': "<ol><li>a</li></ol>",
    '<p class="dash">a</p>': "<p>a</p>",
    '<ol start="x"><li>a</li></ol>': "<ol><li>a</li></ol>",
    '<ol start="3\n"><li>a</li></ol>': "<ol><li>a</li></ol>",
    '<p lang="x y">a</p>': "<p>a</p>",
    '<p lang="en\n">a</p>': "<p>a</p>",
    '<a href="https://x/" target="_blank" rel="opener" ping="//y">a</a>': '<p><a href="https://x/">a</a></p>',
    '<table><tr><td colspan="0">a</td></tr></table>': "<table><tbody><tr><td>a</td></tr></tbody></table>",
    "<p>a<!-- hidden --></p>": "<p>a</p>",
    "<p>a<svg><text>b</text></svg><math><mi>c</mi></math><style>d</style>e</p>": "<p>ae</p>",
    "<title>a</title><noscript>b</noscript><iframe>c</iframe><p>d</p>": "<p>d</p>",
    "<p><strong>a<em>b</strong>c</em></p>": "<p><strong>a<em>b</em></strong><em>c</em></p>",
    '<p>a<img src="https://example.org/spy.gif">b</p>': "<p>ab</p>",
    f'<p>a<img src="https://example.org{PICTURE}">b</p>': "<p>ab</p>",
    f'<p>a<img src="{PICTURE}?x">b</p>': "<p>ab</p>",
    '<p>a<img src="/media/images/../secret.jpg">b</p>': "<p>ab</p>",
    '<p>a<img alt="x">b</p>': "<p>ab</p>",
    '<figure><img src="data:image/png;base64,AAAA"></figure><p>a</p>': "<p>a</p>",
    f'<p>a<img src="{PICTURE}" alt="x" onerror="y()" srcset="z 2x" width="9">b</p>': (
        f'<p>a<img src="{PICTURE}" alt="x">b</p>'
    ),
    "<li>Stray</li>": "<li>Stray</li>",
    "<figcaption>Stray</figcaption>": "<figcaption>Stray</figcaption>",
}


@pytest.mark.parametrize("body", TIDIED)
def test_the_rest_is_brought_into_form(body):
    assert canonical(body) == TIDIED[body]
    assert canonical(TIDIED[body]) == sanitise(TIDIED[body]) == TIDIED[body]


def test_text_as_long_as_it_may_be_is_stored_and_one_more_character_is_not():
    whole = canonical("<p>" + "ж" * (BODY_LIMIT - 7) + "</p>")
    assert len(whole) == BODY_LIMIT
    with pytest.raises(ValidationError) as refusal:
        canonical("<p>" + "ж" * (BODY_LIMIT - 6) + "</p>")
    assert refusal.value.code == "too_long"
    assert refusal.value.messages == [
        "The text is too long: 500001 characters with its markup; the limit is 500000."
    ]


# They fit as they come, and would be too long as they are stored.
GROWING = {
    "paragraph": "x" * BODY_LIMIT,
    "entities": "&" * (BODY_LIMIT // 2),
    "unclosed": "<li>" * (BODY_LIMIT // 4),
}


@pytest.mark.parametrize("name", GROWING)
def test_text_that_grows_over_the_limit_is_refused(name):
    with pytest.raises(ValidationError) as refusal:
        canonical(GROWING[name])
    assert refusal.value.code == "too_long"


# Each would cost the parser seconds to minutes, or nest what is stored beyond reason.
TOO_DEEP = {
    "plain": "<div>" * 100_000,
    "a little": "<blockquote>" * 61 + "x",
    "with stray ends": "<div></b>" * 50_000,
    "kept tags with stray ends": "<blockquote></p></b>" * 1000,
    "with names that begin like others": "<p-x>" * 90_000,
    "with attributes": "".join(f"<em id={number}>" for number in range(30_000)),
    "with ends in comments": "<blockquote><!--</blockquote>-->" * 15_000,
    "with few ends in comments": "<blockquote><!--</blockquote>-->" * 1000,
    "with ends in attributes": '<blockquote id="</blockquote>">' * 1000,
    "in a drawing": "<svg>" * 50_000,
    "lists": "<ul><li>" * 61,
    "tables": "<table><tr><td>" * 61,
}


@pytest.mark.parametrize("name", TOO_DEEP)
def test_what_is_nested_beyond_reason_is_refused(name):
    with pytest.raises(ValidationError) as refusal:
        canonical(TOO_DEEP[name])
    assert refusal.value.code == "too_deep"
    assert refusal.value.messages == ["The markup is nested too deeply."]


def test_many_tags_side_by_side_are_not_deep():
    body = "<p>a <strong>b</strong> <em>c</em><br>d</p>" * 1500
    assert canonical(body) == body
    rows = "".join(f"<tr><td>{number}<td>b" for number in range(3000))
    assert canonical(f"<table>{rows}</table>").count("</td></tr>") == 3000
    assert canonical("<p>a" * 3000) == "<p>a</p>" * 3000


def test_lists_nest_as_deep_as_people_need():
    body = "<ul><li>a" * 10 + "</li></ul>" * 10
    assert canonical(body) == body


def test_plain_text_is_what_readers_read_in_code_points():
    body = canonical("<h2>Заголовок</h2><p>A&amp;B &lt;b&gt; <em>ё</em>&nbsp;👩‍👧</p>")
    assert plain_text(body) == "ЗаголовокA&B <b> ё\xa0👩‍👧"
    assert len(plain_text(body)) == len("Заголовок") + len("A&B <b> ё\xa0") + 3


def test_angles_in_an_alternative_text_are_no_words_of_the_story():
    body = canonical(f'<figure><img src="{PICTURE}" alt="a > b < c"></figure><p>x</p>')
    assert plain_text(body) == "x"
    assert image_tokens(body) == ["0123456789abcdef"]


def test_pictures_of_a_body_are_found_in_their_order():
    second = PICTURE.replace("0123", "beef")
    body = canonical(
        f'<figure><img alt="later" src="{second}"></figure><p>"<img src=\'{PICTURE}\'>"</p>'
        f'<p>&lt;img src="{PICTURE}"&gt;</p>'
    )
    assert image_tokens(body) == ["beef456789abcdef", "0123456789abcdef"]
    assert image_tokens("<p>none</p>") == []
