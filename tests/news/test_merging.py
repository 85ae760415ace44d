"""Two edits of an edition become one, and nothing that either typed is lost without a question."""

import pytest

from news.markup import canonical
from news.merging import Conflict, UnresolvedError, merge_body, merge_edition, merge_text, resolve
from news.models.article import PUBLICATION_FIELDS, TEXT_FIELDS
from tests.news.merging_cases import A2, AGREED, ASKED, B2, B3, C2, NEW, A, B, C, D, listed


@pytest.mark.parametrize("name", AGREED)
def test_what_does_not_overlap_is_merged_without_a_question(name):
    base, mine, theirs, expected = AGREED[name]
    merged = merge_body(base, mine, theirs)
    assert (merged.values, merged.conflicts) == ({"body": expected}, ())
    assert canonical(expected) == expected
    assert resolve(merged, {}) == merged.values


def asked(base: str, mine: str, theirs: str) -> list[tuple]:
    """What is asked: the place and the three texts; the body keeps theirs meanwhile."""
    merged = merge_body(base, mine, theirs)
    return [(c.place, c.base, c.mine, c.theirs) for c in merged.conflicts], merged.values["body"]


@pytest.mark.parametrize("name", ASKED)
def test_where_both_changed_the_same_it_asks(name):
    base, mine, theirs, questions, body = ASKED[name]
    assert asked(base, mine, theirs) == (questions, body)
    other_way = [(place, base, theirs, mine) for place, base, mine, theirs in questions]
    assert asked(base, theirs, mine)[0] == other_way


def test_the_answers_make_the_body():
    merged = merge_body(A + B + C + D, A2 + B2 + D, A + B3 + C2 + D + NEW)
    assert [(c.name, c.place, c.choices) for c in merged.conflicts] == [
        ("body-1", 2, ("mine", "theirs", "both")),
        ("body-2", 3, ("mine", "theirs")),
    ]

    def answered(first, second):
        return resolve(merged, {"body-1": first, "body-2": second})["body"]

    assert answered("mine", "mine") == A2 + B2 + D + NEW
    assert answered("theirs", "theirs") == merged.values["body"] == A2 + B3 + C2 + D + NEW
    assert answered("both", "mine") == A2 + B3 + B2 + D + NEW


def test_answers_inside_a_list_keep_the_list():
    merged = merge_body(listed("a", "b", "c"), listed("a", "x"), listed("a", "y", "c2"))
    bodies = {
        (one, other): resolve(merged, {"body-1": one, "body-2": other})["body"]
        for one in ("mine", "theirs", "both")
        for other in ("mine", "theirs")
    }
    assert bodies == {
        ("mine", "mine"): listed("a", "x"),
        ("mine", "theirs"): listed("a", "x", "c2"),
        ("theirs", "mine"): listed("a", "y"),
        ("theirs", "theirs"): listed("a", "y", "c2"),
        ("both", "mine"): listed("a", "y", "x"),
        ("both", "theirs"): listed("a", "y", "x", "c2"),
    }


@pytest.mark.parametrize(
    "choices", [{}, {"body-1": "mine"}, {"body-1": "mine", "body-2": "both"}, {"body-1": "x"}]
)
def test_nothing_is_resolved_without_an_answer_to_every_question(choices):
    merged = merge_body(A + B + C + D, A2 + B2 + D, A + B3 + C2 + D)
    with pytest.raises(UnresolvedError):
        resolve(merged, choices)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "value"),
    [
        ("a", "a", "a", "a"),
        ("a", "b", "a", "b"),
        ("a", "a", "c", "c"),
        ("a", "b", "b", "b"),
        ("", "b", "", "b"),
        ("a", "", "a", ""),
        (None, "", None, None),
        (None, "b", "", "b"),
        ("2026-01-01T10:00:00+03:00", None, "2026-01-01T10:00:00+03:00", None),
    ],
)
def test_a_line_is_taken_from_whoever_changed_it(base, mine, theirs, value):
    merged = merge_text(base, mine, theirs, "byline")
    assert (merged.values, merged.conflicts) == ({"byline": value}, ())


