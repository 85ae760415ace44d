"""The desk's front page: what waits for a person, as far as their rights go. The digest says the same by mail."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format

from comments.admin.desk import Queue, queues
from news.admin import desk
from news.admin.desk import AHEAD, RECENT, Line


@dataclass(frozen=True)
class Desk:
    """What a person finds on coming in. A list that is None is none of this person's."""

    now: datetime
    queues: list[Queue]
    embargoes: list[Line] | None
    wanting: list[Line] | None
    drafts: list[Line] | None
    colleagues: list[Line]

    def __bool__(self):
        """Whether there is anything to say."""
        lists = (self.embargoes, self.wanting, self.drafts, self.colleagues)
        return any(queue.count for queue in self.queues) or any(lists)


def desk_of(person, *, since: datetime | None = None, now: datetime | None = None) -> Desk:
    """What waits for a person, and what colleagues did: lately, or from a moment on."""
    now = now or timezone.now()
    sees_all = person.has_perm("news.view_article")
    writes = person.has_perm("news.change_article")
    return Desk(
        now=now,
        queues=queues(person),
        embargoes=desk.embargoes(now) if sees_all else None,
        wanting=desk.wanting(now) if sees_all and writes else None,
        drafts=desk.drafts_of(person, now) if writes else None,
        colleagues=desk.colleagues(person, since or now - RECENT),
    )


def time_line(found: Desk) -> dict:
    """Where on a line of seven days the days begin and the embargoes end, in per cent of its length."""
    midnight = timezone.localtime(found.now).replace(hour=0, minute=0, second=0, microsecond=0)
    days = [midnight + timedelta(days=number) for number in range(1, AHEAD.days + 1)]
    return {
        "days": [
            # No room for the name of a day that has only begun at the end of the line.
            (_share(day - found.now), date_format(day, "D j") if day - found.now < 0.93 * AHEAD else "")
            for day in days
        ],
        "marks": [(_share(line.moment - found.now), line.mark) for line in found.embargoes or ()],
    }


def _share(delta: timedelta) -> str:
    """With a point, whatever the language of the page."""
    return f"{100 * (delta / AHEAD):.2f}%"
