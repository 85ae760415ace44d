"""Questions where two edits meet: how they are shown, and how answers are read."""

from contextlib import suppress
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from news.actions.pictures import check_pictures
from news.admin.editor import BodyEditor
from news.admin.status_lines import shown as moment_in_moscow
from news.languages import LANGUAGES
from news.markup import canonical
from news.models import Article
from news.release_merging import UNKNOWN, Answer, Path, Question
from news.releases import ROWS, SETS


def answers_in(posted, questions: list[Question]) -> dict[str, Answer]:
    """What was chosen, for those of the questions that were answered."""
    found = {}
    for question in questions:
        choice = posted.get(f"answer-{question.key}", "")
        if choice in question.choices:
            own = posted.get(f"own-{question.key}", "")
            if choice == "own" and _is_body(question):
                with suppress(ValidationError):  # said by `wrong_words`
                    own = canonical(own)
            found[question.key] = Answer(choice, own.strip())
    return found


def wrong_words(questions: list[Question], answers: dict[str, Answer]) -> dict[str, str]:
    """What is wrong with words that somebody wrote as an answer, by the key of the question."""
    found = {}
    for question in questions:
        answer = answers.get(question.key)
        if not answer or answer.choice != "own":
            continue
        try:
            if _is_body(question):
                check_pictures(canonical(answer.own))
            else:
                _field(question.path).run_validators(answer.own)
        except ValidationError as error:
            found[question.key] = " ".join(error.messages)
    return found


def _is_body(question: Question) -> bool:
    return question.path[2] == "body"


def _field(path: Path):
    part, _row, name = path
    model = ROWS.get(part, Article)
    return model._meta.get_field(f"{name}_{part}" if part in LANGUAGES else name)


@dataclass
class Shown:
    """A question as the page shows it."""

    key: str
    title: str
    kind: str
    language: str
    lines: bool
    base: str
    mine: str
    theirs: str
    choices: list[tuple[str, str]]
    chosen: str
    own: str
    editor: str
    wrong: str


def shown(stale) -> list[Shown]:
    """The questions of a form, open and answered ones: an answer stays chosen until everything is saved."""
    if stale.together is None:
        return []
    return [_shown(question, stale) for question in stale.together.questions]


def _shown(question: Question, stale) -> Shown:
    part, _row, name = question.path
    answer = stale.answers.get(question.key)
    body = _is_body(question)
    texts = (
        [question.base or "", question.mine or "", question.theirs or ""]
        if body
        else [in_words(question.path, value) for value in (question.base, question.mine, question.theirs)]
    )
    own = (
        answer.own
        if answer and answer.choice == "own"
        else (question.mine if isinstance(question.mine, str) else "")
    )
    editor = ""
    if body and "own" in question.choices:
        widget = BodyEditor()
        editor = widget.render(f"own-{question.key}", own, {"id": f"own-{question.key}"})
    return Shown(
        question.key,
        _title(question, stale),
        "body" if body else "words",
        part if part in LANGUAGES else "",
        name == "summary",
        *texts,
        [(choice, str(_choice(choice))) for choice in question.choices],
        answer.choice if answer else "",
        own,
        editor,
        stale.wrong.get(question.key, ""),
    )


def _title(question: Question, stale) -> str:
    """What is asked; of a row, which one."""
    part, row, name = question.path
    if part not in ROWS or not name:
        return title_of(question.path)
    trio = next(trio for key, trio, _stays in stale.together.rows[part] if key == row)
    values = next(one for one in reversed(trio) if one)
    return f"{title_of(question.path)} ({_row_name(part, values)})"


def _row_name(part: str, values) -> str:
    if values.get("target"):
        return in_words((part, "", "target"), values["target"])
    return values.get("url") or values.get("title") or ""


def _choice(choice: str) -> str:
    return {
        "mine": _("Mine"),
        "theirs": _("Theirs"),
        "both": _("Both"),
        "own": _("Other words:"),
    }[choice]


def title_of(path: Path) -> str:
    """What a path names, in words."""
    part, _row, name = path
    if part in ROWS:
        what = ROWS[part]._meta.verbose_name
        if not name:
            return str(what)
        return _("%(what)s, %(field)s") % {"what": what, "field": _field(path).verbose_name}
    if part == "common":
        return str(Article._meta.get_field(name).verbose_name)
    if part == "said":
        name, part = name.rsplit("_", 1)
        what = {
            "date": _("date of publication"),
            "schedule": _("time of the embargo"),
            "reason": _("reason of the withdrawal"),
        }[name]
    else:
        what = Article._meta.get_field(name).verbose_name
    words = {"en": _("English edition: %(what)s"), "ru": _("Russian edition: %(what)s")}
    return words[part] % {"what": what}


def in_words(path: Path, value) -> str:
    """A value as people read it."""
    part, _row, name = path
    if value is UNKNOWN:
        return ""
    if value is None or value == "":
        return _("nothing") if part != "said" and not isinstance(value, str) else ""
    if part in ROWS and not name:
        return row_in_words(part, value)
    if name in SETS:
        model = Article._meta.get_field(name).related_model
        return ", ".join(str(row) for row in model.objects.filter(pk__in=value))
    if part == "said" and hasattr(value, "isoformat"):
        return moment_in_moscow(value, "DATETIME_FORMAT")
    if part in LANGUAGES or part == "said":
        return str(value)
    field = _field(path)
    if field.is_relation:
        row = field.related_model.objects.filter(pk=value).first()
        return str(row) if row else ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return strip_tags(str(value))


def row_in_words(part: str, values) -> str:
    """A link or a document as people read it, in one line."""
    said = []
    for name, value in values.items():
        if value in (None, "") or name in {"id", "form", "file", "order"}:
            continue
        said.append(f"{_field((part, '', name)).verbose_name}: {in_words((part, '', name), value)}")
    return "; ".join(said)
