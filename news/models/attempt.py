"""Failed attempts to log in."""

from django.db import models
from django.db.models import Q


class LoginAttempt(models.Model):
    """An attempt that failed, or that is being judged at this moment. Removed after a day.

    Neither the name nor the address can be read from the row: both are keyed hashes.
    """

    class Step(models.TextChoices):
        FIRST = "first"  # a name and a password
        SECOND = "second"  # a code

    step = models.CharField(max_length=10, choices=Step)
    account = models.CharField(max_length=64, help_text="Keyed hash of the name, whether it exists or not.")
    network = models.CharField(max_length=64, help_text="Keyed hash of the network from which it came.")
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["step", "account", "network", "at"], name="attempt_of_account"),
            models.Index(fields=["step", "network", "at"], name="attempt_from_network"),
            models.Index(fields=["at"], name="attempt_by_age"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(step__in=["first", "second"]), name="attempt_step"),
            models.CheckConstraint(
                condition=~Q(account="") & ~Q(network=""), name="attempt_has_account_and_network"
            ),
        ]

    def __str__(self):
        return f"{self.step} {self.at:%Y-%m-%d %H:%M}"