@pytest.mark.parametrize(
    ("base", "mine", "theirs"), [("a", "b", "c"), ("a", "", "c"), ("", "b", "c"), ("a", "b", "")]
)
def test_a_line_that_both_changed_is_asked_about(base, mine, theirs):
    merged = merge_text(base, mine, theirs)
    assert merged.values == {"title": theirs}
    assert merged.conflicts == (Conflict("title", "title", None, base, mine, theirs),)
    assert merged.conflicts[0].choices == ("mine", "theirs")
    assert resolve(merged, {"title": "mine"}) == {"title": mine}


def edition(**changes) -> dict:
    """An edition as a revision keeps it."""
    return dict.fromkeys(TEXT_FIELDS, "") | dict.fromkeys(PUBLICATION_FIELDS) | changes


def test_an_edition_is_merged_field_by_field():
    base = edition(title="T", summary="S", body=A + B, slug="t")
    mine = base | {"title": "T1", "body": A2 + B, "published_at": "2026-02-01T10:00:00+03:00"}
    theirs = base | {"title": "T2", "summary": "S2", "body": A + B2, "byline": "Desk"}
    merged = merge_edition(base, mine, theirs)
    assert merged.values == edition(
        title="T2",
        summary="S2",
        body=A2 + B2,
        byline="Desk",
        slug="t",
        published_at="2026-02-01T10:00:00+03:00",
    )
    assert merged.conflicts == (Conflict("title", "title", None, "T", "T1", "T2"),)
    assert resolve(merged, {"title": "mine"}) == merged.values | {"title": "T1"}


def test_conflicts_of_several_fields_are_answered_together():
    base = edition(title="T", body=A + B)
    merged = merge_edition(
        base, base | {"title": "T1", "body": A + B2}, base | {"title": "T2", "body": A + B3}
    )
    assert [conflict.name for conflict in merged.conflicts] == ["title", "body-1"]
    assert resolve(merged, {"title": "theirs", "body-1": "mine"}) == edition(title="T2", body=A + B2)


def test_an_edition_that_was_never_written_is_merged_too():
    nothing = edition(title=None, body=None)
    assert merge_edition(nothing, edition(), edition(body=A)).values == edition(body=A)


def test_a_withdrawal_and_its_reason_are_decided_together():
    base = edition(title="T")
    mine = base | {"withdrawn_at": "2026-02-01T10:00:00+03:00", "withdrawal_reason": "Wrong date"}
    theirs = base | {"withdrawn_at": "2026-02-02T10:00:00+03:00", "withdrawal_reason": "Denied"}
    merged = merge_edition(base, mine, theirs)
    assert [(c.name, c.field) for c in merged.conflicts] == [
        ("withdrawal", "withdrawn_at"),
        ("withdrawal", "withdrawal_reason"),
    ]
    assert merged.values == theirs
    assert resolve(merged, {"withdrawal": "mine"}) == mine
    assert merge_edition(base, mine, base).values == mine


def test_lifting_a_withdrawal_against_another_reason_leaves_no_half_of_either():
    base = edition(title="T", withdrawn_at="2026-02-01T10:00:00+03:00", withdrawal_reason="Wrong")
    mine, theirs = (
        base | {"withdrawn_at": None, "withdrawal_reason": ""},
        base | {"withdrawal_reason": "Very wrong"},
    )
    merged = merge_edition(base, mine, theirs)
    assert merged.values == theirs
    assert resolve(merged, {"withdrawal": "mine"}) == mine


def test_the_same_texts_ask_the_same_questions():
    texts = (A + B + C, A2 + B2 + C, A + B3 + C2)
    assert merge_body(*texts) == merge_body(*texts)
