"""The revisions of an article: their list, how two of them differ, going back to one."""

import pytest

from news.actions.publishing import complete, open_for_editing, save_article
from news.archive.importing import import_archive
from news.models import Article, AuditEntry, RelatedLink, Revision, Section, Topic
from tests.admin.browsing import messages_of
from tests.admin.people import make_person
from tests.factories import make_article, make_section, make_topic, moscow
from tests.markup import page_of
from tests.news.archive_folder import story as line
from tests.news.archive_folder import write


def address(article, page="history", query=""):
    return f"/admin/news/article/{article.pk}/{page}/{query}"


def save(article, *, by=None, publish=(), via="form", **fields):
    story = open_for_editing(article.pk)
    for name, value in fields.items():
        setattr(story, name, value)
    return save_article(story, by=by, via=via, publish=publish)


@pytest.fixture
def article(editor):
    date = moscow(2020, 11, 9, 16, 6)
    story = make_article(
        by=editor, title_en="One", title_ru="Один", published_at_en=date, published_at_ru=date
    )
    save(story, title_en="Two", publish=("en",), via="import")
    save(story, by=editor, title_en="Three", body_ru="<p>Первый абзац.</p><p>Третий абзац.</p>")
    return story


def lines(desk, article, query=""):
    page = page_of(desk.get(address(article, query=query)))
    return [[" ".join(cell.text.split()) for cell in row.all("td")[3:]] for row in page.all("tbody tr")]


def test_the_list_says_who_by_which_path_what_and_who_sees_it(desk, article):
    assert [row[0:] for row in lines(desk, article)] == [
        ["editor", "form", "English edition: titleRussian edition: text", "working copy: the editors only"],
        ["–", "import", "English edition: title", "readers: English edition, Russian edition"],
        [
            "editor",
            "form",
            "English edition: title, summary, address, date, text"
            "Russian edition: title, summary, address, date, text",
            "",
        ],
    ]


def test_moments_are_moscow_time(desk, article):
    Revision.objects.filter(number=3).update(created_at=moscow(2026, 7, 4, 0, 30))
    page = page_of(desk.get(address(article)))
    assert page.all("tbody tr")[0].all("td")[2].text == "4 July 2026, 00:30"


def test_the_list_has_pages_and_counts_nothing(desk, article, django_assert_num_queries):
    for number in range(4, 47):
        save(article, byline_en=f"Author {number}")
    page = page_of(desk.get(address(article)))
    numbers = [int(link.text) for link in page.all("tbody th a")]
    assert numbers == list(range(46, 26, -1))
    older = page.one("a[rel=next]")["href"]
    assert older == "?below=27"
    last = page_of(desk.get(address(article, query="?below=7")))
    assert [int(link.text) for link in last.all("tbody th a")] == [6, 5, 4, 3, 2, 1]
    assert (last.all("a[rel=next]"), last.one("a[rel=prev]")["href"]) == ([], "?below=27")
    with django_assert_num_queries(5):
        desk.get(address(article))


@pytest.mark.parametrize("query", ["?below=x", "?below=", "?below=99999999999999999999"])
def test_a_page_that_is_none_is_the_first(desk, article, query):
    assert len(lines(desk, article, query)) == 3


def test_a_revision_is_shown_against_the_one_before_it(desk, article):
    page = page_of(desk.get(address(article, "revisions", "?to=3")))
    english, russian = page.all("section.edition")
    assert english.texts("h3") == ["Title"]
    assert (english.texts("del"), english.texts("ins")) == (["[removed: Two]"], ["[added: Three]"])
    assert russian.texts(".difference del") == ["[removed: Второй]"]
    assert russian.texts(".difference ins") == ["[added: Третий]"]


def test_any_two_are_compared_the_older_first_and_dates_too(desk, article):
    story = Article.objects.get()
    story.published_at_en = moscow(2020, 11, 10, 9, 0)
    save_article(story, by=None, via="form")
    pages = [desk.get(address(article, "revisions", query)) for query in ("?from=1&to=4", "?from=4&to=1")]
    page, turned = map(page_of, pages)
    assert page.one("#edition-en").text == turned.one("#edition-en").text
    assert page.one("#edition-en").texts("h3") == ["Title", "Date"]
    assert page.one("#edition-en").texts("del")[1:] == ["[removed: 9]", "[removed: 16:06]"]


def test_the_first_revision_is_all_new(desk, article):
    page = page_of(desk.get(address(article, "revisions", "?to=1")))
    assert "Nothing: it is the first revision." in page.one(".compared").text
    assert page.one("#edition-en").all("del") == []


