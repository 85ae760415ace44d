"""Which paragraphs of a translation are out of date, through every save."""

import pytest
from django.core.exceptions import PermissionDenied

from news.actions.freshness import GoneError, still_valid
from news.actions.publishing import open_for_editing, save_article
from news.edits import Edit
from news.freshness import marked, place
from news.languages import other
from news.models import Article, AuditEntry, ParagraphPair
from news.models.standing import outdated, standing
from tests.admin.people import make_person
from tests.factories import make_article, make_editor

EN = ["Five states signed it on 5 May.", "The court has a seat.", "Nobody was absent from the hall."]
RU = ["Его подписали пять государств 5 мая.", "У суда есть место.", "Никто не отсутствовал в зале."]


def body(*paragraphs):
    return "".join(f"<p>{text}</p>" for text in paragraphs)


@pytest.fixture
def article(db):
    return make_article(body_en=body(*EN), body_ru=body(*RU))


def publish(article, *languages, answers=None, **fields):
    """Change something and publish it, with what the editor says of it."""
    story = open_for_editing(article.pk)
    for name, value in fields.items():
        setattr(story, name, value)
    languages = languages or tuple({name[-2:] for name in fields})
    if isinstance(answers, str):
        answers = dict.fromkeys(languages, answers)
    return save_article(story, by=None, via="form", publish=languages, answers=answers)


def marks(language):
    """The places of the marked paragraphs of an edition, and of what they are translations of, from 1 in the body."""
    return [
        tuple(
            None if place(one, code) is None else place(one, code) - 1 for code in (language, other(language))
        )
        for one in marked(ParagraphPair.objects.all(), language)
    ]


def count(language):
    row = Article.objects.get()
    stands = standing(row, language)
    assert (
        bool(stands.outdated)
        == bool(stands.outdated_since)
        == Article.objects.filter(outdated(language)).exists()
    )
    return stands.outdated


def changed(which, text, paragraphs=EN):
    return body(*(text if number == which else old for number, old in enumerate(paragraphs)))


def test_substance_marks_the_paragraph_of_the_counterpart(article):
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    assert (marks("ru"), marks("en")) == ([(2, 2)], [])
    assert (count("ru"), count("en")) == (1, 0)


def test_either_language_may_be_the_original(article):
    publish(article, answers="substance", body_ru=changed(0, "Его подписали шесть государств 5 мая.", RU))
    assert (marks("en"), marks("ru")) == ([(1, 1)], [])


def test_what_a_marked_paragraph_was_made_from_stays_known(article):
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    publish(article, answers="substance", body_en=changed(1, "The court has no seat and no budget."))
    one = ParagraphPair.objects.get(outdated="ru")
    assert (one.revision_en, one.origin_en, one.place_en) == (1, 3, 3)
    valid = ParagraphPair.objects.get(place_ru=2)
    assert (valid.revision_en, valid.origin_en, valid.revision_ru, valid.origin_ru) == (3, 2, 3, 2)


def test_spelling_never_marks_even_where_the_guess_is_substance(article):
    publish(article, answers="spelling", body_en=changed(0, "Six states signed it on 6 June."))
    assert marks("ru") == []
    assert ParagraphPair.objects.get(place_en=2).revision_en == 2


def test_substance_marks_what_changes_what_is_said_and_leaves_the_spelling_beside_it(article):
    new = body("Five states signed it, on 5 May.", "The court has no seat.", EN[2])
    publish(article, answers="substance", body_en=new)
    assert marks("ru") == [(2, 2)]


