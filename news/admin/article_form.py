"""The form of an article: the text of both editions, and what should be done with each."""

import uuid

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.actions.permissions import PUBLISH, WITHDRAW
from news.actions.verbs import Terms, parse_order, problems
from news.admin.fields import BodyField, address_field
from news.admin.weighing import ask
from news.languages import LANGUAGES, column
from news.models import Article, Revision
from news.models.years import validate_year
from news.slugs import slug_from


class MomentField(forms.SplitDateTimeField):
    """A day and a time of Moscow."""

    def __init__(self, **kwargs):
        widget = forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": gettext_lazy("Day")},
            time_attrs={"type": "time", "aria-label": gettext_lazy("Moscow time")},
            date_format="%Y-%m-%d",
            time_format="%H:%M",
        )
        super().__init__(required=False, widget=widget, validators=[validate_year], **kwargs)

    def compress(self, data_list):
        """The moment, if Moscow's clock shows it once."""
        try:
            return super().compress(data_list)
        except forms.ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise forms.ValidationError(
                _("Moscow’s clock was changed and showed this time twice or never. Choose one an hour away."),
                code=error.code,
            ) from error


class ArticleForm(forms.ModelForm):
    """An article with the version that the text was made from."""

    # Who fills it in: the page says.
    person = None
    # What became of it if somebody saved after its page was opened: see `news.admin.merging_saves`.
    stale = None
    # Whether it is only to be shown: then nothing is stored, and nobody is in its way.
    is_preview = False
    # What it asks before changes of a live edition are published.
    questions = {}

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    new_key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    schedule_en = MomentField(label=gettext_lazy("When it should appear, Moscow time"))
    schedule_ru = MomentField(label=gettext_lazy("When it should appear, Moscow time"))
    date_en = MomentField(label=gettext_lazy("Date of publication, Moscow time"))
    date_ru = MomentField(label=gettext_lazy("Date of publication, Moscow time"))
    reason_en = forms.CharField(
        label=gettext_lazy("Reason, which readers see"), max_length=500, required=False
    )
    reason_ru = forms.CharField(
        label=gettext_lazy("Reason, which readers see"), max_length=500, required=False
    )

    class Meta:
        model = Article
        fields = "__all__"
        field_classes = {"body_en": BodyField, "body_ru": BodyField, "source_url": address_field}
        widgets = {
            **{
                f"summary_{code}": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
                for code in LANGUAGES
            },
            **{f"title_{code}": forms.TextInput(attrs={"class": "vLargeTextField"}) for code in LANGUAGES},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        article = self.instance
        self.fields["based_on"].initial = article.version if article.pk else None
        self.fields["new_key"].initial = None if article.pk else uuid.uuid4()
        for code in LANGUAGES:
            date = getattr(article, column("published_at", code))
            date = date and date.replace(second=0, microsecond=0)  # as the form shows it
            awaited = bool(date) and date > timezone.now()
            self.fields[f"schedule_{code}"].initial = date if awaited else None
            self.fields[f"date_{code}"].initial = None if awaited else date
            self.fields[f"date_{code}"].help_text = _(
                "Only for stories of earlier days. Empty: the moment of publishing."
            )
            self.fields[f"reason_{code}"].initial = getattr(article, column("withdrawal_reason", code))
            self.fields[f"reason_{code}"].widget.attrs["class"] = "vTextField"
        for name in self._closed():
            self.fields.pop(name, None)

    def _closed(self) -> list[str]:
        """Fields for what the person may not do."""
        allowed = {"schedule": PUBLISH, "date": PUBLISH, "reason": WITHDRAW}
        return [
            column(name, code)
            for name, right in allowed.items()
            for code in LANGUAGES
            if self.person and not self.person.has_perm(right)
        ]

    @cached_property
    def changed_data(self):
        """The columns that were changed, for the log; what was done with an edition is logged by its verb."""
        named = {f"date_{code}": f"published_at_{code}" for code in LANGUAGES}
        own = set(self.declared_fields) - set(named)
        return [named.get(name, name) for name in super().changed_data if name not in own]

    def clean(self):
        """Refuse to overwrite what somebody saved meanwhile, and what cannot be done."""
        super().clean()
        words = self.cleaned_data
        for code in LANGUAGES:
            title, slug = f"title_{code}", f"slug_{code}"
            if words.get(title) and not words.get(slug) and slug not in self.errors:
                words[slug] = slug_from(words[title])
        if not self.is_preview:
            self._refuse_conflict()
            self._refuse_second()
            words["order"] = self._order()
            self._refuse_order(words["order"])
            if not self.errors and not any(words[f"title_{code}"] for code in LANGUAGES):
                raise forms.ValidationError(_("Give the article a title, in one language at least."))
        return words

    def _refuse_conflict(self):
        """Nobody's text is overwritten unseen. What can be brought together has been before."""
        if not self.instance.pk:
            return
        newest = self.instance.revisions.select_related("author").order_by("-number").first()
        if newest and self.cleaned_data.get("based_on") != newest.number:
            asked = bool(self.stale and self.stale.together)
            raise forms.ValidationError(conflict_message(newest, asked=asked), code="conflict")

    def _refuse_second(self):
        """One filled-in form is one article, unless a second is asked for."""
        if self.instance.pk:
            return
        if "_saveasnew" in self.data or not self.cleaned_data.get("new_key"):
            self.cleaned_data["new_key"] = uuid.uuid4()
        elif first := Article.objects.filter(form_key=str(self.cleaned_data["new_key"])).first():
            message = _(
                "This form has been saved before, with other words. Nothing is lost: yours stand below. Save them as "
                "a new article, or copy them into the one that was saved:"
            )
            link = format_html('{} <a href="../{}/change/">{}</a>', message, first.pk, first)
            self.add_error(None, forms.ValidationError(link, code="saved before"))

    def _order(self):
        """What should be done, with what was said about it."""
        words = self.cleaned_data
        terms = {
            code: Terms(words.get(f"schedule_{code}"), words.get(f"date_{code}"), words.get(f"reason_{code}"))
            for code in LANGUAGES
        }
        try:
            return parse_order(self.data.get("_verb", ""), terms)
        except ValueError as error:
            raise PermissionDenied("There is no such button.") from error

    def _refuse_order(self, order):
        """Say beside the fields why it cannot be done."""
        article = self.instance
        stored = Article.objects.with_editions().filter(pk=article.pk).first() if article.pk else None
        wanted = Article(**{name: self.cleaned_data.get(name) or "" for name in _WORDS})
        for name, messages in problems(order, wanted, stored).items():
            for message in messages:
                if not name or (name in self.fields and name not in self.errors):
                    self.add_error(name or None, message)
        if stored and not self.errors:
            self.cleaned_data["order"] = ask(self, order, stored)


_WORDS = [f"{name}_{code}" for name in ("title", "body") for code in LANGUAGES]


def conflict_message(newest: Revision, *, asked: bool) -> str:
    """Who saved the article meanwhile, and what to do."""
    if asked:
        words = _(
            "%(who)s saved this article on %(when)s, after you had opened it, and both of you changed the same. "
            "Nothing of yours has been saved yet, and nothing is lost. Choose what is to stand, and save again."
        )
    else:
        words = _(
            "%(who)s saved this article on %(when)s, after you had opened it. Nothing of yours has been saved yet, "
            "and nothing is lost: it stands below. When all is in order, both are brought together."
        )
    return words % {
        "who": newest.author or _("An import"),
        "when": date_format(timezone.localtime(newest.created_at), "DATETIME_FORMAT"),
    }
