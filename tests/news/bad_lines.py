"""Lines that must be refused, each with the beginning of its reason."""

import json

from tests.news.archive_folder import story


def line(**values) -> dict:
    """A story without the keys that are None."""
    return {key: value for key, value in story(**values).items() if value is not None}


FIGURE = '<figure><img src="media/{}"></figure>'
STORIES = [
    # What a line is.
    ("[1]", "the line is not an object: it must begin with { and end with }"),
    ("{", "not JSON: Expecting property name enclosed in double quotes at character 3"),
    ('{"ref": NaN}', "not JSON: NaN is no number"),
    ('{"ref": ' + "9" * 5000 + "}", "not JSON: a number is too long, or the values are nested too deeply"),
    ("[" * 100_000, "not JSON: a number is too long, or the values are nested too deeply"),
    ('{"ref": "a", "ref": "b"}', "a key stands twice: 'ref'"),
    (b'{"ref": "\xff"}', "not UTF-8: byte 10 of the line"),
    (json.dumps(story()).encode("utf-16-le"), "not JSON: Expecting property name enclosed in double quotes"),
    # Characters that no text has, wherever they stand.
    (r'{"ref": "a\ud800"}', "ref: the character U+D800 is not allowed"),
    (r'{"title": {"en": "\u0000"}}', "title.en: the character U+0000 is not allowed"),
    (r'{"topics": ["a", "\u001b[2J"]}', "topics[2]: the character U+001B is not allowed"),
    (r'{"\udc00": 1}', "a key: the character U+DC00 is not allowed"),
    (r'{"body": {"en": "\u0085"}}', "body.en: the character U+0085 is not allowed"),
    (r'{"body": {"en": "\uffff"}}', "body.en: the character U+FFFF is not allowed"),
    # Keys and types.
    (line(ref=None), "“ref” is missing"),
    (line(ref="  "), "“ref” is empty"),
    (line(ref=5), "ref: text expected, not a whole number"),
    (line(ref="r" * 201), "ref: 201 characters; the limit is 200"),
    (line(ref="a\nb"), "ref: a line break or tab in a text of one line"),
    (line(title=None), "“title” is missing"),
    (line(title="Title"), "title: an object expected, not text"),
    (line(title={"en": " "}), "“title” is empty in every language"),
    (line(title={"de": "Titel"}), "unknown key “title.de”"),
    (line(title={"en": ["T"]}), "title.en: text expected, not a list"),
    (line(title={"en": "T" * 301}), "title.en: 301 characters; the limit is 300"),
    (line(body=None), "“body” is missing"),
    (line(summary={"ru": "S" * 1001}), "summary.ru: 1001 characters; the limit is 1000"),
    (line(boddy={}), "unknown key “boddy”"),
    (line(topics="drugs"), "topics: a list expected, not text"),
    (line(topics=[1.5]), "topics[1]: text expected, not a number"),
    (line(topics=[None]), "topics[1]: text expected, not null"),
    (line(comments_open="yes"), "comments_open: true or false expected, not text"),
    (line(source={"name": "S", "href": "x"}), "unknown key “source.href”"),
    (line(source={"url": "javascript:alert(1)"}), "source_url: Enter a valid URL."),
    # What is not there.
    (line(kind="gossip"), "kind: “gossip” is none of press-release, news, interview, comment, document"),
    (line(section="none"), "section: there is no section “none”"),
    (line(topics=["none"]), "topics: there is no topic “none”"),
    (line(states=["XX"]), "states: there is no state “XX”"),
    # Days and moments.
    (line(published_at={"en": "2020-11-09T16:06:00"}), "published_at.en: “2020-11-09T16:06:00” has no offset; "),
    (line(published_at={"en": "2020-11-09"}), "published_at.en: “2020-11-09” is not a moment such as "),
    (line(published_at={"en": "2020-02-30T10:00:00Z"}), "published_at.en: “2020-02-30T10:00:00Z” is not a moment ("),
    (line(published_at={"en": "0001-01-01T00:00:00+14:00"}), "published_at.en: a year from 1900 to 2199 expected"),
    (line(published_at="2020-11-09T16:06:00Z"), "published_at: an object expected, not text"),
    (line(withdrawn={"en": {"at": "2020-11-09T16:06:00Z"}}), "“withdrawn.en.reason” is missing"),
    (line(withdrawn={"en": {"reason": "Wrong"}}), "“withdrawn.en.at” is missing"),
    (line(withdrawn={"en": True}), "withdrawn.en: an object expected, not true or false"),
    (line(withdrawn={"de": {}}), "unknown key “withdrawn.de”"),
    # Texts.
    (line(slug={"en": "Not a slug"}), "slug.en: Small Latin letters, digits and hyphens only."),
    (line(body={"en": "<blockquote>" * 200}), "body.en: The markup is nested too deeply."),
    (line(body={"en": FIGURE.format("none.png")}), "body.en: media/none.png: there is no such file"),
    (line(body={"en": FIGURE.format("../../x")}), "body.en: media/../../x: not a file name below the folder"),
    (line(body={"en": FIGURE.format("fake.png")}), "body.en: media/fake.png: This is not a picture"),
    (
        line(body={"en": '<img alt="" src="/media/images/0123456789abcdef.jpg">'}),
        "body.en: The library has no picture /media/images/0123456789abcdef.jpg.",
    ),
    # Pictures.
    (line(image={"alt": {"en": "A"}}), "“image.file” is missing"),
    (line(image={"file": "media/a.png", "focus": [0.5]}), "image.focus: two numbers from 0 to 1 expected"),
    (line(image={"file": "media/a.png", "focus": [0.5, True]}), "image.focus: two numbers from 0 to 1 expected"),
    (line(image={"file": "media/a.png", "focus": [0.5, 1.1]}), "image.focus: two numbers from 0 to 1 expected"),
    (line(image={"file": "media/a.png", "credit": "c" * 201}), "image.credit: 201 characters; the limit is 200"),
    (line(image={"file": "media/paper.pdf"}), "image: media/paper.pdf: This is not a picture"),
    (line(image={"file": "media/huge.png"}), "image: media/huge.png: larger than 20 MB"),
    # Related links.
    (line(related=["s1"]), "related[1]: a story cannot be related to itself"),
    (line(related=["a", {"ref": "a"}]), "related[2]: “a” is linked twice"),
    (
        line(related=[{"ref": "a", "pin": 1, "excluded": True}]),
        "related[1]: a story that is never shown has no pin",
    ),
    (line(related=[{"ref": "a", "pin": 0}]), "related[1].pin: 1 to 32767 expected"),
    (line(related=[{"ref": "a", "url": "https://a.example/"}]), "unknown key “related[1].url”"),
    (line(related=[{"title": {"en": "A"}}]), "“related[1].url” is missing"),
    (line(related=[{"url": "ftp://a.example/", "title": {"en": "A"}}]), "related[1].url: Enter a valid URL."),
    (line(related=[{"url": "https://a.example/"}]), "“related[1].title” is missing"),
    (line(related=[{"url": "https://a.example/", "title": {"en": "A"}, "date": "2019"}]), "related[1].date: “2019”"),
    # Attachments and old addresses.
    (line(attachments=[{"file": "media/a.png", "title": "A", "language": "en"}]), "attachments[1]: media/a.png: "),
    (line(attachments=[{"file": "media/a.png", "title": "A", "language": "de"}]), "attachments[1].language: "),
    (line(attachments=[{"file": "media/paper.pdf", "language": "en"}]), "“attachments[1].title” is missing"),
    (line(old_urls=["en/?idn=1"]), "old_urls[1]: “en/?idn=1” does not begin with /"),
    (line(old_urls=["/en/?taken"]), "old_urls: “/en/?taken” belongs to the story “"),
]  # fmt: skip


