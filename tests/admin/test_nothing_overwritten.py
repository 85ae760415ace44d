"""A form that was opened before somebody else saved overwrites nothing, and loses nothing."""

import re

import pytest
from django.contrib.auth.models import Group

from news.models import Notice, Page, Redirect, SiteSettings, Topic, User
from tests import factories as make
from tests.admin.browsing import errors_of, messages_of
from tests.admin.two_editors import again, meanwhile, opened, save


def make_page(**fields):
    texts = {
        "title_en": "Rules",
        "title_ru": "Правила",
        "body_en": "<p>One.</p><p>Two.</p><p>Three.</p>",
        "body_ru": "<p>Раз.</p>",
    }
    return Page.objects.create(slug="rules", **texts | fields)


def rows():
    """One of every kind, with two fields: somebody else changes the first, the editor the second."""
    return {
        "section": (make.make_section(), {"name_en": "Safety"}, {"name_ru": "Охрана"}),
        "topic": (make.make_topic(), {"name_en": "Drug control"}, {"slug": "drug"}),
        "state": (make.make_state(), {"capital_en": "Nur-Sultan"}, {"time_zone": "Asia/Qyzylorda"}),
        "status": (make.make_status(), {"order": 3}, {"name_ru": "член"}),
        "page": (make_page(), {"title_en": "House rules"}, {"title_ru": "Порядок"}),
        "notice": (Notice.objects.create(ref="n", text_en="A"), {"shown": False}, {"text_ru": "А"}),
        "imprint": (
            SiteSettings.objects.create(pk=1, name_en="I"),
            {"age_mark": "12+"},
            {"email": "a@b.org"},
        ),
        "redirect": (
            Redirect.objects.create(old_url="/en/?idn=1", article=make.make_article(), language="en"),
            {"language": "ru"},
            {"old_url": "/en/?idn=2"},
        ),
        "picture": (make.make_image(), {"focus_x": 0.25}, {"caption_ru": "Стол"}),
        "user": (
            User.objects.create_user("ann", password="a password"),
            {"is_staff": True},
            {"first_name": "Ann"},
        ),
    }


