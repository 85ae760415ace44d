"""Sections, topics, pages, redirects: what is refused and why, what is explained, where readers see it."""

import pytest

from news.models import Page, Redirect, Section, State, Topic
from tests import factories as make
from tests.admin.browsing import confirmed, errors_of, fields_of, messages_of
from tests.admin.two_editors import address, opened, save


def filed(kind):
    """A row and a story that is filed under it."""
    row = {"section": make.make_section, "topic": make.make_topic, "state": make.make_state}[kind]()
    story = {"section": {"section": row}, "topic": {"topics": [row]}, "state": {"states": [row]}}[kind]
    return row, make.make_article(title_en="The council met", **story)


@pytest.mark.parametrize("kind", ["section", "topic", "state"])
def test_what_stories_are_filed_under_is_not_deleted_and_they_are_named(desk, db, kind):
    row, story = filed(kind)
    page = desk.get(address(row) + "delete/")
    read = page.content.decode()
    assert "is in use here. Take it out there first." in read
    assert f'<a href="/admin/news/article/{story.pk}/change/">The council met</a>' in read
    desk.post(address(row) + "delete/", {"post": "yes", "_as_seen": page.context["as_seen"]})
    listed = f"/admin/news/{kind}/"
    desk.post(listed, confirmed(desk, listed, rows=[row.pk]))
    assert type(row).objects.filter(pk=row.pk).exists()


def test_of_many_stories_ten_are_named_and_the_others_counted(desk, db, django_assert_max_num_queries):
    topic = make.make_topic()
    for _number in range(13):
        make.make_article(topics=[topic])
    with django_assert_max_num_queries(20):
        page = desk.get(address(topic) + "delete/")
    assert len(page.context["protected"]) == 11
    assert page.context["protected"][-1] == "and 3 more articles"


@pytest.mark.parametrize("row", [make.make_section, make.make_topic])
def test_what_nothing_is_filed_under_is_deleted(desk, db, row):
    row = row()
    page = address(row) + "delete/"
    assert desk.post(page, confirmed(desk, page)).status_code == 302
    assert not type(row).objects.exists()


@pytest.mark.parametrize("model", [Section, Topic, Page])
def test_an_address_that_is_taken_is_refused_at_the_field(desk, db, model):
    model.objects.create(slug="trade", **({"title_en": "T"} if model is Page else {"name_en": "T"}))
    kind = model._meta.model_name
    page = f"/admin/news/{kind}/add/"
    answer = desk.post(
        page, fields_of(desk.get(page), f"{kind}_form") | {"slug": "trade", "name_en": "Other"}
    )
    assert errors_of(answer)["slug"] == [f"{kind.capitalize()} with this Address already exists."]


def test_a_page_under_a_part_of_the_portal_is_refused_at_the_field(desk, db):
    page = "/admin/news/page/add/"
    answer = desk.post(page, fields_of(desk.get(page), "page_form") | {"slug": "archive"})
    assert errors_of(answer)["slug"] == ["This address belongs to a part of the portal. Choose another."]


# Redirects


@pytest.fixture
def story(db):
    return make.make_article(slug_en="council", slug_ru="sovet")


def redirect(desk, story, old_url, language="en"):
    page = "/admin/news/redirect/add/"
    values = fields_of(desk.get(page), "redirect_form")
    return desk.post(page, values | {"old_url": old_url, "article": story.pk, "language": language})


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("/en/?idn=123", "/en/?idn=123"),
        ("https://old.example/ru/a.php?id=7", "/ru/a.php?id=7"),
        ("/en/2016/old-story/", "/en/2016/old-story/"),
        ("/en/news/999/gone/", "/en/news/999/gone/"),
    ],
)
def test_an_old_address_is_stored_without_its_host(desk, story, typed, stored):
    assert redirect(desk, story, typed).status_code == 302
    assert Redirect.objects.get().old_url == stored


ITSELF = "This is the address that the edition has now: it would lead to itself."
TAKEN = "The portal has a page under this address, so it would never be redirected."


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/en/news/{pk}/council/", ITSELF),
        ("/en/news/{pk}/council/?from=mail", ITSELF),
        ("/ru/news/{pk}/sovet/", TAKEN),
        ("/en/archive/", TAKEN),
        ("/", TAKEN),
        ("/ru/", TAKEN),
        ("/admin/x/", "Addresses of the editors’ pages are never redirected."),
        ("en/?idn=1", "Leave out the host: the old address begins with a slash."),
    ],
)
def test_what_could_never_lead_anywhere_is_refused_at_the_field(desk, story, typed, told):
    answer = redirect(desk, story, typed.format(pk=story.pk))
    errors = errors_of(answer)
    assert told in errors.get("old_url", []) + errors.get("", [])
    assert fields_of(answer, "redirect_form")["old_url"] == typed.format(pk=story.pk)
    assert not Redirect.objects.exists()


@pytest.mark.parametrize(("path", "exists"), [("/en/topic/drugs/", True), ("/en/topic/tea/", False)])
def test_a_page_that_is_not_there_is_in_nobody_s_way(desk, story, path, exists):
    make.make_topic("drugs")
    assert (redirect(desk, story, path).status_code == 200) == exists


# What is explained


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The place in the menu: smaller numbers stand first."),
        ("ru", "Место в меню: меньшие числа — раньше."),
    ],
)
def test_fields_say_what_they_are_for(desk, editor, language, words):
    editor.interface_language = language
    editor.save()
    assert words in desk.get("/admin/news/section/add/").content.decode()


def on_site(desk, row):
    return [link for _name, link in desk.get(address(row) + "change/").context["on_site"]]


def test_a_row_links_to_its_page_in_each_language_that_has_one(desk, db):
    assert on_site(desk, make.make_section()) == ["/en/section/security/", "/ru/section/security/"]
    assert on_site(desk, make.make_topic(name_ru="")) == ["/en/topic/drugs/"]
    assert on_site(desk, make.make_state()) == ["/en/states/kz/", "/ru/states/kz/"]
    page = Page.objects.create(slug="about", title_en="About", title_ru="О нас", body_ru="<p>Мы.</p>")
    assert on_site(desk, page) == ["/ru/about/"]


def test_a_gap_between_the_periods_of_a_state_is_said(desk, db):
    state = make.make_state()
    make.make_membership(state, make.make_status("observer"), "2005-07-05", "2016-01-01")
    make.make_membership(state, make.make_status(), "2017-06-09")
    answer = save(desk, state, opened(desk, state))
    told = messages_of(desk.get(answer.headers["Location"]))
    assert "No status is stated from 1 January 2016 until 9 June 2017. Is that meant?" in told


def test_time_zones_are_offered(desk, db):
    State.objects.all().delete()
    page = desk.get("/admin/news/state/add/").content.decode()
    assert 'list="time_zone-zones"' in page
    assert '<option value="Asia/Tashkent"></option>' in page


def test_a_text_of_several_lines_is_stored_on_one(desk, db):
    section = make.make_section()
    save(desk, section, opened(desk, section) | {"description_en": "About\r\n armies."})
    section.refresh_from_db()
    assert section.description_en == "About armies."
