"""The part of an article's page that belongs to one edition: how it stands, what can be done with it, its fields."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.admin.helpers import Fieldset
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from news.actions.permissions import PUBLISH, WITHDRAW, may_edit
from news.actions.verbs import FITTING, Verb
from news.admin.outdated import OutdatedParagraph, outdated_paragraphs
from news.admin.status_lines import long_line
from news.admin.weighing import Question
from news.languages import LANGUAGES, column, other
from news.models import Article
from news.models.standing import EditionStanding, Standing, standing
from news.views.previews import LIFETIME, preview_link

_RIGHTS = {Verb.WITHDRAW: WITHDRAW, Verb.RESTORE: WITHDRAW}
# The field that a verb needs, which appears with it.
_ASKED = {Verb.SCHEDULE: "schedule", Verb.WITHDRAW: "reason"}


@dataclass
class VerbButton:
    """A verb as a button, with the field that it needs."""

    verb: Verb
    value: str
    label: str
    question: str = ""
    field: object = None


@dataclass
class EditionPanel:
    """What the page shows of one edition."""

    language: str
    fieldsets: list[Fieldset]
    standing: EditionStanding
    buttons: list[VerbButton]
    preview: str = ""
    typography: str = ""
    question: Question | None = None
    outdated: list[OutdatedParagraph] = field(default_factory=list)
    still_valid: str = ""
    may_edit: bool = False
    link: str = ""
    link_ends: datetime | None = None

    @property
    def name(self) -> str:
        """What the edition is called."""
        return self.fieldsets[0].name

    @property
    def counterpart(self) -> str:
        """The language of the other one."""
        return other(self.language)

    @property
    def line(self) -> str:
        """How it stands, in a sentence."""
        return long_line(self.standing)


def panels(person, stored: Article, form, fieldsets) -> tuple[list[EditionPanel], list[Fieldset]]:
    """The editions of an article, with the fieldsets that are common to both. `stored` is its row."""
    fieldsets = list(fieldsets)
    own = {code: [one for one in fieldsets if f"of-{code}" in one.classes.split()] for code in LANGUAGES}
    common = [one for one in fieldsets if not any(one in sets for sets in own.values())]
    found = []
    for code in LANGUAGES:
        stands = standing(stored, code)
        panel = EditionPanel(code, own[code], stands, _buttons(person, stored, form, code, stands))
        panel.preview = reverse("admin:news_article_preview_new", args=[code])
        panel.typography = reverse("admin:news_article_typography", args=[code])
        if stored.pk:
            panel.preview = reverse("admin:news_article_preview", args=[stored.pk, code])
            panel.question = form.questions.get(code)
            if stands.outdated:
                panel.outdated = outdated_paragraphs(stored, code)
                panel.still_valid = reverse("admin:news_article_still_valid", args=[stored.pk])
                panel.may_edit = may_edit(person, stored)
            if getattr(form.instance, column("title", code)):
                panel.link = preview_link(stored, code, stored.version)
                panel.link_ends = timezone.now() + LIFETIME
        found.append(panel)
    return found, common


def may_publish_both(person, found: list[EditionPanel]) -> bool:
    """Whether one button can publish both editions. A withdrawn one is published by itself."""
    return all(
        any(button.verb == Verb.PUBLISH for button in panel.buttons)
        and panel.standing.code != Standing.WITHDRAWN
        for panel in found
    )


def _buttons(person, stored: Article, form, language: str, stands: EditionStanding) -> list[VerbButton]:
    if stored.pk and not may_edit(person, stored):
        return []
    buttons = []
    for verb in Verb:
        if verb not in FITTING[stands.code] or not _allowed(person, verb, stands):
            continue
        name = column(_ASKED[verb], language) if verb in _ASKED else ""
        label, question = _words(verb, stands.code)
        field = form[name] if name in form.fields else None
        buttons.append(VerbButton(verb, f"{verb}:{language}", label, question, field))
    return buttons


def _allowed(person, verb: Verb, stands: EditionStanding) -> bool:
    """Publishing what was withdrawn lifts the withdrawal too."""
    rights = {_RIGHTS.get(verb, PUBLISH)} | ({WITHDRAW} if stands.code == Standing.WITHDRAWN else set())
    return all(person.has_perm(right) for right in rights)


def _words(verb: Verb, code: Standing) -> tuple[str, str]:
    """What stands on a button, and on what opens the field that it needs."""
    match verb, code:
        case Verb.PUBLISH, Standing.LIVE | Standing.CHANGED:
            return _("Publish the changes"), ""
        case Verb.PUBLISH, Standing.WITHDRAWN:
            return _("Publish this text"), ""
        case Verb.PUBLISH, _other:
            return _("Publish now"), ""
        case Verb.SCHEDULE, Standing.EMBARGOED:
            return _("Schedule"), _("Another time…")
        case Verb.SCHEDULE, _other:
            return _("Schedule"), _("Schedule…")
        case Verb.UNSCHEDULE, _other:
            return _("Take back the schedule"), ""
        case Verb.WITHDRAW, Standing.WITHDRAWN:
            return _("Change the reason"), _("Another reason…")
        case Verb.WITHDRAW, _other:
            return _("Withdraw"), _("Withdraw…")
    return _("Lift the withdrawal"), ""