def test_an_editor_may_call_substance_what_looks_like_spelling(article):
    publish(article, answers="substance", body_en=changed(0, "Five states signed it, on 5 May."))
    assert marks("ru") == [(1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Six states signed it on 5 May.", [(1, 1)]), ("Five states welcomed it on 5 May.", [])],
)
def test_where_nobody_was_asked_only_figures_names_and_the_like_mark(article, text, expected):
    publish(article, body_en=changed(0, text))
    assert marks("ru") == expected


def test_title_and_summary_are_followed_too(article):
    publish(article, answers="substance", title_en="Seven states met", summary_en="Seven met.")
    assert marks("ru") == [(-1, -1), (0, 0)]


def test_bringing_the_marked_paragraph_up_to_date_takes_the_mark_away_and_marks_nothing(article):
    publish(article, answers="substance", body_en=changed(1, "The court has 2 seats."))
    publish(article, answers="substance", body_ru=changed(1, "У суда два места.", RU))
    assert (marks("ru"), marks("en"), count("ru")) == ([], [], 0)
    one = ParagraphPair.objects.get(place_ru=3)
    assert (one.revision_en, one.revision_ru) == (3, 3)


def test_a_spelling_correction_of_the_marked_paragraph_leaves_the_mark(article):
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    publish(article, answers="spelling", body_ru=changed(1, "У суда есть  место!", RU))
    assert marks("ru") == [(2, 2)]


def test_an_edit_elsewhere_leaves_the_mark_and_marks_its_own(article):
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    publish(article, answers="substance", body_ru=changed(2, "Двое отсутствовали в зале.", RU))
    assert (marks("ru"), marks("en")) == ([(2, 2)], [(3, 3)])


def test_a_change_that_waits_in_the_working_copy_marks_nothing(article):
    story = open_for_editing(article.pk)
    story.body_en = changed(1, "The court has no seat.")
    save_article(story, by=None, via="form")
    assert ParagraphPair.objects.count() == 0
    publish(article, "en", answers="substance")
    assert marks("ru") == [(2, 2)]


def test_both_editions_at_once_are_up_to_date_where_both_changed(article):
    publish(
        article,
        answers="substance",
        body_en=body("Six states signed it on 5 May.", "The court has no seat.", EN[2]),
        body_ru=body("Его подписали шесть государств 5 мая.", *RU[1:]),
    )
    assert (marks("ru"), marks("en")) == ([(2, 2)], [])


def test_marks_follow_moved_paragraphs_in_either_edition(article):
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    publish(article, answers="spelling", body_ru=body(RU[2], RU[0], RU[1]))
    assert marks("ru") == [(3, 2)]
    publish(article, answers="spelling", body_en=body("The court has no seat.", EN[0], EN[2]))
    assert marks("ru") == [(3, 1)]


def test_marks_follow_a_split_and_a_merge(article):
    publish(article, answers="substance", body_en=changed(0, "Six states signed it on 5 May."))
    publish(article, answers="spelling", body_ru=body("Его подписали пять государств", "5 мая.", *RU[1:]))
    assert marks("ru") == [(1, 1), (2, 1)]
    publish(article, answers="spelling", body_ru=body(f"{RU[0]} {RU[1]}", RU[2]))
    assert marks("ru") == [(1, 1)]
    assert set(ParagraphPair.objects.filter(place_ru=2).values_list("place_en", flat=True)) == {2, 3}


def test_a_new_paragraph_is_lacking_until_it_is_written(article):
    publish(article, answers="substance", body_en=body(EN[0], "A bank was founded in 2026.", *EN[1:]))
    assert marks("ru") == [(None, 2)]
    publish(article, answers="substance", body_ru=body(RU[0], "В 2026 году основан банк.", *RU[1:]))
    assert (marks("ru"), marks("en")) == ([], [])
    assert ParagraphPair.objects.filter(place_en=3, place_ru=3, outdated="").exists()


def test_new_paragraphs_of_both_editions_belong_together(article):
    new = {
        "body_en": body(*EN, "A bank was founded in 2026."),
        "body_ru": body(*RU, "В 2026 году основан банк."),
    }
    publish(article, answers="substance", **new)
    assert (marks("ru"), marks("en")) == ([], [])
    assert ParagraphPair.objects.filter(place_en=5, place_ru=5).exists()


def test_a_removed_paragraph_marks_its_translation_until_that_goes_too(article):
    publish(article, answers="substance", body_en=body(EN[0], EN[2]))
    assert marks("ru") == [(2, None)]
    publish(article, answers="substance", body_ru=body(RU[0], RU[2]))
    assert (marks("ru"), marks("en"), count("ru")) == ([], [], 0)


def test_formatting_is_no_change(article):
    publish(article, body_en=body(f"<strong>{EN[0]}</strong>", *EN[1:]), answers="substance")
    assert marks("ru") == []


def test_a_draft_counterpart_is_marked_and_cleared_by_a_save(db):
    article = make_article(body_en=body(*EN), body_ru=body(*RU), published_at_ru=None)
    publish(article, answers="substance", body_en=changed(1, "The court has 2 seats."))
    assert marks("ru") == [(2, 2)]
    story = open_for_editing(article.pk)
    story.body_ru = changed(1, "У суда два места.", RU)
    save_article(story, by=None, via="form")
    assert (marks("ru"), marks("en")) == ([], [])


def test_two_drafts_follow_nothing(db):
    article = make_article(published_at_en=None, published_at_ru=None)
    publish(article, body_en=body("Another one."), answers="substance")
    assert ParagraphPair.objects.count() == 0


def test_a_translation_made_later_is_made_from_what_stands(db):
    article = make_article(body_en=body(*EN), title_ru="", body_ru="", summary_ru="", published_at_ru=None)
    publish(article, "en", answers="substance", body_en=changed(0, "Six states signed it on 5 May."))
    publish(article, "ru", title_ru="Подписано", body_ru=body(*RU))
    assert ParagraphPair.objects.count() == 0
    publish(article, answers="substance", body_en=changed(0, "Seven states signed it on 5 May."))
    assert marks("ru") == [(1, 1)]


def test_an_edition_that_is_emptied_has_no_marks(db):
    article = make_article(body_en=body(*EN), body_ru=body(*RU), published_at_ru=None)
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    publish(article, "en", title_ru="", body_ru="", summary_ru="")
    assert (ParagraphPair.objects.count(), count("ru")) == (0, 0)


def test_still_valid_takes_one_mark_away_and_is_logged(article):
    editor = make_editor()
    publish(article, answers="substance", body_en=body("Six states.", "The court has no seat.", EN[2]))
    first, second = marked(ParagraphPair.objects.all(), "ru")
    assert still_valid(article.pk, "ru", [first.pk], by=editor) == 1
    assert (marks("ru"), count("ru")) == ([(2, 2)], 1)
    first.refresh_from_db()
    assert (first.revision_en, first.outdated, first.since) == (2, "", None)
    assert still_valid(article.pk, "ru", [second.pk], by=editor) == 0
    assert count("ru") == 0
    assert [entry.changes for entry in AuditEntry.objects.order_by("-id")] == [
        {"valid": [["ru", 1]]},
        {"valid": [["ru", 1]]},
        {"outdated": [["ru", 2]]},
    ]


def test_still_valid_of_what_was_removed_or_added_ends_the_pair(article):
    publish(article, answers="substance", body_en=body(EN[0], "A bank was founded in 2026.", EN[2]))
    (one,) = marked(ParagraphPair.objects.all(), "ru")
    assert still_valid(article.pk, "ru", [one.pk], by=make_editor()) == 0


def test_still_valid_of_what_somebody_has_saved_since_changes_nothing(article):
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    seen = ParagraphPair.objects.get(outdated="ru").pk
    publish(article, answers="substance", body_en=changed(1, "The court has no seat and no budget."))
    with pytest.raises(GoneError):
        still_valid(article.pk, "ru", [seen], by=make_editor())
    assert count("ru") == 1


def test_an_author_takes_no_mark_off_the_stories_of_others(article):
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    one = ParagraphPair.objects.get(outdated="ru")
    with pytest.raises(PermissionDenied):
        still_valid(article.pk, "ru", [one.pk], by=make_person("author"))


def test_marks_survive_a_form_that_was_opened_before_them(article):
    early = open_for_editing(article.pk)
    publish(article, answers="substance", body_en=changed(1, "The court has no seat."))
    early.source_name = "TASS"
    early.body_en = Article.objects.get().body_en
    save_article(early, by=None, via="form")
    assert (marks("ru"), count("ru")) == ([(2, 2)], 1)


def test_a_story_that_is_rewritten_at_length_is_not_judged_for_minutes(article):
    many = [f"Paragraph {number} speaks of the court, the seat and the five states." for number in range(400)]
    long = make_article(body_en=body(*many), body_ru=body(*many))
    new = [text.replace("five", "six").replace("seat", "bank") for text in many]
    before = Edit({"body": body(*many)}, {"body": body(*new)}, "en", "substance")
    judged = [step for step in before.steps if step.found and step.found[0][0] != "rewritten"]
    assert (len(before.steps), 0 < len(judged) < 200) == (402, True)
    assert all(step.is_substance for step in before.steps[2:])
    publish(long, answers="substance", body_en=body(*new))
    assert len(marked(ParagraphPair.objects.all(), "ru")) == 400