@pytest.mark.parametrize("query", ["?to=9", "?from=7&to=2", "?to=-1", "?to=99999999999999"])
def test_a_revision_that_is_not_there_leads_back_to_the_list(desk, article, query):
    answer = desk.get(address(article, "revisions", query), follow=True)
    assert messages_of(answer) == ["There is no such revision."]
    assert answer.redirect_chain[0][0] == address(article)


def restore(desk, article, number=1, languages="en", based_on=3):
    values = {"number": number, "languages": languages, "based_on": based_on}
    return desk.post(address(article, "restore"), values, follow=True)


def test_restoring_a_live_edition_makes_a_working_copy(desk, editor, article):
    answer = restore(desk, article)
    assert messages_of(answer) == [
        "The English edition says again what it said in revision 1.",
        "It is a working copy. Readers see it when you publish the edition.",
    ]
    newest = article.revisions.get(number=4)
    assert (newest.via, newest.author, newest.is_draft) == ("restore", editor, True)
    assert (newest.texts["en"]["title"], Article.objects.get().title_en) == ("One", "Two")
    assert newest.texts["ru"]["body"] == "<p>Первый абзац.</p><p>Третий абзац.</p>"
    assert answer.context["adminform"].form.initial["title_en"] == "One"


def test_both_editions_are_restored_at_once_and_the_log_says_so(desk, article):
    restore(desk, article, languages="en ru")
    texts = article.revisions.get(number=4).texts
    assert (texts["en"]["title"], texts["ru"]["body"]) == ("One", "<p>Первый абзац.</p><p>Второй абзац.</p>")
    entry = AuditEntry.objects.get(changes__has_key="restored")
    assert entry.summary == (
        "restored revision 1 of the English edition; restored revision 1 of the Russian edition"
    )
    assert entry.summary in desk.get(address(article, "log")).content.decode()


def test_a_save_meanwhile_is_not_overwritten(desk, article):
    save(article, title_en="Four")
    (message,) = messages_of(restore(desk, article))
    assert message.startswith("An import saved this article on ")
    assert article.revisions.order_by("-number").first().texts["en"]["title"] == "Four"


def test_a_save_of_the_other_edition_meanwhile_stays(desk, article):
    save(article, title_ru="Четыре")
    assert messages_of(restore(desk, article))[0].startswith("The English edition says again")
    texts = article.revisions.get(number=5).texts
    assert (texts["en"]["title"], texts["ru"]["title"]) == ("One", "Четыре")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"number": 8}, "There is no such revision."),
        ({"based_on": ""}, "There is no such revision."),
        ({"languages": ""}, "Nothing has been restored. Choose what is to be restored."),
        ({"languages": "en fr"}, "Nothing has been restored. Choose what is to be restored."),
    ],
)
def test_what_cannot_be_restored_says_why(desk, article, values, message):
    assert messages_of(restore(desk, article, **values)) == [message]
    assert Article.objects.get().version == 3


def test_an_edition_is_not_restored_to_nothing(desk, editor):
    story = make_article(title_ru="", body_ru="", published_at_ru=None)
    save(story, title_ru="Один")
    page = page_of(desk.get(address(story, "revisions", "?to=2")))
    assert page.all("form.restoring") == []
    (message,) = messages_of(restore(desk, story, languages="ru", based_on=2))
    assert message == "Nothing has been restored. That revision has no such edition."


def test_a_picture_that_is_gone_is_no_obstacle_left_unsaid(desk, article):
    texts = article.revisions.get(number=1).texts
    texts["en"]["body"] = '<figure><img src="/media/images/0123456789abcdef.jpg" alt=""></figure>'
    Revision.objects.filter(number=1).update(texts=texts)
    (message,) = messages_of(restore(desk, article))
    assert message.startswith("Nothing has been restored. ")
    assert Article.objects.get().version == 3


def test_buttons_stand_for_what_differs_from_the_newest(desk, article):
    page = page_of(desk.get(address(article, "revisions", "?from=1&to=2")))
    shown = [[button["value"] for button in form.all("button")] for form in page.all("form.restoring")]
    assert shown == [["en", "ru", "en ru"], ["en", "ru", "en ru"]]
    newest = page_of(desk.get(address(article, "revisions", "?to=3")))
    assert [form.one("input[name=number]")["value"] for form in newest.all("form.restoring")] == ["2"]


