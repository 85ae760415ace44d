"""What is done with an edition besides writing it: publish, schedule, take back a schedule, withdraw, lift that.

A verb comes with the text that it is about; both are stored in one transaction, or neither.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.actions.audit import Action, record
from news.actions.publishing import save_article
from news.languages import LANGUAGES, column
from news.models import Article, Revision
from news.models.standing import Standing, standing


class Verb(StrEnum):
    """What can be done."""

    PUBLISH = "publish"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


_BEFORE = frozenset({Verb.PUBLISH, Verb.SCHEDULE})
# What can be done with an edition, as it stands. Withdrawing again changes the reason.
FITTING = {
    Standing.MISSING: _BEFORE,
    Standing.DRAFT: _BEFORE,
    Standing.EMBARGOED: _BEFORE | {Verb.UNSCHEDULE},
    Standing.LIVE: frozenset({Verb.PUBLISH, Verb.WITHDRAW}),
    Standing.CHANGED: frozenset({Verb.PUBLISH, Verb.WITHDRAW}),
    Standing.WITHDRAWN: frozenset({Verb.PUBLISH, Verb.RESTORE, Verb.WITHDRAW}),
}
_OUT = {Standing.LIVE, Standing.CHANGED, Standing.WITHDRAWN}


@dataclass(frozen=True)
class Terms:
    """What was said about one edition: when it should appear, which date it should have, why it is withdrawn.

    None is what was not asked: it stays as it is.
    """

    schedule: datetime | None = None
    date: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Order:
    """A verb, the editions that it is about, and what was said about each edition. Without a verb, a save."""

    verb: Verb | None = None
    languages: tuple[str, ...] = ()
    terms: dict[str, Terms] = field(default_factory=dict)
    # Of an edition whose changes are published: "spelling" or "substance".
    answers: dict[str, str] = field(default_factory=dict)

    def verb_for(self, language: str) -> Verb | None:
        """What is to be done with an edition."""
        return self.verb if language in self.languages else None


def parse_order(text: str, terms: dict[str, Terms] | None = None) -> Order:
    """Read `publish:en` or `publish:en ru`. Raises ValueError for what is no verb of an edition."""
    if not text:
        return Order(terms=terms or {})
    verb, _colon, languages = text.partition(":")
    named = tuple(languages.split())
    if not named or not set(named) <= set(LANGUAGES):
        raise ValueError(text)
    return Order(Verb(verb), named, terms or {})


def this_minute() -> datetime:
    """Now, as editors write it: without seconds."""
    return timezone.now().replace(second=0, microsecond=0)


def problems(order: Order, article: Article, stored: Article | None) -> dict[str, list[str]]:
    """Why an order cannot be carried out, by the names of the form's fields; under "" what belongs to none.

    `article` has the text as it will be, `stored` is the row as it is, read `with_editions`.
    """
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for name, message in _problems(order, article, stored or Article(), language):
            found.setdefault(name, []).append(message)
    return found


def _problems(order: Order, article: Article, stored: Article, language: str):
    now, stands = timezone.now(), standing(stored, language)
    verb, terms = order.verb_for(language), order.terms.get(language, Terms())
    if verb and verb not in FITTING[stands.code]:
        yield "", _("The edition stands otherwise by now, and nothing has been done. Open the page again.")
        return
    if verb in _BEFORE or (stands.code in _OUT | {Standing.EMBARGOED} and verb != Verb.UNSCHEDULE):
        if not getattr(article, column("title", language)):
            yield column("title", language), _("An edition that is published or scheduled needs a title.")
        if not getattr(article, column("body", language)):
            yield column("body", language), _("An edition that is published or scheduled needs a text.")
    yield from ((column("schedule", language), words) for words in _of_schedule(verb, terms, stands, now))
    yield from ((column("date", language), words) for words in _of_date(verb, terms, stands, now))
    yield from ((column("reason", language), words) for words in _of_reason(verb, terms, stands))


def _of_schedule(verb, terms, stands, now):
    if verb == Verb.SCHEDULE:
        if terms.schedule is None:
            yield _("Say when it is to appear.")
        elif terms.schedule <= now:
            yield _("This time has passed: in Moscow it is %(now)s. Choose a later one, or publish now.") % {
                "now": date_format(timezone.localtime(now), "DATETIME_FORMAT")
            }
        return
    known = stands.code == Standing.EMBARGOED and terms.schedule and _same(terms.schedule, stands.moment)
    if terms.schedule and not known and verb != Verb.UNSCHEDULE:
        yield _("Press “Schedule” for this time, or empty it.")


def _of_date(verb, terms, stands, now):
    if not terms.date:
        return
    if terms.date > now:
        yield _("This date has not come. Empty it, and use “Schedule”.")
    elif stands.code not in _OUT and verb != Verb.PUBLISH:
        yield _("A draft has no date. Press “Publish now” to publish it with this one, or empty it.")


def _of_reason(verb, terms, stands):
    if verb == Verb.WITHDRAW:
        if not terms.reason:
            yield _("Say why it is withdrawn: readers will ask.")
    elif terms.reason and terms.reason != stands.reason:
        yield _("Press “Withdraw” for this reason, or empty it.")


def _same(one: datetime, other: datetime) -> bool:
    """Whether two moments are the same minute, which is what a form shows of them."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)


