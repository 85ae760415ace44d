"""Brings two edits of a whole article together: its texts, what they share, and what was said about dates.

    together = merge_release(base, mine, theirs)
    merged = together.resolved(answers)        # {key of a question: Answer("mine")}

What one side changed is taken; sets of topics and states are merged member by member, links and documents row by row
and field by field, bodies block by block (`news.merging`). Where both changed the same, there is a question. Its key
is made of what it asks: an answer holds as long as the texts that were shown are the ones that meet, whoever saves
meanwhile.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from news.blocks import split
from news.languages import LANGUAGES
from news.merging import Merged, UnresolvedError, merge_body, resolve
from news.models.article import TEXT_FIELDS
from news.releases import COMMON_FIELDS, ROWS, SETS
from news.row_pairing import Trio, changed, pairs
from news.slugs import slug_from

# What is not known of a base: a revision of the days when only texts were kept.
UNKNOWN = "unknown"
_IN_WORDS = {*TEXT_FIELDS, "source_name", "source_url", "title_en", "title_ru"}
# Where a value stands: the part (a language, `common`, `said` or a relation), the row there, the field.
Path = tuple[str, str, str]


@dataclass(frozen=True)
class Release:
    """An article as one side has it. Of a base, what is not known is left out.

    `said` is what the form says of dates and reasons, by the names of its fields. A row has its number as `id`, None
    for a new one; what else it has beside its values is carried along.
    """

    texts: Mapping[str, Mapping[str, str]]
    common: Mapping[str, object]
    said: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """What both sides changed in different ways. For a row that one side removed, its whole values, or None."""

    path: Path
    base: object
    mine: object
    theirs: object
    choices: tuple[str, ...]
    key: str = ""
    # The name of the conflict in a body.
    conflict: str = ""


@dataclass(frozen=True)
class Answer:
    """`mine`, `theirs`, `both` or `own`, with the words that are to stand instead."""

    choice: str
    own: str = ""


@dataclass
class Together:
    """Two edits in one, with questions where they meet."""

    mine: Release
    values: dict[Path, object]
    bodies: dict[Path, Merged]
    rows: dict[str, list[tuple[str, Trio, bool]]]
    questions: list[Question]

    def open(self, answers: Mapping[str, Answer]) -> list[Question]:
        """Questions without an answer that fits."""
        return [
            question
            for question in self.questions
            if question.key not in answers or answers[question.key].choice not in question.choices
        ]

    def resolved(self, answers: Mapping[str, Answer]) -> tuple[Release, list[Path]]:
        """The merged release, and where it says something else than mine.

        Raises UnresolvedError while a question is open.
        """
        if waiting := self.open(answers):
            raise UnresolvedError(waiting[0].key)
        values = dict(self.values)
        for question in self.questions:
            if not question.conflict:
                values[question.path] = _chosen(question, answers[question.key])
        for path, merged in self.bodies.items():
            asked = [q for q in self.questions if q.path == path]
            choices = {q.conflict: answers[q.key].choice for q in asked}
            own = {q.conflict: answers[q.key].own for q in asked}
            values[path] = resolve(merged, choices, own)["body"]
        rows = {name: self._rows(name, values) for name in ROWS}
        texts = {code: {name: values[code, "", name] for name in TEXT_FIELDS} for code in LANGUAGES}
        common = {name: values["common", "", name] for name in (*COMMON_FIELDS, *SETS)} | rows
        said = {name: values["said", "", name] for name in self.mine.said}
        merged = Release(texts, common, said)
        return merged, _other_than(self.mine, merged)

    def _rows(self, relation: str, values: dict) -> list[dict]:
        """The rows that stay, those that are stored under their number."""
        left = []
        for key, (_base, mine, theirs), stays in self.rows[relation]:
            if not values.get((relation, key, ""), stays):
                continue
            row = {**(theirs or {}), **(mine or {}), "id": theirs["id"] if theirs else None}
            for part, number, name in values:
                if (part, number) == (relation, key) and name:
                    row[name] = values[part, number, name]
            left.append(row)
        return left


def merge_release(base: Release, mine: Release, theirs: Release) -> Together:
    """Merge two edits that both began with `base`."""
    together = Together(mine, {}, {}, {name: [] for name in ROWS}, [])
    for code in LANGUAGES:
        _merge_edition(together, code, *(side.texts[code] for side in (base, mine, theirs)))
    for name in COMMON_FIELDS:
        _merge_value(together, ("common", "", name), *_of(name, base.common, mine.common, theirs.common))
    for name in SETS:
        _merge_set(together, ("common", "", name), *_of(name, base.common, mine.common, theirs.common))
    for name in mine.said:
        _merge_value(together, ("said", "", name), *_of(name, base.said, mine.said, theirs.said))
    for name in ROWS:
        for key, trio in pairs(*(side.common.get(name, ()) for side in (base, mine, theirs))):
            _merge_row(together, name, key, trio)
    together.questions = list(_named(together.questions))
    return together


def _of(name: str, base: Mapping, mine: Mapping, theirs: Mapping) -> tuple:
    return base.get(name, UNKNOWN), mine[name], theirs[name]


def _merge_edition(together: Together, code: str, base: Mapping, mine: Mapping, theirs: Mapping) -> None:
    for name in TEXT_FIELDS:
        sides = [side[name] or "" for side in (base, mine, theirs)]
        path = (code, "", name)
        if name == "body":
            merged = merge_body(*sides)
            together.bodies[path] = merged
            for one in merged.conflicts:
                choices = (*one.choices, "own")
                together.questions.append(
                    Question(path, one.base, one.mine, one.theirs, choices, "", one.name)
                )
        else:
            _merge_value(together, path, *sides)
    title, slug = (code, "", "title"), (code, "", "slug")
    if all(side["slug"] == slug_from(side["title"]) for side in (mine, theirs) if side["title"]):
        # The address was made of the title on both sides, and goes with it.
        for question in [q for q in together.questions if q.path == slug]:
            if any(q.path == title for q in together.questions):
                together.questions.remove(question)
                together.values[slug] = UNKNOWN


def _merge_value(together: Together, path: Path, base, mine, theirs) -> None:
    own, other, was = _plain(mine), _plain(theirs), base if base is UNKNOWN else _plain(base)
    if own in (other, was):
        together.values[path] = theirs
    elif other == was:
        together.values[path] = mine
    else:
        words = ("own",) if path[2] in _IN_WORDS and path[0] != "said" else ()
        together.questions.append(Question(path, base, mine, theirs, ("mine", "theirs", *words)))


def _merge_set(together: Together, path: Path, base, mine: Iterable, theirs: Iterable) -> None:
    own, other = set(mine), set(theirs)
    if base is UNKNOWN and own != other:
        choices = ("mine", "theirs", "both")
        together.questions.append(Question(path, base, sorted(own), sorted(other), choices))
    else:
        was = other if base is UNKNOWN else set(base)
        together.values[path] = sorted((other - (was - own)) | (own - was))


def _merge_row(together: Together, relation: str, key: str, trio: Trio) -> None:
    base, mine, theirs = trio
    stays = True
    if base is not None and not (mine and theirs):
        left = mine or theirs
        stays = bool(left) and changed(base, left)
        if stays:
            together.questions.append(
                Question((relation, key, ""), base, mine, theirs, ("mine", "theirs")),
            )
    elif mine and theirs:
        was = dict.fromkeys(theirs, None) if base is None else base
        for name in theirs:
            if name != "id":
                _merge_value(together, (relation, key, name), *_of(name, was, mine, theirs))
    together.rows[relation].append((key, trio, stays))


def _chosen(question: Question, answer: Answer):
    if answer.choice == "both":
        return sorted({*question.mine, *question.theirs})
    if answer.choice == "own":
        return answer.own
    return getattr(question, answer.choice)


def _named(questions: list[Question]) -> Iterable[Question]:
    """The questions with keys. One that is asked twice in the same words has two."""
    seen: dict[str, int] = {}
    for question in questions:
        asked = [question.path, question.base, question.mine, question.theirs]
        text = json.dumps(asked, default=str, sort_keys=True)
        seen[text] = seen.get(text, 0) + 1
        digest = hashlib.sha256(f"{seen[text]} {text}".encode()).hexdigest()
        yield replace(question, key=digest[:16])


def _other_than(mine: Release, merged: Release) -> list[Path]:
    """Where a merged release says something else than mine."""
    found: list[Path] = []
    for code in LANGUAGES:
        texts = merged.texts[code]
        if texts["slug"] is UNKNOWN:
            texts["slug"] = slug_from(texts["title"]) if texts["title"] else ""
        found += [
            (code, "", name) for name in TEXT_FIELDS if _read(texts, name) != _read(mine.texts[code], name)
        ]
    for part, own, all_in_one in (
        ("common", mine.common, merged.common),
        ("said", mine.said, merged.said),
    ):
        found += [
            (part, "", name)
            for name in own
            if name not in ROWS and _plain(own[name]) != _plain(all_in_one[name])
        ]
    for name in ROWS:
        if _as_set(mine.common[name]) != _as_set(merged.common[name]):
            found.append((name, "", ""))
    return found


def _read(text: Mapping, name: str):
    """A text as readers of it compare it: what the rich-text editor writes unasked is no difference."""
    if name == "body":
        return [(block.key, block.within) for block in split(text[name] or "").blocks]
    return _plain(text[name])


def _as_set(rows: Iterable[Mapping]) -> set[str]:
    return {
        json.dumps(
            {k: _plain(v) for k, v in row.items() if k not in {"id", "form"}}, default=str, sort_keys=True
        )
        for row in rows
    }


def _plain(value):
    """A value without the difference between no text and an empty one; of a text, with one kind of line end."""
    return (value.replace("\r\n", "\n") or None) if isinstance(value, str) else value
