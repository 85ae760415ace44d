"""What people log in with beside their password."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OneTimeKey(models.Model):
    """The secret that a person's telephone makes codes from. A code is good once: `last_step` only grows."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="one_time_key"
    )
    sealed = models.TextField(help_text="Encrypted: see infoshos/web/sealing.py.")
    last_step = models.BigIntegerField(help_text="That of the newest code that was taken.")
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        default_permissions = []  # nobody sees them but the person
        constraints = [models.CheckConstraint(condition=~Q(sealed=""), name="one_time_key_has_secret")]

    def __str__(self):
        return f"{self.user_id}"


class Passkey(models.Model):
    """A key on a device of a person's. Its public half is here; the other never leaves the device."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(pgettext_lazy("of a thing", "name"), max_length=80)
    credential_id = models.CharField(max_length=1400, unique=True)
    credential = models.TextField(
        help_text="The public key with its identifier, as WebAuthn has it; base64url."
    )
    uses = models.BigIntegerField(default=0, help_text="The device's own counter; 0 where it has none.")
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    used_at = models.DateTimeField(_("last used"), null=True)

    class Meta:
        default_permissions = []  # nobody sees them but the person
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(credential=""), name="passkey_has_name_and_key")
        ]

    def __str__(self):
        return self.name


class RecoveryCode(models.Model):
    """A code on paper, good once, for whoever has lost all else. A keyed hash of it, not the code."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = []  # nobody sees them but the person
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="recovery_code_once")]

    def __str__(self):
        return f"{self.user_id} {self.pk}"
