"""The second factor: who must have one, how it is added and removed, and how a code is judged.

A code is good once, also where two send it at the same moment: a conditional update takes it, and one of them wins.
"""

import secrets

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from infoshos.web import one_time
from infoshos.web.fingerprints import fingerprint
from infoshos.web.sealing import SealError, seal, unseal
from news.actions.audit import Action, record
from news.actions.sessions import end_others, end_sessions
from news.models import OneTimeKey, OpenSession, Passkey, RecoveryCode, User

RECOVERY_CODES = 10
_PURPOSE = "one-time secret"
# Without letters that look like digits.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def needs_second_factor(user: User) -> bool:
    """Whether the person may do nothing without one: by group, and superusers where the site is public."""
    if user.is_demo:
        return False
    if user.is_superuser:
        return settings.PUBLIC_IS_SECURE
    return user.groups.filter(name__in=settings.SECOND_FACTOR_GROUPS).exists()


def has_second_factor(user: User) -> bool:
    """Whether the person has an app or a passkey."""
    return OneTimeKey.objects.filter(user=user).exists() or Passkey.objects.filter(user=user).exists()


@transaction.atomic
def add_one_time_key(user: User, secret: str, typed: str, *, request) -> list[str] | None:
    """Take a telephone's secret if it makes the right code; return new recovery codes, if there were none.

    None where the code is wrong.
    """
    step = one_time.step_of(secret, normal(typed))
    if step is None:
        return None
    OneTimeKey.objects.filter(user=user).delete()
    OneTimeKey.objects.create(user=user, sealed=seal(_PURPOSE, secret), last_step=step)
    return _added(user, "app", request)


@transaction.atomic
def add_passkey(
    user: User, *, name: str, credential_id: str, credential: str, uses: int, request
) -> list[str]:
    """Take a passkey that was verified; return new recovery codes, if there were none."""
    Passkey.objects.create(
        user=user, name=name, credential_id=credential_id, credential=credential, uses=uses
    )
    return _added(user, "passkey", request)


@transaction.atomic
def remove_factor(user: User, which: str, *, request) -> bool:
    """Remove the app (`app`) or a passkey (its number); False where there is none such.

    With the last one go the recovery codes.
    """
    if which == "app":
        removed, _by_model = OneTimeKey.objects.filter(user=user).delete()
    else:
        number = int(which) if which.isascii() and which.isdigit() else 0
        removed, _by_model = Passkey.objects.filter(user=user, pk=number).delete()
    if not removed:
        return False
    if not has_second_factor(user):
        RecoveryCode.objects.filter(user=user).delete()
    factor = {"factor": "app" if which == "app" else "passkey"}
    record(Action.FACTOR_REMOVED, by=user, about=user, request=request, changes=factor)
    return True


@transaction.atomic
def remove_all_factors(user: User, *, by: User | None = None, request=None) -> None:
    """Somebody has lost everything: the password alone lets them in again, and nobody stays logged in."""
    for model in (OneTimeKey, Passkey, RecoveryCode):
        model.objects.filter(user=user).delete()
    record(Action.FACTOR_REMOVED, by=by, about=user, request=request)
    end_sessions(OpenSession.objects.filter(user=user), by=by, request=request)


@transaction.atomic
def make_recovery_codes(user: User) -> list[str]:
    """New codes, which stand nowhere but on the page that shows them; the old ones are good no more."""
    RecoveryCode.objects.filter(user=user).delete()
    codes = ["".join(secrets.choice(_LETTERS) for _letter in range(10)) for _code in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(user, code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


@transaction.atomic
def renew_recovery_codes(user: User, *, request) -> list[str]:
    """New codes on the person's own demand."""
    record(Action.FACTOR_ADDED, by=user, about=user, request=request, changes={"factor": "recovery codes"})
    return make_recovery_codes(user)


def take_code(user: User, typed: str) -> str | None:
    """Use up a code; say whether it was that of the app or one on paper. None where it is neither."""
    if _take_one_time(user, normal(typed)):
        return "app"
    return "recovery code" if take_recovery_code(user, typed) else None


def take_recovery_code(user: User, typed: str) -> bool:
    """Whether this is a code on paper; it is used up by this."""
    unused = RecoveryCode.objects.filter(user=user, digest=_digest(user, normal(typed)), used_at__isnull=True)
    return bool(unused.update(used_at=timezone.now()))


def take_passkey_use(passkey: Passkey, uses: int) -> bool:
    """Note the use of a passkey. A counter that does not grow is that of a copy: False."""
    rows = Passkey.objects.filter(pk=passkey.pk)
    rows = rows.filter(uses__lt=uses) if uses else rows.filter(uses=0)
    return bool(rows.update(uses=uses, used_at=timezone.now()))


def normal(typed: str) -> str:
    """A code as it is kept, however it was typed."""
    return "".join(letter for letter in typed.lower() if letter.isalnum())[:20]


def _take_one_time(user: User, code: str) -> bool:
    key = OneTimeKey.objects.filter(user=user).first()
    if key is None:
        return False
    try:
        step = one_time.step_of(unseal(_PURPOSE, key.sealed), code)
    except SealError:  # SECRET_KEY is another one now: the person needs a new key
        return False
    return step is not None and bool(
        OneTimeKey.objects.filter(pk=key.pk, last_step__lt=step).update(last_step=step)
    )


def _digest(user: User, code: str) -> str:
    return fingerprint("recovery code", f"{user.pk} {code}")


def _added(user: User, kind: str, request) -> list[str]:
    """What follows an addition: an entry in the log, codes on paper, and no session that came in without it."""
    record(Action.FACTOR_ADDED, by=user, about=user, request=request, changes={"factor": kind})
    end_others(user, by=user, request=request)
    if RecoveryCode.objects.filter(user=user, used_at__isnull=True).exists():
        return []
    return make_recovery_codes(user)
