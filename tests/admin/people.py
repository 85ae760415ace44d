"""People of the newsroom, each in the group that the work asks for."""

from django.contrib.auth.models import Group

from news.models import User

GROUPS = ("author", "editor", "moderator", "chief-editor")


def make_person(group: str, username: str | None = None, **fields) -> User:
    """Somebody in a group, who can open the editors' pages."""
    person = User.objects.create_user(username or group, password="a password", is_staff=True, **fields)
    person.groups.add(Group.objects.get(name=group))
    return person
