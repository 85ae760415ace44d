"""Django's sessions, users, messages and tokens, for the editors' pages only.

A page for readers must be the same whatever cookies come with the request, also with broken ones, which Django
answers with new ones. So nothing outside `/admin/` reads or sets a cookie, and `request.user` exists only there.
The classes keep the names and the ancestors by which Django's system checks know them.
"""

from django.contrib.auth import middleware as auth
from django.contrib.messages import middleware as messages
from django.contrib.sessions import middleware as sessions
from django.middleware import csrf

from news.actions.sessions import see_session


def is_editorial(request) -> bool:
    """Whether the address is one of the editors' pages."""
    return request.path_info.startswith("/admin/")


class EditorialOnly:
    """Lets every other request pass by. Before the middleware in the list of ancestors."""

    def __call__(self, request):
        return super().__call__(request) if is_editorial(request) else self.get_response(request)


class SessionMiddleware(EditorialOnly, sessions.SessionMiddleware):
    """`request.session`, below /admin/."""


class AuthenticationMiddleware(EditorialOnly, auth.AuthenticationMiddleware):
    """`request.user`, below /admin/."""


class LastSeenMiddleware:
    """Notes now and then that a session is in use. After authentication."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if is_editorial(request) and request.user.is_authenticated:
            see_session(request)
        return self.get_response(request)


class MessageMiddleware(EditorialOnly, messages.MessageMiddleware):
    """Django's messages, below /admin/."""


class CsrfViewMiddleware(EditorialOnly, csrf.CsrfViewMiddleware):
    """Django's token, below /admin/. Elsewhere nobody has one: only views that check the origin take a form."""