def test_authors_see_and_restore_their_own_drafts_only(client, article):
    author = make_person("author")
    client.force_login(author)
    own = make_article(by=author, title_en="Mine", published_at_en=None, published_at_ru=None)
    save(own, by=author, title_en="Mine again")
    assert client.get(address(own)).status_code == 200
    restore(client, own, based_on=2)
    assert Article.objects.get(pk=own.pk).title_en == "Mine"
    for page in ("history", "revisions", "log"):
        assert client.get(address(article, page)).status_code in {302, 403, 404}, page
    assert restore(client, article).status_code == 404
    assert Article.objects.get(pk=article.pk).version == 3


def test_who_may_only_look_restores_nothing(client, article):
    from django.contrib.auth.models import Permission

    reader = make_person("moderator")
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    page = page_of(client.get(address(article, "revisions", "?to=2")))
    assert page.all("form.restoring") == []
    assert restore(client, article).status_code == 403


@pytest.fixture
def shared(editor):
    """An article whose section, topics, source and links were changed."""
    story = make_article(by=editor, section=make_section(), source_name="TASS")
    topic, target = make_topic(), make_article(title_en="Elsewhere")
    story.topics.add(topic)
    RelatedLink.objects.create(article=story, target=target, pin=1)
    complete(story.revisions.get())
    open_ = open_for_editing(story.pk)
    open_.section, open_.source_name = None, "Xinhua"
    revision = save_article(open_, by=editor, via="form")
    open_.topics.clear()
    open_.related_links.all().delete()
    complete(revision)
    return story


def test_what_both_editions_share_is_compared(desk, shared):
    part = page_of(desk.get(address(shared, "revisions", "?to=2"))).one("section.shared")
    assert part.texts("h3") == ["Section", "Source", "Topics", "Related link"]
    assert part.texts("del")[:3] == ["[removed: Security]", "[removed: TASS]", "[removed: Drugs]"]
    assert part.texts("ins") == ["[added: Xinhua]"]
    newest = page_of(desk.get(address(shared))).all("tbody tr")[0].text
    assert "Both editions: section, source, topics, related links" in newest


def test_what_both_editions_share_is_restored_at_once(desk, shared):
    answer = restore(desk, shared, languages="common", based_on=2)
    assert messages_of(answer) == ["What both editions share is again as in revision 1."]
    story = Article.objects.get(pk=shared.pk)
    assert (str(story.section), story.source_name, story.version) == ("Security", "TASS", 3)
    assert [str(topic) for topic in story.topics.all()] == ["Drugs"]
    assert [(str(link), link.pin) for link in story.related_links.all()] == [("Elsewhere", 1)]
    assert story.revisions.get(number=3).common == story.revisions.get(number=1).common
    assert AuditEntry.objects.get(changes__has_key="restored").summary == (
        "restored what both editions share from revision 1"
    )


def test_of_what_was_deleted_since_links_and_topics_are_left_out(desk, shared):
    Article.objects.get(title_en="Elsewhere").delete()
    Topic.objects.all().delete()
    restore(desk, shared, languages="common", based_on=2)
    story = Article.objects.get(pk=shared.pk)
    assert (str(story.section), story.topics.count(), story.related_links.count()) == ("Security", 0, 0)


def test_a_section_that_was_deleted_since_stops_the_restoring(desk, shared):
    Section.objects.all().delete()
    assert messages_of(restore(desk, shared, languages="common", based_on=2)) == [
        "Nothing has been restored. Of what that revision had, this has been deleted: section."
    ]
    assert Article.objects.get(pk=shared.pk).source_name == "Xinhua"


def test_a_revision_that_kept_the_texts_only_restores_nothing_else(desk, shared):
    Revision.objects.filter(article=shared, number=1).update(common=None)
    page = page_of(desk.get(address(shared, "revisions", "?to=2")))
    assert (page.all("section.shared"), page.all("form.restoring")) == ([], [])
    assert messages_of(restore(desk, shared, languages="common", based_on=2)) == [
        "Nothing has been restored. Revisions of that time have kept the texts only."
    ]


def test_an_import_that_met_editors_work_is_compared_too(desk, tmp_path):
    import_archive(write(tmp_path, line()))
    story = Article.objects.get(import_ref="s1")
    save(story, summary_en="Edited.")
    import_archive(write(tmp_path, line(kind="comment")))
    assert desk.get(address(story)).status_code == 200
    compared = desk.get(address(story, "revisions", "?from=2&to=3"))
    assert "Comment" in page_of(compared).one("#content-main").text
