"""Every page that the desk has, found by its addresses, with rows to show."""

import re
from collections.abc import Iterator

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import URLPattern, URLResolver, reverse

from news.actions.audit import Action, record
from news.models import FrontPlace, Notice, Page, Redirect, SiteSettings, User
from tests import factories as make
from tests.comments.test_deciding import make_report

# Files, a way to other sites, answers to scripts, and what takes a form only but refuses in another way.
NO_PAGES = {"autocomplete", "news_article_preview_new", "news_attachment_file", "view_on_site"}
# Rows that the log has no page for, and pages that nobody can open.
NO_ADDRESS = re.compile(
    r"news_auditentry_(?!changelist)|comments_\w+_add|sitesettings_(add|delete)|auth_group_delete|login"
    r"|frontplace_(add|change|delete)"
)
# What belongs to a person, whatever its name says.
OF_A_PERSON = {"sessions-of", "second-factor-of", "auth_user_password_change"}


def make_rows() -> dict[str, int]:
    """One row of every kind, by its label, and what belongs to it."""
    member, observer = make.make_status(), make.make_status("observer")
    state = make.make_state()
    make.make_membership(state, observer, "2001-06-15", "2005-01-01")
    make.make_membership(state, member, "2005-01-01")
    section, topic, image = make.make_section(), make.make_topic(), make.make_image()
    article = make.make_article(section=section, image=image, topics=[topic], states=[state])
    other = make.make_article()
    article.related_links.create(target=other)
    FrontPlace.objects.create(position=0, article=article)
    Redirect.objects.create(old_url="/en/?idn=1", article=article, language="en")
    Page.objects.create(slug="about", title_en="About", body_en="<p>Text.</p>", title_ru="О портале")
    Notice.objects.create(ref="sponsor", text_en="Thanks to somebody.")
    SiteSettings.objects.create(pk=1, name_en="Infoshos")
    make.make_comment(article, status="waiting")
    make.make_message(email="reader@example.org")
    make_report(article, "report")
    make.make_editor("colleague")
    Group.objects.get_or_create(
        name="editor"
    )  # made by a migration, and gone where a test has emptied the database
    record(Action.CHANGED, by=User.objects.first(), about=section, changes={"fields": ["name_en"]})
    rows = {
        model._meta.label_lower: model._default_manager.order_by("-pk").first()
        for model in admin.site._registry
    }
    return {label: row.pk for label, row in rows.items() if row}


def names(patterns=None) -> Iterator[tuple[str, dict]]:
    """The names of the desk's addresses, each with the parts that it asks for."""
    for pattern in admin.site.get_urls() if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield pattern.name, dict(pattern.pattern.converters) | pattern.pattern.regex.groupindex


def addresses(rows: dict[str, int], client) -> Iterator[str]:
    """The address of every page, as `client` finds them: not what takes a form only, or answers scripts."""
    labels = {f"{model._meta.app_label}_{model._meta.model_name}": model for model in apps.get_models()}
    for name, parts in names():
        if name in NO_PAGES or NO_ADDRESS.search(name):
            continue
        given = {}
        for part in parts:
            if part == "language":
                given[part] = "en"
            elif part == "app_label":
                given[part] = "news"
            else:
                kind = "news_user" if name in OF_A_PERSON else "_".join(name.split("_")[:2])
                given[part] = rows[labels[kind]._meta.label_lower]
        address = reverse(f"admin:{name}", kwargs=given)
        answer = client.get(address)
        if answer.status_code != 405 and answer.headers["Content-Type"].startswith("text/html"):
            yield address
