"""One sending, one key: what makes a double click, a reload or a step back store once."""

import json
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

# Around midnight the day of a sending and that of its repetition may differ.
_MIDNIGHT = timedelta(minutes=10)


def sending_keys(*content, script_key: str, address: str) -> list[str]:
    """The keys under which this sending may be stored already; the first is the one to store it under.

    `script_key` was made by the page's script at the first keystroke. Without script, the reader's network address
    and the day stand in for it. Either is mixed with the content: the same key with other words is another sending.
    The result is a keyed hash, from which nothing can be read back.
    """
    if script_key:
        return [_hash("script", script_key, *content)]
    now = timezone.localtime()
    days = dict.fromkeys([now.date(), (now - _MIDNIGHT).date()])
    return [_hash("address", address, day.isoformat(), *content) for day in days]


def _hash(*parts) -> str:
    return salted_hmac("comments.sending", json.dumps(parts), algorithm="sha256").hexdigest()
