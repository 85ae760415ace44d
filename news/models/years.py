"""The years of the archive. A mistyped one beyond them would be a story that no page can date."""

from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1900, 2199
# In UTC, far enough from the edges that the year is the same in Moscow.
EARLIEST, LATEST = datetime(FIRST_YEAR, 1, 2, tzinfo=UTC), datetime(LAST_YEAR, 12, 30, tzinfo=UTC)


def validate_year(moment):
    """Refuse a moment outside the archive's years."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR or not EARLIEST <= moment <= LATEST:
        raise ValidationError(
            _("The year must be from %(first)d to %(last)d."), params={"first": FIRST_YEAR, "last": LAST_YEAR}
        )


def validate_not_future(moment):
    """Refuse a moment that has not come: a withdrawal takes effect when it is saved."""
    if moment.year <= LAST_YEAR and moment > timezone.now():
        raise ValidationError(_("A withdrawal takes effect at once; it cannot be set for later."))
