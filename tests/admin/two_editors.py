"""Two editors in one form: one opened it before the other saved."""

from tests.admin.browsing import fields_of


def address(row):
    """Where the pages of a row begin."""
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/"


def opened(desk, row):
    """The form as it is now."""
    return fields_of(desk.get(address(row) + "change/"), f"{row._meta.model_name}_form")


def again(answer, row):
    """The form as it came back."""
    return fields_of(answer, f"{row._meta.model_name}_form")


def save(desk, row, values):
    """Send the form."""
    return desk.post(address(row) + "change/", values)


def meanwhile(row, **fields):
    """Somebody else saves."""
    type(row).objects.filter(pk=row.pk).update(**fields)
