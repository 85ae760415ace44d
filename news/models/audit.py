"""Who did what on the editors' pages and by commands."""

from django.db import models
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from news.models.audit_words import object_words, summary


class NeverChanged(models.BaseConstraint):
    """A row that has been written stays as it is: the database refuses every UPDATE. Both databases by a trigger."""

    _SQLITE = (
        "CREATE TRIGGER %(name)s BEFORE UPDATE ON %(table)s "
        "BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: {name}'); END"
    )
    _FUNCTION = (
        "CREATE OR REPLACE FUNCTION %(name)s() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{name}'; END $$"
    )
    _TRIGGER = "CREATE TRIGGER %(name)s BEFORE UPDATE ON %(table)s FOR EACH ROW EXECUTE FUNCTION %(name)s()"

    def __eq__(self, other):
        return isinstance(other, NeverChanged) and self.name == other.name

    __hash__ = None

    def constraint_sql(self, model, schema_editor):
        """Nothing that stands in CREATE TABLE: the trigger follows the table."""
        postgresql = schema_editor.connection.vendor == "postgresql"
        for sql in (self._FUNCTION, self._TRIGGER) if postgresql else (self._SQLITE,):
            schema_editor.deferred_sql.append(self._statement(sql, model, schema_editor))

    def create_sql(self, model, schema_editor):
        """Add the trigger to a table that is there already (SQLite makes the table anew instead)."""
        schema_editor.deferred_sql.append(self._statement(self._TRIGGER, model, schema_editor))
        return self._statement(self._FUNCTION, model, schema_editor)

    def remove_sql(self, model, schema_editor):
        """Drop the trigger (on SQLite it goes with the table)."""
        return self._statement("DROP TRIGGER %(name)s ON %(table)s", model, schema_editor)

    def validate(self, *args, **kwargs):
        """No form changes a row."""

    def _statement(self, sql, model, schema_editor):
        quote = schema_editor.quote_name
        return Statement(
            sql.replace("{name}", self.name), name=quote(self.name), table=Table(model._meta.db_table, quote)
        )


# What colleagues tell each other of; log-ins and passwords are each one's own.
_DONE = ["added", "changed", "deleted", "decided", "rights", "imported"]


class AuditEntryQuerySet(models.QuerySet):
    """Questions asked of the log."""

    def about(self, model, object_id):
        """What was done to an object, newest first."""
        return self.filter(model=model._meta.label_lower, object_id=str(object_id)).order_by("-at", "-id")

    def of(self, person):
        """What somebody did, newest first."""
        return self.filter(person_number=person.pk).order_by("-at", "-id")

    def of_others(self, person, models, since):
        """What others did to objects of these models from a moment on, newest first."""
        done = self.filter(at__gte=since, model__in=models, action__in=_DONE)
        return done.exclude(person_number=person.pk).order_by("-at", "-id")


class AuditEntry(models.Model):
    """One write, log-in or change of rights. Written once, never changed, removed when its time is over.

    It names people and things as they were then, and hangs on no other row: what has been deleted stays known. Of
    what readers wrote it holds the number only.
    """

    class Action(models.TextChoices):
        ADDED = "added", pgettext_lazy("in the log", "added")
        CHANGED = "changed", pgettext_lazy("in the log", "changed")
        DELETED = "deleted", pgettext_lazy("in the log", "deleted")
        DECIDED = "decided", pgettext_lazy("in the log", "decided")
        RIGHTS = "rights", pgettext_lazy("in the log", "rights changed")
        PASSWORD = "password", pgettext_lazy("in the log", "password changed")
        LOGGED_IN = "logged-in", pgettext_lazy("in the log", "logged in")
        LOGGED_OUT = "logged-out", pgettext_lazy("in the log", "logged out")
        LOGIN_FAILED = "login-failed", pgettext_lazy("in the log", "log-in failed")
        SESSION_ENDED = "session-ended", pgettext_lazy("in the log", "session ended")
        FACTOR_ADDED = "factor-added", pgettext_lazy("in the log", "second factor added")
        FACTOR_REMOVED = "factor-removed", pgettext_lazy("in the log", "second factor removed")
        IMPORTED = "imported", pgettext_lazy("in the log", "imported")

    class Via(models.TextChoices):
        PAGE = "page", pgettext_lazy("in the log", "editors’ pages")
        COMMAND = "command", pgettext_lazy("in the log", "command")

    at = models.DateTimeField(_("moment"), default=timezone.now)
    person_number = models.BigIntegerField(null=True, blank=True)
    person = models.CharField(_("person"), max_length=150, blank=True)
    action = models.CharField(_("action"), max_length=20, choices=Action)
    via = models.CharField(_("path"), max_length=10, choices=Via, default=Via.PAGE)
    model = models.CharField(
        _("kind of object"), max_length=100, blank=True, help_text="Such as news.article."
    )
    object_id = models.CharField(_("number"), max_length=64, blank=True)
    title = models.CharField(_("title then"), max_length=200, blank=True)
    changes = models.JSONField(_("changes"), default=dict, blank=True, help_text="See news/actions/audit.py.")
    network = models.CharField(
        _("network"), max_length=12, blank=True, help_text=_("Equal signs in a month: one network.")
    )

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the log")
        verbose_name_plural = _("log of actions")
        default_permissions = ["view"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["person_number", "-at", "-id"], name="audit_person"),
            models.Index(fields=["action", "-at", "-id"], name="audit_action"),
            models.Index(fields=["model", "object_id", "-at", "-id"], name="audit_object"),
        ]
        constraints = [
            NeverChanged(name="audit_never_changed"),
            models.CheckConstraint(
                condition=Q(
                    action__in=[
                        *("added", "changed", "deleted", "decided", "rights", "password", "logged-in"),
                        *("logged-out", "login-failed", "session-ended", "factor-added", "factor-removed"),
                        "imported",
                    ]
                ),
                name="audit_action_known",
            ),
            models.CheckConstraint(condition=Q(via__in=["page", "command"]), name="audit_via_known"),
        ]

    def __str__(self):
        return f"{self.get_action_display()} {self.about}".strip()

    @property
    def about(self) -> str:
        """The object, in the language of the page."""
        return object_words(self)

    @property
    def summary(self) -> str:
        """What changed, in the language of the page."""
        return summary(self)

    @property
    def address(self) -> str | None:
        """The object's page; nothing where it has none, or may be gone."""
        if not self.object_id or self.action == self.Action.DELETED:
            return None
        try:
            return reverse(f"admin:{self.model.replace('.', '_')}_change", args=[self.object_id])
        except NoReverseMatch:
            return None
