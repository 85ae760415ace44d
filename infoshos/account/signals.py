"""What is noted when somebody comes in, fails to, or leaves, whichever page they use."""

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from news.actions.audit import Action, record
from news.actions.sessions import forget_session, note_session


def connect():
    """Hear of every log-in."""
    user_logged_in.connect(came_in, dispatch_uid="infoshos.came_in")
    user_logged_out.connect(went_out, dispatch_uid="infoshos.went_out")
    user_login_failed.connect(failed, dispatch_uid="infoshos.failed")


def came_in(sender, request, user, **kwargs):
    """Somebody logged in."""
    note_session(user, request)
    factor = getattr(request, "came_in_with", None)
    record(Action.LOGGED_IN, by=user, request=request, changes={"factor": factor} if factor else None)


def went_out(sender, request, user, **kwargs):
    """Somebody logged out; a session that has run out has no person any more."""
    forget_session(request.session.session_key)
    if user:
        record(Action.LOGGED_OUT, by=user, request=request)


def failed(sender, credentials, request=None, **kwargs):
    """A password was wrong. A name that no account has is not kept: it may be a password in the wrong field."""
    users = get_user_model().objects
    name = credentials.get(get_user_model().USERNAME_FIELD) or ""
    record(Action.LOGIN_FAILED, about=users.filter(username=name).first(), request=request)
