"""How an edition stands, in words: short ones for the list, a sentence above each edition."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
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
    return format_html('<span class="standing {}">{}</span>', stands.code.value, _short(stands, now))


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
    """A sentence that says what readers see. All moments are Moscow time."""
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
