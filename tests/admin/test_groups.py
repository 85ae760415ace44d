"""What each group may do, right by right, on the pages themselves."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import connection

from news.actions.audit import record
from news.actions.publishing import open_for_editing, remove_article, save_article
from news.models import Article, FrontPlace, Notice, Page, SiteSettings, User
from news.models import Redirect as OldAddress
from tests import factories as make
from tests.admin.browsing import fields_of, inline
from tests.admin.people import GROUPS, make_person
from tests.comments.test_deciding import make_report

ROWS = {
    "news.article": make.make_article,
    "news.image": make.make_image,
    "news.section": make.make_section,
    "news.topic": make.make_topic,
    "news.state": make.make_state,
    "news.status": make.make_status,
    "news.page": lambda: Page.objects.create(slug="about"),
    "news.notice": lambda: Notice.objects.create(ref="aid"),
    "news.sitesettings": lambda: SiteSettings.objects.create(pk=1),
    "news.redirect": lambda: OldAddress.objects.create(
        old_url="/en/?idn=1", article=make.make_article(), language="en"
    ),
    "news.frontplace": lambda: FrontPlace.objects.create(position=1, article=make.make_article()),
    "news.user": lambda: User.objects.create_user("somebody"),
    "news.auditentry": lambda: record("added"),
    "auth.group": lambda: Group.objects.create(name="Interns"),
    "comments.comment": lambda: make.make_comment(make.make_article()),
    "comments.typoreport": lambda: make_report(make.make_article(), "1"),
    "comments.message": make.make_message,
}

# The table of docs/editors.md: l(ist), a(dd), c(hange), d(elete) of what somebody else has written.
RIGHTS = {
    "author": {
        "news.article": "la",
        "news.image": "la",
        "news.section": "l",
        "news.topic": "l",
        "news.state": "l",
    },
    "editor": {
        "news.article": "lacd",
        "news.image": "lacd",
        "news.section": "l",
        "news.topic": "lac",
        "news.state": "l",
        "news.status": "l",
        "news.frontplace": "lc",
        "comments.typoreport": "lc",
    },
    "moderator": dict.fromkeys(["comments.comment", "comments.typoreport", "comments.message"], "lcd"),
    "chief-editor": {
        **dict.fromkeys(ROWS, "lacd"),
        **dict.fromkeys(["news.frontplace", "news.sitesettings"], "lc"),
        "auth.group": "l",
        "news.auditentry": "l",
        **dict.fromkeys(["comments.comment", "comments.typoreport", "comments.message"], "lcd"),
    },
}


@pytest.fixture
def sit_down(client, db):
    """Somebody of a group at the desk."""

    def open_desk(group, **fields):
        person = make_person(group, **fields)
        client.force_login(person)
        return person

    return open_desk


def ask(client, label, row, right):
    """Ask for what the right allows, as a browser would."""
    base = f"/admin/{label.replace('.', '/')}/"
    if right == "l":
        return client.get(base)
    if right == "a":
        return client.get(f"{base}add/")
    if right == "c":
        return client.post(f"{base}{row.pk}/change/", {})
    return client.get(f"{base}{row.pk}/delete/")


@pytest.mark.parametrize("right", "lacd")
@pytest.mark.parametrize("label", ROWS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_group_may_do_what_the_table_says_and_nothing_else(sit_down, client, group, label, right):
    sit_down(group)
    row = ROWS[label]()
    answer = ask(client, label, row, right)
    if right in RIGHTS[group].get(label, ""):
        # A change without any field comes back with its errors, or leads to the list where no field is needed.
        assert answer.status_code == 200 or (
            right == "c" and answer.headers["Location"].startswith(f"/admin/{label.replace('.', '/')}/")
        )
    elif (group, label) == ("author", "news.article"):
        assert (answer.status_code, answer.headers["Location"]) == (
            302,
            "/admin/",
        )  # no such article for them
    else:
        assert answer.status_code == 403


def test_the_table_knows_every_page():
    registered = {model._meta.label_lower for model in admin.site._registry}
    assert registered - set(ROWS) <= {"news.attachment"}


def test_an_author_sees_own_drafts_only(sit_down, client):
    author = sit_down("author")
    own = make.make_article(title_en="Mine", published_at_en=None, published_at_ru=None)
    Article.objects.filter(pk=own.pk).update(created_by=author)
    out = make.make_article(title_en="Mine and out")
    Article.objects.filter(pk=out.pk).update(created_by=author)
    make.make_article(title_en="Of somebody else", published_at_en=None, published_at_ru=None)
    assert list(client.get("/admin/news/article/").context["cl"].result_list) == [own]
    assert client.get(f"/admin/news/article/{own.pk}/change/").status_code == 200
    assert client.get(f"/admin/news/article/{own.pk}/delete/").status_code == 200
    assert client.get(f"/admin/news/article/{out.pk}/change/").headers["Location"] == "/admin/"


def test_an_author_writes_a_draft_with_its_parts_and_cannot_date_it(sit_down, client):
    author = sit_down("author")
    older = make.make_article(title_en="An older story")
    add = "/admin/news/article/add/"
    values = fields_of(client.get(add), "article_form")
    assert not [name for name in values if name.startswith(("date_", "schedule_", "reason_"))]
    answer = client.post(
        add,
        values
        | {"title_en": "A draft", "body_en": "<p>Words.</p>", "date_en_0": "2020-11-09"}
        | {"date_en_1": "16:06", "reason_en": "None."}
        | inline("related_links", {"target": older.pk}),
    )
    assert answer.status_code == 302
    article = Article.objects.get(title_en="A draft")
    assert (article.created_by, article.published_at_en, article.withdrawal_reason_en) == (author, None, None)
    assert article.related_links.get().target == older
    page = f"/admin/news/article/{article.pk}/change/"
    values = fields_of(client.get(page), "article_form") | {"title_en": "A better draft"}
    assert client.post(page, values | {"_verb": "publish:en"}).status_code == 403
    assert client.post(page, values).status_code == 302
    article.refresh_from_db()
    assert (article.title_en, article.version) == ("A better draft", 2)


def test_an_author_finds_stories_that_readers_see_and_no_drafts_of_others(sit_down, client):
    sit_down("author")
    out = make.make_article(title_en="Council out", title_ru="", body_ru="", published_at_ru=None)
    make.make_article(title_en="Council draft", published_at_en=None, published_at_ru=None)
    asked = {"app_label": "news", "model_name": "relatedlink", "field_name": "target", "term": "Council"}
    found = client.get("/admin/autocomplete/", asked).json()["results"]
    assert [row["id"] for row in found] == [str(out.pk)]


def refused_as(person, article, **options):
    with pytest.raises(PermissionDenied):
        save_article(article, by=person, via="form", **options)
    return True


@pytest.mark.parametrize(
    "field", ["published_at_en", "published_at_ru", "withdrawn_at_en", "withdrawn_at_ru"]
)
def test_the_action_refuses_dates_of_whoever_may_not_publish(db, field):
    author = make_person("author")
    draft = {"published_at_en": None, "published_at_ru": None, "by": author}
    article = open_for_editing(make.make_article(**draft).pk)
    setattr(article, field, make.moscow(2020, 11, 9, 16, 6))
    setattr(article, f"withdrawal_reason_{field[-2:]}", "Wrong." if "withdrawn" in field else "")
    assert refused_as(author, article)
    assert getattr(Article.objects.get(), field) is None
    save_article(article, by=make_person("editor"), via="form")
    assert getattr(Article.objects.get(), field) == make.moscow(2020, 11, 9, 16, 6)


def test_the_action_refuses_words_in_what_is_out_and_in_what_is_somebody_elses(db):
    author, colleague = make_person("author"), make_person("author", "colleague")
    draft = {"published_at_en": None, "published_at_ru": None, "by": colleague}
    assert refused_as(author, make.make_article(**draft))
    out = make.make_article()
    Article.objects.filter(pk=out.pk).update(created_by=author)
    assert refused_as(author, Article.objects.get(pk=out.pk))
    assert refused_as(make_person("moderator"), Article(title_en="New", title_ru="Новое"))


def test_the_action_refuses_to_take_an_embargo_back(db):
    embargoed = make.make_article(published_at_en=make.moscow(2199, 1, 1, 0, 0))
    author = make_person("author")
    Article.objects.filter(pk=embargoed.pk).update(created_by=author)
    article = open_for_editing(embargoed.pk)
    article.published_at_en = None
    assert refused_as(author, article)


def test_the_action_refuses_to_remove_what_is_out(db):
    author = make_person("author")
    out = make.make_article()
    Article.objects.filter(pk=out.pk).update(created_by=author)
    with pytest.raises(PermissionDenied):
        remove_article(Article.objects.get(), by=author)
    remove_article(Article.objects.get(), by=make_person("editor"))
    assert not Article.objects.exists()


def test_a_chief_editor_gives_groups_and_no_more_than_that(sit_down, client):
    sit_down("chief-editor")
    colleague = make_person("author")
    mighty = Group.objects.create(name="Mighty")
    mighty.permissions.add(*Group.objects.get(name="chief-editor").permissions.all())
    mighty.permissions.add(Permission.objects.get(codename="delete_group"))
    page = f"/admin/news/user/{colleague.pk}/change/"
    form = client.get(page).context["adminform"].form
    assert not {"is_superuser", "user_permissions"} & set(form.fields)
    assert {group.name for group in form.fields["groups"].queryset} == set(GROUPS)
    values = fields_of(client.get(page), "user_form")
    editor = Group.objects.get(name="editor")
    assert client.post(page, values | {"groups": [editor.pk], "is_superuser": "on"}).status_code == 302
    colleague.refresh_from_db()
    assert (list(colleague.groups.all()), colleague.is_superuser) == ([editor], False)
    assert client.post(page, values | {"groups": [mighty.pk]}).status_code == 200
    assert list(colleague.groups.all()) == [editor]


def test_superusers_are_out_of_a_chief_editors_reach(sit_down, client):
    sit_down("chief-editor")
    owner = make.make_editor("owner")
    page = f"/admin/news/user/{owner.pk}/"
    assert client.get(f"{page}change/").status_code == 200
    assert client.post(f"{page}change/", {}).status_code == 403
    assert client.get(f"{page}delete/").status_code == 403
    assert client.get(f"{page}password/").status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [owner.pk]}
    seen = client.post("/admin/news/user/", chosen).wsgi_request.as_seen
    assert client.post("/admin/news/user/", chosen | {"post": "yes", "_as_seen": seen}).status_code == 403
    assert User.objects.filter(pk=owner.pk).exists()


def test_the_groups_of_every_installation_keep_their_keys(client, db):
    client.force_login(make.make_editor())
    group = Group.objects.get(name="author")
    page = f"/admin/auth/group/{group.pk}/"
    assert client.get(f"{page}delete/").status_code == 403
    values = fields_of(client.get(f"{page}change/"), "group_form")
    client.post(f"{page}change/", values | {"name": "x"})
    group.refresh_from_db()
    assert group.name == "author"


@pytest.mark.parametrize(
    ("language", "names", "permission"),
    [
        ("en", ["Author", "Chief editor", "Editor", "Moderator"], "Article: change"),
        ("ru", ["Автор", "Главный редактор", "Модератор", "Редактор"], "Материал: изменение"),
    ],
)
def test_groups_and_rights_have_names_in_both_languages(client, db, language, names, permission):
    client.force_login(make.make_editor(interface_language=language))
    answer = client.get("/admin/auth/group/")
    page = answer.content.decode()
    assert [name for name in names if f">{name}</a>" not in page] == []
    author = Group.objects.get(name="author")
    assert permission in client.get(f"/admin/auth/group/{author.pk}/change/").content.decode()
    person = make_person("chief-editor")
    assert names[1] in client.get("/admin/news/user/").content.decode()
    assert names[1] in client.get(f"/admin/news/user/{person.pk}/change/").content.decode()


def rights_of_groups():
    return {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()}


def test_giving_the_rights_again_changes_nothing_and_taking_them_leaves_nothing(db):
    before = rights_of_groups()
    news, comments = (
        importlib.import_module(f"{app}.migrations.0004_groups") for app in ("news", "comments")
    )
    editor = SimpleNamespace(connection=connection)
    for module in (news, comments):
        module.make(apps, editor)
    assert rights_of_groups() == before
    comments.remove(apps, editor)
    assert rights_of_groups()["moderator"] == set()
    news.remove(apps, editor)
    assert rights_of_groups() == {}