@transaction.atomic
def carry_out(order: Order, article: Article, *, by, request=None, based_on: int | None = None) -> Revision:
    """Save an article, whose attributes hold the text that an editor wants, do what was ordered, and log that.

    Raises ValidationError where the order does not fit (any more), and what `save_article` raises.
    """
    stored = None
    if article.pk:
        stored = Article.objects.with_editions().select_for_update().get(pk=article.pk)
        _put_dates_back(article, stored)
    if found := problems(order, article, stored):
        raise ValidationError([message for messages in found.values() for message in messages], code="order")
    now = this_minute()
    for language in LANGUAGES:
        _do(order, article, stored or Article(), language, now)
    publish = order.languages if order.verb == Verb.PUBLISH else ()
    revision = save_article(
        article,
        by=by,
        via=Revision.Via.FORM,
        publish=publish,
        based_on=based_on,
        answers=order.answers,
        request=request,
    )
    if order.verb:
        done = [[order.verb.value, language] for language in order.languages]
        record(Action.CHANGED, by=by, about=article, request=request, changes={"verbs": done})
    return revision


def _put_dates_back(article: Article, stored: Article) -> None:
    """Dates change by verbs only."""
    for language in LANGUAGES:
        for name in ("published_at", "withdrawn_at", "withdrawal_reason"):
            setattr(article, column(name, language), getattr(stored, column(name, language)))


def _do(order: Order, article: Article, stored: Article, language: str, now: datetime) -> None:
    stands, terms = standing(stored, language), order.terms.get(language, Terms())
    date, since, reason = (
        column(name, language) for name in ("published_at", "withdrawn_at", "withdrawal_reason")
    )
    match order.verb_for(language):
        case Verb.PUBLISH:
            if stands.code not in _OUT:
                setattr(article, date, terms.date or now)
            setattr(article, since, None)
            setattr(article, reason, "")
        case Verb.SCHEDULE:
            setattr(article, date, terms.schedule)
        case Verb.UNSCHEDULE:
            setattr(article, date, None)
        case Verb.WITHDRAW:
            setattr(article, since, getattr(stored, since) or timezone.now())
            setattr(article, reason, terms.reason)
        case Verb.RESTORE:
            setattr(article, since, None)
            setattr(article, reason, "")
    known = getattr(stored, date)
    if terms.date and stands.code in _OUT and not (known and _same(terms.date, known)):
        setattr(article, date, terms.date)
