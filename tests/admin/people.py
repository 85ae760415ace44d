"""People of the newsroom, each in the group that the work asks for."""

from django.contrib.auth.models import Group
from django.test import Client

from infoshos.account.login import PASSED
from news.models import User

GROUPS = ("author", "editor", "moderator", "chief-editor")


def make_person(group: str, username: str | None = None, **fields) -> User:
    """Somebody in a group, who can open the editors' pages."""
    person = User.objects.create_user(username or group, password="a password", is_staff=True, **fields)
    person.groups.add(Group.objects.get(name=group))
    return person


def pass_second_step(client):
    """As after the second step of a log-in, for tests that are about something else."""
    session = client.session
    session[PASSED] = True
    session.save()


class Seat(Client):
    """A browser in which whoever is seated has passed both steps."""

    def force_login(self, user, backend=None):
        """Seat somebody."""
        super().force_login(user, backend)
        pass_second_step(self)
