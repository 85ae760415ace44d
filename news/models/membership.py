"""Which status a state holds, and since when: rows, because statuses and lists change."""

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.ddl_references import Columns, Statement, Table
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from news.models.conditions import in_both_languages

NO_OVERLAP = "membership_no_overlap"


class Status(models.Model):
    """A relation to the organisation: member, observer, dialogue partner, or what comes after them."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    name = models.CharField(_("name of one"), max_length=100, help_text=_("For example: member state"))
    list_name = models.CharField(
        _("name of the list"), max_length=100, help_text=_("For example: Member states")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("status")
        verbose_name_plural = _("statuses")
        ordering = ["order", "key"]
        constraints = in_both_languages(
            "status", "name", "list_name", message=_("A status needs both of its names in both languages.")
        )

    def __str__(self):
        return self.name or self.key


class NoOverlap(models.BaseConstraint):
    """A state holds at most one status on any day; so it also has at most one open period.

    PostgreSQL holds this by an exclusion over the state and the range of days, SQLite by two triggers.
    """

    _POSTGRESQL = (
        "CONSTRAINT %(name)s EXCLUDE USING gist "
        "(int8range(%(columns)s, %(columns)s, '[]') WITH &&, daterange(since, until) WITH &&)"
    )
    _SQLITE_TRIGGER = (
        "CREATE TRIGGER %(name)s BEFORE %(event)s ON %(table)s WHEN EXISTS ("
        "SELECT 1 FROM %(table)s other WHERE other.state_id = NEW.state_id %(but)s "
        "AND (NEW.until IS NULL OR other.since < NEW.until) "
        "AND (other.until IS NULL OR NEW.since < other.until)) "
        "BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: {name}'); END"
    )

    def __eq__(self, other):
        return isinstance(other, NoOverlap) and self.name == other.name

    __hash__ = None

    def constraint_sql(self, model, schema_editor):
        """What stands in CREATE TABLE; on SQLite nothing, and the triggers follow the table."""
        if schema_editor.connection.vendor == "postgresql":
            return str(self._exclusion(model, schema_editor))
        # A deferred statement follows its table through the renaming by which SQLite changes a table.
        schema_editor.deferred_sql.extend(self._triggers(model, schema_editor))
        return None

    def create_sql(self, model, schema_editor):
        """Add the exclusion to a table that is there already (SQLite makes the table anew instead)."""
        table = Table(model._meta.db_table, schema_editor.quote_name)
        exclusion = self._exclusion(model, schema_editor)
        return Statement("ALTER TABLE %(table)s ADD %(constraint)s", table=table, constraint=exclusion)

    def remove_sql(self, model, schema_editor):
        """Drop the exclusion (SQLite makes the table anew, and its triggers go with the old one)."""
        return schema_editor._delete_constraint_sql(schema_editor.sql_delete_check, model, self.name)

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        """Raise a ValidationError that names the period in the way."""
        if not instance.since or not instance.state_id or "state" in (exclude or ()):
            return
        clash = (
            Membership.objects.using(using)
            .filter(state_id=instance.state_id)
            .exclude(pk=instance.pk)
            .filter(Q(until__isnull=True) | Q(until__gt=instance.since))
        )
        if instance.until:
            clash = clash.filter(since__lt=instance.until)
        if found := clash.select_related("status").first():
            message = _("This period overlaps with “%(status)s” since %(since)s. End that period first.")
            raise ValidationError(
                message, code="overlap", params={"status": found.status, "since": found.since.isoformat()}
            )

    def _exclusion(self, model, schema_editor):
        return Statement(
            self._POSTGRESQL,
            name=schema_editor.quote_name(self.name),
            columns=Columns(model._meta.db_table, ["state_id"], schema_editor.quote_name),
        )

    def _triggers(self, model, schema_editor):
        for event, but in (("INSERT", ""), ("UPDATE", "AND other.id <> NEW.id")):
            yield Statement(
                self._SQLITE_TRIGGER.replace("{name}", self.name),
                name=schema_editor.quote_name(f"{self.name}_{event.lower()}"),
                table=Table(model._meta.db_table, schema_editor.quote_name),
                event=event,
                but=but,
            )


class MembershipQuerySet(models.QuerySet):
    """Questions asked of memberships."""

    def on(self, day):
        """Memberships in force on `day`. Periods are half-open: `until` is the first day without the status."""
        return self.beyond(day).filter(since__lte=day)

    def beyond(self, day):
        """Memberships in force on `day` or at any time after it."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day))


class Membership(models.Model):
    """A status that a state holds over `[since, until)`; no `until`: to this day."""

    state = models.ForeignKey(
        "news.State", on_delete=models.CASCADE, related_name="memberships", verbose_name=_("state")
    )
    status = models.ForeignKey(
        Status, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("status")
    )
    since = models.DateField(_("since"))
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The first day on which the status no longer holds.")
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["state", "since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="membership_until_after_since",
                violation_error_message=_("The period ends before it begins."),
            ),
            NoOverlap(name=NO_OVERLAP),
        ]

    def __str__(self):
        since, until = (day and date_format(day, "SHORT_DATE_FORMAT") for day in (self.since, self.until))
        return f"{self.state}: {self.status}, {since}–{until or '…'}"
