"""For operators, when nobody of the newsroom can help."""

from django.core.management.base import BaseCommand, CommandError

from news.actions.second_factor import remove_all_factors
from news.models import User


class Command(BaseCommand):
    """Remove an app, passkeys and recovery codes of somebody who has lost them, and end the person's sessions."""

    help = (
        "Removes the second factor of an account; the password alone lets the person in, to set up another."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        """Raise CommandError where there is no such account."""
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account {username}.")
        remove_all_factors(person)
        self.stdout.write(f"{username} has no second factor any more.")
