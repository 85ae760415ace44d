"""What stands under the fields of the forms: what they are for, in an editor's words."""

from django.utils.translation import gettext_lazy as _

_ORDER = _("Smaller numbers stand first.")

HELP = {
    "section.slug": _(
        "The last part of the section’s address, in small Latin letters: /en/section/security/. When you change it, "
        "the old address leads to the new one."
    ),
    "section.order": _("The place in the menu: smaller numbers stand first."),
    "section.name": _("Without a name the section does not appear in this language."),
    "section.description": _(
        "A sentence under the title of the section's page, also shown by search engines."
    ),
    "topic.slug": _(
        "The last part of the topic’s address, in small Latin letters: /en/topic/drugs/. When you change it, the old "
        "address leads to the new one."
    ),
    "topic.name": _("Without a name the topic does not appear in this language."),
    "page.slug": _("The address after the language, in small Latin letters: /en/about/."),
    "page.order": _("The place at the foot of every page: smaller numbers stand first."),
    "page.title": _("Without a title and a text the page does not appear in this language."),
    "notice.ref": _(
        "A short name in Latin letters by which an import knows the notice. Readers do not see it."
    ),
    "notice.shown": _("Whether readers see the notice, on top of every page."),
    "notice.order": _ORDER,
    "notice.text": _("Without a text the notice does not appear in this language."),
    "state.code": _("Two capital Latin letters, as in ISO 3166-1: KZ."),
    "state.time_zone": _(
        "Begin typing the name of a large city; the clock at the foot of every page follows it."
    ),
    "status.key": _(
        "A short name in Latin letters by which an import knows the status. Readers do not see it."
    ),
    "status.order": _("The place of the list on the page of states: smaller numbers stand first."),
    "redirect.article": _("Type words of the title."),
    "redirect.language": _("The edition that readers are led to."),
    "sitesettings.name": _("As it stands at the foot of every page and in mails."),
    "sitesettings.email": _(
        "Shown in the imprint. Messages from readers go there where the operator has set no other address."
    ),
}


def help_for(field) -> str:
    """The help of a model's field, whichever language its column is of; empty where there is none."""
    name = getattr(getattr(field, "translated_field", None), "name", field.name)
    return HELP.get(f"{field.model._meta.model_name}.{name}", "")