KINDS = ["section", "topic", "state", "status", "page", "notice", "imprint", "redirect", "picture", "user"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_two_people_change_in_different_fields_stands_together(desk, kind):
    row, theirs, mine = rows()[kind]
    values = opened(desk, row)
    meanwhile(row, **theirs)
    answer = save(desk, row, values | mine)
    assert answer.status_code == 302
    row.refresh_from_db()
    assert {name: getattr(row, name) for name in theirs | mine} == theirs | mine
    told = messages_of(desk.get(answer.headers["Location"]))
    assert any(line.startswith("Somebody saved meanwhile; nothing was overwritten.") for line in told)


@pytest.mark.parametrize("kind", KINDS)
def test_what_two_people_change_in_one_field_is_asked_about(desk, kind):
    row, theirs, _mine = rows()[kind]
    [(name, other)] = theirs.items()
    own = {"order": "7", "shown": "on", "is_staff": "on", "focus_x": "0.75", "language": "en"}.get(
        name, "Own"
    )
    if isinstance(other, bool) or name == "language":
        return  # two values only: whoever changes it changes it to the same
    values = opened(desk, row)
    meanwhile(row, **theirs)
    answer = save(desk, row, values | {name: own})
    assert answer.status_code == 200
    assert [conflict.name for conflict in answer.context["adminform"].form.conflicts] == [name]
    assert again(answer, row)[name] == own
    row.refresh_from_db()
    assert getattr(row, name) == other


@pytest.fixture
def section(db):
    return make.make_section(name_en="Security", description_en="About armies.")


@pytest.fixture
def asked(desk, section):
    """The page that asks about the name, on which somebody else's description has arrived."""
    values = opened(desk, section)
    meanwhile(section, name_en="Safety", description_en="About police.")
    return save(desk, section, values | {"name_en": "Defence", "order": "4"})


def test_the_question_shows_both_texts_and_who_saved(desk, section):
    values = opened(desk, section)
    save(desk, section, values | {"name_en": "Safety first"})
    answer = save(desk, section, values | {"name_en": "Defence first"})
    [told] = errors_of(answer)[""]
    assert told.startswith("editor saved this after you had opened it (")
    read = re.sub(r'<span class="visually-hidden"[^>]*>[^<]*</span>', "", answer.content.decode())
    assert '<span lang="en"><del>Safety</del><ins>Defence</ins> first</span>' in read


def test_without_a_choice_it_is_asked_again(desk, section, asked):
    answer = save(desk, section, again(asked, section))
    assert answer.status_code == 200
    section.refresh_from_db()
    assert (section.name_en, section.order) == ("Safety", 0)


@pytest.mark.parametrize(("choice", "name"), [("mine", "Defence"), ("theirs", "Safety")])
def test_what_is_chosen_stands_with_all_that_nobody_else_touched(desk, section, asked, choice, name):
    answer = save(desk, section, again(asked, section) | {"_take_name_en": choice})
    assert answer.status_code == 302
    section.refresh_from_db()
    assert (section.name_en, section.description_en, section.order) == (name, "About police.", 4)


def test_a_third_person_between_question_and_answer_is_asked_about_too(desk, section, asked):
    meanwhile(section, name_en="Peace")
    values = again(asked, section) | {"_take_name_en": "mine"}
    answer = save(desk, section, values)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.conflicts[0].theirs == "Peace"
    section.refresh_from_db()
    assert section.name_en == "Peace"


def test_the_same_change_by_two_is_no_question(desk, section):
    values = opened(desk, section)
    meanwhile(section, name_en="Safety")
    assert save(desk, section, values | {"name_en": "Safety"}).status_code == 302


def test_a_fault_in_one_field_does_not_hide_what_somebody_did_to_it(desk, section):
    values = opened(desk, section)
    meanwhile(section, slug="safety", name_en="Safety")
    answer = save(desk, section, values | {"slug": "not an address", "name_en": "Defence"})
    answer = save(desk, section, again(answer, section) | {"slug": "defence", "_take_name_en": "mine"})
    assert answer.status_code == 200
    assert [conflict.name for conflict in answer.context["adminform"].form.conflicts] == ["slug"]
    section.refresh_from_db()
    assert (section.slug, section.name_en) == ("safety", "Safety")


@pytest.mark.parametrize("token", ["", "rubbish", "x:y:z"])
def test_a_form_that_does_not_know_its_beginning_overwrites_nothing(desk, section, token):
    values = opened(desk, section) | {"_started_from": token, "name_en": "Defence"}
    answer = save(desk, section, values)
    assert [conflict.name for conflict in answer.context["adminform"].form.conflicts] == ["name_en"]
    section.refresh_from_db()
    assert section.name_en == "Security"


def test_the_beginning_of_another_row_does_not_count(desk, section):
    other = make.make_section("trade", name_en="Security")
    values = opened(desk, section) | {"_started_from": opened(desk, other)["_started_from"], "order": "9"}
    assert save(desk, section, values).status_code == 200


def test_paragraphs_of_a_page_are_merged(desk, db):
    page = make_page()
    values = opened(desk, page)
    meanwhile(page, body_en="<p>One, newly.</p><p>Two.</p><p>Three.</p>")
    answer = save(desk, page, values | {"body_en": "<p>One.</p><p>Two.</p><p>Three, at last.</p>"})
    assert answer.status_code == 302
    page.refresh_from_db()
    assert page.body_en == "<p>One, newly.</p><p>Two.</p><p>Three, at last.</p>"


def test_one_paragraph_changed_by_two_is_asked_about_with_both_texts(desk, db):
    page = make_page()
    values = opened(desk, page)
    meanwhile(page, body_en="<p>One, newly.</p><p>Two.</p><p>Three.</p>")
    answer = save(desk, page, values | {"body_en": "<p>One, lately.</p><p>Two.</p><p>Three.</p>"})
    [conflict] = answer.context["adminform"].form.conflicts
    assert (conflict.kind, "newly" in conflict.theirs, "lately" in conflict.mine) == ("body", True, True)
    assert 'class="difference"' in answer.content.decode()
    answer = save(desk, page, again(answer, page) | {"_take_body_en": "theirs"})
    page.refresh_from_db()
    assert (answer.status_code, page.body_en) == (302, "<p>One, newly.</p><p>Two.</p><p>Three.</p>")


def test_groups_and_rights_of_an_account_are_merged_like_fields(desk, db):
    person = User.objects.create_user("ann", password="a password")
    values = opened(desk, person)
    person.groups.add(Group.objects.get(name="editor"))
    assert save(desk, person, values | {"last_name": "Brown"}).status_code == 302
    person.refresh_from_db()
    assert (person.last_name, [group.name for group in person.groups.all()]) == ("Brown", ["editor"])


def test_a_text_whose_row_was_deleted_comes_back_and_can_be_saved_anew(desk, db):
    topic = make.make_topic()
    values = opened(desk, topic) | {"name_en": "Drug control"}
    Topic.objects.all().delete()
    answer = save(desk, topic, values)
    assert answer.status_code == 200
    assert errors_of(answer)[""][0].startswith("Somebody has deleted this meanwhile.")
    assert 'action="/admin/news/topic/add/"' in answer.content.decode()
    assert desk.post("/admin/news/topic/add/", again(answer, topic)).status_code == 302
    assert Topic.objects.get().name_en == "Drug control"