OTHERS = [
    ("site", {"email": "nobody"}, "email: Enter a valid email address."),
    ("site", {"age_mark": "eighteen"}, "age_mark: 8 characters; the limit is 5"),
    ("notices", {"ref": "not a key", "text": {"en": "T"}}, "ref: Enter a valid “slug” consisting of"),
    ("notices", {"ref": "n", "order": -1}, "order: 0 to 32767 expected"),
    ("notices", {"ref": "n", "order": True}, "order: a whole number expected, not true or false"),
    ("statuses", {"key": "member", "name": {"en": "M", "ru": "Ч"}}, "“list_name” is missing"),
    ("statuses", {"key": "member", "name": {"en": "M"}}, "“name.ru” is missing"),
    ("sections", {"name": {"en": "S"}}, "“slug” is missing"),
    ("sections", {"slug": "s", "name": {}}, "“name” is empty in every language"),
    ("topics", {"slug": "s", "name": {"en": "n" * 101}}, "name.en: 101 characters; the limit is 100"),
    ("pages", {"slug": "archive", "title": {"en": "A"}}, "slug: This address belongs to a part of the portal."),
    ("pages", {"slug": "p", "body": {"en": FIGURE.format("x.png")}}, "body.en: media/x.png: there is no such file"),
    ("images", {"file": "media/none.png"}, "media/none.png: there is no such file"),
    ("front", {"position": 6, "article": "old"}, "position: 0 to 5 expected"),
    ("front", {"position": 1, "article": "none"}, "article: there is no story “none”"),
    ("comments", {"ref": "c", "article": "none"}, "“language” is missing"),
    ("states", {"memberships": [{"status": "none", "since": "2001-01-01"}]}, "memberships[1].status: there is no"),
    ("states", {"memberships": [{"since": "2001-01-01"}]}, "“memberships[1].status” is missing"),
    ("states", {"memberships": [{"status": "m", "since": "2001-02-29"}]}, "memberships[1].since: “2001-02-29” is"),
    ("states", {"memberships": [{"status": "m", "since": "2001-02-03", "until": "2001-02-03"}]}, "memberships[1]: "),
    (
        "states",
        {"memberships": [{"status": "m", "since": "2001-02-03"}, {"status": "m", "since": "2004-01-01"}]},
        "memberships: the period since 2001-02-03 overlaps with that since 2004-01-01",
    ),
    ("states", {"name": {"ru": "Р"}}, "“name.en” is missing"),
    ("states", {"capital": {"en": "C", "ru": " "}}, "“capital.ru” is empty"),
    ("states", {"code": "ru"}, "code: Two capital Latin letters, as in ISO 3166-1."),
    ("states", {"time_zone": "Asia/Nowhere"}, "time_zone: “Asia/Nowhere” is not a time zone."),
    ("comments", {"text": "t" * 5001}, "text: 5001 characters; the limit is 5000"),
    ("comments", {"name": ""}, "“name” is empty"),
    ("comments", {"status": "lost"}, "status: “lost” is none of waiting, approved, rejected, spam"),
    ("comments", {"created_at": "2020-01-01"}, "created_at: “2020-01-01” is not a moment"),
    ("comments", {"article": "none"}, "article: there is no story “none”"),
    ("comments", {"email": "a@example.org"}, "unknown key “email”"),
    ("reports", {"field": "slug"}, "field: “slug” is none of title, summary, body, caption, byline"),
    ("reports", {"exact": " "}, "“exact” is empty"),
    ("reports", {"offset": 2**31}, "offset: 0 to 2147483647 expected"),
    ("reports", {"offset": 1.0}, "offset: a whole number expected, not a number"),
]  # fmt: skip
_MOMENT = "2020-01-01T00:00:00Z"
_BOTH = {"en": "In English", "ru": "По-русски"}
GOOD = {
    "states": {"code": "RU", "name": _BOTH, "capital": _BOTH, "time_zone": "Europe/Moscow"},
    "comments": {
        "ref": "c", "article": "old", "language": "en", "name": "A", "text": "T", "created_at": _MOMENT,
    },
    "reports": {
        "ref": "r", "article": "old", "language": "en", "field": "title", "exact": "x", "created_at": _MOMENT,
    },
}  # fmt: skip
