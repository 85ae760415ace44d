"""How a difference is printed: for eyes and for screen readers."""

from django.template import Context, Template

from tests.markup import parse


def printed(tag: str, before: str, after: str):
    template = Template("{% load differences %}{% " + tag + " before after 'ru' %}")
    return parse(template.render(Context({"before": before, "after": after})))


def test_removed_and_added_words_are_said_aloud():
    page = printed("changed_words", "Old <b>title</b>", "New <b>title</b>")
    assert page.text == "[removed: Old][added: New] <b>title</b>"
    assert page.texts("del .visually-hidden") == ["[removed:", "]"]
    assert page.texts("ins .visually-hidden") == ["[added:", "]"]


def test_what_cannot_be_seen_is_named():
    page = printed("changed_words", "18 May", "18\xa0May")
    assert page.text == "18[removed: [space]][added: [non-breaking space]]May"


def test_unchanged_paragraphs_are_folded():
    before = "<p>One &amp; two</p><p>b</p><p>c</p><h2>d</h2>"
    page = printed("changed_body", before, before.replace("c</p>", "c, <em>x</em></p>"))
    assert page.texts("summary") == ["… 2 paragraphs unchanged …", "… 1 paragraph unchanged …"]
    assert page.texts("details p") == ["One & two", "b", "d"]
    assert page.one("section.changed h3").text == "Paragraph: changed"
    assert page.one("section.changed ins").text == "[added: , x]"


def test_notes_on_formatting_stand_below_the_words():
    page = printed("changed_body", "<p>a<br>b</p>", '<p>a<br><a href="/x/?a&amp;b">b</a></p>')
    assert page.texts(".notes li") == ["Now a link to /x/?a&b: “b”"]
    assert page.one("section.formatting p").text == "ab"
    assert len(page.all("section.formatting br")) == 1


def test_pictures_are_shown_with_what_they_show():
    figure = '<figure><img src="/media/images/0123456789abcdef.jpg" alt="A &quot;map&quot;"></figure>'
    page = printed("changed_body", figure, figure.replace("0123", "ffff"))
    assert [image["src"] for image in page.all("img")] == [
        "/media/images/0123456789abcdef.jpg",
        "/media/images/ffff456789abcdef.jpg",
    ]
    assert page.one("del img")["alt"] == page.one("ins img")["alt"] == 'A "map"'


def test_each_text_is_marked_with_its_language():
    before, after = "<p>Саммит в Астане</p><p>а</p>", "<p>Саммит&nbsp;в <em>Ташкенте</em></p><p>а</p>"
    page = printed("changed_body", before, after)
    assert {text.strip(): element.lang for text, element in page.strings if text.strip()} == {
        "Paragraph: changed": "",
        "Саммит": "ru",
        "[removed:": "en",
        "[added:": "en",
        "[space]": "en",
        "[non-breaking space]": "en",
        "]": "ru",
        "в": "ru",
        "Астане": "ru",
        "Ташкенте": "ru",
        "… 1 paragraph unchanged …": "",
        "а": "ru",
    }
