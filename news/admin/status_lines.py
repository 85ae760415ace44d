"""How an edition stands, in words: short ones for the list, a sentence above each edition."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.models.standing import EditionStanding, Standing

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def in_words(delta: timedelta) -> str:
    """How long it is until then: “in 3 hours”. Rounded down to minutes, hours or days."""
    if delta < _MINUTE:
        return _("in less than a minute")
    if delta < _HOUR:
        return ngettext("in %(count)d minute", "in %(count)d minutes", delta // _MINUTE) % {
            "count": delta // _MINUTE
        }
    if delta < 2 * _DAY:
        return ngettext("in %(count)d hour", "in %(count)d hours", delta // _HOUR) % {"count": delta // _HOUR}
    return ngettext("in %(count)d day", "in %(count)d days", delta // _DAY) % {"count": delta // _DAY}


def shown(moment: datetime, style: str = "SHORT_DATETIME_FORMAT") -> str:
    """A moment in Moscow."""
    return date_format(timezone.localtime(moment), style)


def short_line(stands: EditionStanding, now: datetime | None = None) -> str:
    """For a list."""
    line = format_html('<span class="standing {}">{}</span>', stands.code.value, _short(stands, now))
    if not stands.outdated:
        return line
    return format_html('{}<br><span class="standing outdated">{}</span>', line, outdated_line(stands))


def outdated_line(stands: EditionStanding) -> str:
    """How many paragraphs are out of date, and since when."""
    return ngettext(
        "out of date: %(count)d paragraph since %(day)s",
        "out of date: %(count)d paragraphs since %(day)s",
        stands.outdated,
    ) % {"count": stands.outdated, "day": shown(stands.outdated_since, "DATE_FORMAT")}


def _short(stands: EditionStanding, now: datetime | None) -> str:
    moment = stands.moment and shown(stands.moment)
    match stands.code:
        case Standing.EMBARGOED:
            left = in_words(stands.moment - (now or timezone.now()))
            return _("embargoed until %(moment)s, %(left)s") % {"moment": moment, "left": left}
        case Standing.LIVE:
            return _("live since %(moment)s") % {"moment": moment}
        case Standing.CHANGED:
            return _("live since %(moment)s, with unpublished changes") % {"moment": moment}
        case Standing.WITHDRAWN:
            return _("withdrawn %(moment)s") % {"moment": moment}
    return str(stands.code.label)


def long_line(stands: EditionStanding, now: datetime | None = None) -> str:
    """What readers see, and what is out of date, in sentences. All moments are Moscow time."""
    line = _long(stands, now)
    return f"{line} {capfirst(outdated_line(stands))}." if stands.outdated else line


def _long(stands: EditionStanding, now: datetime | None) -> str:
    moment = stands.moment and shown(stands.moment, "DATETIME_FORMAT")
    match stands.code:
        case Standing.MISSING:
            return _("Missing: there is no such edition yet.")
        case Standing.DRAFT:
            return _("Draft: readers do not see it.")
        case Standing.EMBARGOED:
            left = in_words(stands.moment - (now or timezone.now()))
            return _("Embargoed until %(moment)s Moscow time, %(left)s.") % {"moment": moment, "left": left}
        case Standing.LIVE:
            return _("Live since %(moment)s Moscow time.") % {"moment": moment}
        case Standing.CHANGED:
            return _(
                "Live since %(moment)s Moscow time, with unpublished changes: readers see the text before them."
            ) % {"moment": moment}
    return _("Withdrawn on %(moment)s Moscow time: “%(reason)s”") % {
        "moment": moment,
        "reason": stands.reason,
    }
