"""Sentences of Django's admin that the portal says in its own Russian.

Django puts the name of a thing into them in the nominative («Добавить рубрика»), which only some genders forgive.
Our catalogue comes before Django's, so translating a sentence here is enough; it is spelt exactly as Django's.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

OURS = [
    gettext_noop("Add %s"),
    gettext_noop("Add %(name)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Change %s"),
    gettext_noop("View %s"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("Delete selected %(model)s"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("Successfully deleted %(count)d %(items)s."),
    gettext_noop("Select %s"),
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop(" By %(filter_title)s "),
    gettext_noop("%(model_name)s with this %(field_label)s already exists."),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The %(name)s “%(obj)s” was deleted successfully."),
    gettext_noop("Added “%(object)s”."),
    gettext_noop("Added {name} “{object}”."),
    gettext_noop("Changed “%(object)s” — %(changes)s"),
    gettext_noop("Changed {fields} for {name} “{object}”."),
    gettext_noop("Deleted “%(object)s.”"),
    gettext_noop("Deleted {name} “{object}”."),
    ngettext_lazy("Please correct the error below.", "Please correct the errors below.", 1),
]
