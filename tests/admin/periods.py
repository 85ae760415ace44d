"""Statuses of states in tests, and pages that say what will be."""

import re

from news.models import Membership
from tests import factories as make


def make_statuses():
    """The statuses of the organisation, by their keys."""
    return {
        key: make.make_status(key, name_en=name, name_ru=russian, order=number)
        for number, (key, name, russian) in enumerate(
            [
                ("member", "member state", "государство-член"),
                ("observer", "observer state", "государство-наблюдатель"),
                ("dialogue-partner", "dialogue partner", "партнёр по диалогу"),
                ("partner", "SCO partner", "партнёр ШОС"),
            ]
        )
    }


def periods(state):
    """The periods of a state, oldest first."""
    rows = Membership.objects.filter(state=state).order_by("since")
    return [(row.status.key, str(row.since), str(row.until or "")) for row in rows]


def what_will_be(answer):
    """The sentences of the page."""
    return [step.sentence for step in answer.context["steps"]]


def confirmed(answer, values):
    """What the button sends under which it stands what will be."""
    seen = re.search(r'name="seen" value="(\w+)"', answer.content.decode())
    return values | {"seen": seen[1]}
