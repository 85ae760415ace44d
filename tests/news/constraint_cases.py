"""For each rule of the database, a lawful row and the changes of it that break the rule and no other one."""

from django.utils import timezone

from comments.models import TypoReport
from news.models import (
    Attachment,
    FrontArrangement,
    FrontPlace,
    Notice,
    Page,
    Redirect,
    RelatedLink,
    Revision,
    SiteSettings,
)
from tests import factories as make
from tests.news import pair_cases as pairs
from tests.news import people_cases as people

MOMENT = "2026-01-01 00:00:00+00:00"


def attachment():
    return Attachment.objects.create(
        article=make.make_article(), title="Text", language="en", file="a.pdf", format="pdf", size=1
    )


def membership():
    return make.make_membership(make.make_state(), make.make_status(), "2005-07-05", "2017-06-09")


def two_memberships():
    earlier = membership()
    return make.make_membership(earlier.state, make.make_status("observer"), "2017-06-09")


def page(slug="about"):
    return Page.objects.create(slug=slug)


def redirect(old_url="/en/?idn=1"):
    return Redirect.objects.create(old_url=old_url, article=make.make_article(), language="en")


def inside_link():
    return RelatedLink.objects.create(article=make.make_article(), target=make.make_article())


def outside_link():
    return RelatedLink.objects.create(
        article=make.make_article(), url="https://example.org/", title_en="There", date="2020-11-09"
    )


def two_links():
    first = inside_link()
    return RelatedLink.objects.create(article=first.article, target=make.make_article())


def revision():
    return make.make_article().revisions.get()


def two_revisions():
    first = revision()
    return Revision.objects.create(article=first.article, number=2, via="form", texts={})


def front_place(position=1, **fields):
    return FrontPlace.objects.create(position=position, article=make.make_article(), **fields)


def site_settings():
    return SiteSettings.objects.create(pk=1)


def comment():
    return make.make_comment(make.make_article())


def typo_report(key="report"):
    return TypoReport.objects.create(
        article=make.make_article(),
        language="en",
        revision=1,
        field="body",
        exact="teh",
        created_at=timezone.now(),
        sending_key=key,
    )


def message():
    return make.make_message()


def notice(ref="help"):
    return Notice.objects.create(ref=ref)


NAMELESS = [
    {"name_en": "", "name_ru": ""},
    {"name_en": None, "name_ru": None},
    {"name_en": "", "name_ru": None},
]

# Name of the constraint: how to make the row, and the changes to refuse.
CASES = {
    **{
        f"article_withdrawn_with_reason_{code}": (
            make.make_article,
            [
                {f"withdrawn_at_{code}": MOMENT, f"withdrawal_reason_{code}": ""},
                {f"withdrawn_at_{code}": MOMENT, f"withdrawal_reason_{code}": None},
            ],
        )
        for code in ("en", "ru")
    },
    **{
        f"article_titled_has_slug_{code}": (
            make.make_article,
            [{f"slug_{code}": ""}, {f"slug_{code}": None}],
        )
        for code in ("en", "ru")
    },
    **{
        f"article_body_limit_{code}": (make.make_article, [{f"body_{code}": "ж" * 500_001}])
        for code in ("en", "ru")
    },
    **{
        f"article_published_at_year_{code}": (
            make.make_article,
            [
                {f"published_at_{code}": "1899-12-31 00:00:00+00:00"},
                {f"published_at_{code}": "2200-01-01 00:00:00+00:00"},
            ],
        )
        for code in ("en", "ru")
    },
    **{
        f"article_withdrawn_at_year_{code}": (
            make.make_article,
            [
                {
                    f"withdrawn_at_{code}": f"{year}-06-01 00:00:00+00:00",
                    f"withdrawal_reason_{code}": "Wrong.",
                }
                for year in ("0202", "2200")
            ],
        )
        for code in ("en", "ru")
    },
    **people.CASES,
    **pairs.CASES,
    "attachment_language": (attachment, [{"language": "de"}, {"language": ""}]),
    "attachment_format": (attachment, [{"format": "exe"}, {"format": ""}]),
    "attachment_has_title": (attachment, [{"title": ""}]),
    "image_focus_inside": (
        make.make_image,
        [{"focus_x": -0.01}, {"focus_x": 1.01}, {"focus_y": -0.01}, {"focus_y": 1.01}],
    ),
    "image_has_size": (make.make_image, [{"width": 0}, {"height": 0}]),
    "membership_until_after_since": (membership, [{"until": "2005-07-05"}, {"until": "2005-07-04"}]),
    "membership_no_overlap": (two_memberships, [{"since": "2017-06-08"}]),
    "page_slug_not_reserved": (
        page,
        [{"slug": s} for s in ("news", "section", "topic", "states", "archive", "contact", "time", "feed")],
    ),
    **{
        f"{model}_has_{field}_{code}": (row, [{f"{field}_{code}": ""}, {f"{field}_{code}": None}])
        for model, row, fields in (
            ("state", make.make_state, ("name", "capital")),
            ("status", make.make_status, ("name", "list_name")),
        )
        for field in fields
        for code in ("en", "ru")
    },
    "section_has_name": (make.make_section, NAMELESS),
    "topic_has_name": (make.make_topic, NAMELESS),
    "redirect_from_a_path": (redirect, [{"old_url": "en/?idn=1"}, {"old_url": "https://x/"}]),
    "redirect_language": (redirect, [{"language": "de"}]),
    "related_target_or_url": (
        inside_link,
        [{"url": "https://example.org/", "title_en": "There"}, {"target_id": None}],
    ),
    "related_url_has_title": (outside_link, [{"title_en": ""}, {"title_en": None}]),
    "related_not_to_itself": (inside_link, [lambda link: {"target_id": link.article_id}]),
    "related_excluded_is_a_story": (
        outside_link,
        [{"excluded": True}, {"excluded": True, "pin": 1}],
    ),
    "related_time_with_date": (outside_link, [{"date": None, "time": "12:00:00"}]),
    "related_target_once": (
        two_links,
        [lambda link: {"target_id": link.article.related_links.order_by("id")[0].target_id}],
    ),
    "revision_number_once": (two_revisions, [{"number": 1}]),
    "revision_number_from_one": (revision, [{"number": 0}]),
    "site_settings_one_row": (site_settings, [{"id": 2}]),
    "front_place_position": (front_place, [{"position": 6}]),
    "front_place_until_later": (
        lambda: front_place(pinned_at=make.moscow(2026, 1, 2), until=make.moscow(2026, 1, 3)),
        [{"until": "2026-01-01 20:59:00+00:00"}],
    ),
    "front_arrangement_one_row": (lambda: FrontArrangement.objects.create(pk=1), [{"id": 2}]),
    "user_interface_language": (make.make_editor, [{"interface_language": "de"}]),
    "comment_has_name_and_text": (comment, [{"name": ""}, {"text": ""}]),
    "comment_limit": (comment, [{"text": "ж" * 5001}]),
    "comment_language": (comment, [{"language": "de"}]),
    "comment_status": (comment, [{"status": "lost"}]),
    "message_has_name_and_text": (message, [{"name": ""}, {"text": ""}]),
    "message_limit": (message, [{"text": "ж" * 10_001}]),
    "message_language": (message, [{"language": "de"}]),
    "message_status": (message, [{"status": "lost"}]),
    "typo_report_has_words": (typo_report, [{"exact": ""}]),
    "typo_report_limit": (typo_report, [{"exact": "ж" * 201}]),
    "typo_report_language": (typo_report, [{"language": "de"}]),
    "typo_report_field": (typo_report, [{"field": "slug"}]),
    "typo_report_status": (typo_report, [{"status": "lost"}]),
}

