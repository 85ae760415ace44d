"""What people change of their own accounts."""

from django.conf import settings

from news.models import User


def choose_language(user: User, language: str) -> bool:
    """Make `language` the one in which the editorial pages address this person; False for an unknown one."""
    if language not in dict(settings.LANGUAGES):
        return False
    user.interface_language = language
    # Only this column: an administrator may be changing the rights of the account at this moment.
    user.save(update_fields=["interface_language"])
    return True