# Rules for several rows: SQLite names their columns instead of the rule.
COLUMNS = {
    **people.TOLD,
    **pairs.TOLD,
    **people.COLUMNS,
    "related_target_once": "news_relatedlink.article_id, news_relatedlink.target_id",
    "revision_number_once": "news_revision.article_id, news_revision.number",
}

# On PostgreSQL a column of limited length refuses more before any rule is asked.
TOO_LONG = {**people.TOLD, "typo_report_limit": "value too long for type character varying(200)"}

# What people are told. The other rules are out of the reach of any form.
MESSAGES = {
    "article_withdrawn_with_reason_en": "Say why it is withdrawn: readers will ask.",
    "article_withdrawn_with_reason_ru": "Say why it is withdrawn: readers will ask.",
    "membership_until_after_since": "The period ends before it begins.",
    "membership_no_overlap": (
        "This period overlaps with “member state” since 2005-07-05. End that period first."
    ),
    "page_slug_not_reserved": "This address belongs to a part of the portal. Choose another.",
    "redirect_from_a_path": "Leave out the host: the old address begins with a slash.",
    "section_has_name": "A section needs a name in one language at least.",
    "site_settings_one_row": "There is one imprint already.",
    "topic_has_name": "A topic needs a name in one language at least.",
    "related_target_or_url": "Give a story of this portal or an outside address: exactly one of the two.",
    "related_url_has_title": "An outside address needs a title.",
    "related_not_to_itself": "A story cannot be related to itself.",
    "related_excluded_is_a_story": (
        "What is never shown is a story of this portal, and has no place among the pinned."
    ),
    "related_time_with_date": "A time needs a date.",
    "related_target_once": "This story is linked twice.",
}

# Columns whose values are unique by themselves: how to make two rows that differ.
UNIQUE = {
    **people.UNIQUE,
    "news.Article.form_key": (make.make_article, make.make_article),
    "news.Article.import_ref": (make.make_article, make.make_article),
    "news.FrontPlace.position": (front_place, lambda: front_place(2)),
    "news.FrontPlace.article": (front_place, lambda: front_place(2)),
    "news.Image.digest": (make.make_image, make.make_image),
    "news.Image.token": (make.make_image, make.make_image),
    "news.Notice.ref": (notice, lambda: notice("grant")),
    "news.Page.slug": (page, lambda: page("help")),
    "news.Redirect.old_url": (redirect, lambda: redirect("/ru/?idn=1")),
    "news.Section.slug": (make.make_section, lambda: make.make_section("economy")),
    "news.State.code": (make.make_state, lambda: make.make_state("CN")),
    "news.Status.key": (make.make_status, lambda: make.make_status("observer")),
    "news.Topic.slug": (make.make_topic, lambda: make.make_topic("trade")),
    "news.User.username": (make.make_editor, lambda: make.make_editor("second")),
    "comments.Comment.sending_key": (comment, comment),
    "comments.Comment.import_ref": (comment, comment),
    "comments.Message.sending_key": (message, message),
    "comments.TypoReport.sending_key": (typo_report, lambda: typo_report("second")),
    "comments.TypoReport.import_ref": (typo_report, lambda: typo_report("second")),
}
