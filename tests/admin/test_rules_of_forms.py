"""Whatever rule of the database a form can break, people are told in words."""

from django.apps import apps
from django.contrib import admin
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.test import RequestFactory

from tests.factories import make_editor

# Rules that a field of the form holds before the database is asked, with words of its own.
HELD_BY_FIELDS = {
    "attachment_language": "a choice",
    "attachment_has_title": "a required field",
    "front_place_position": "a choice",
    "image_focus_inside": "limits of the number",
    "redirect_language": "a choice",
    "user_interface_language": "a choice",
    "page_slug_not_reserved": "a validator",
    "article_body_limit_en": "counted when the text is brought into form",
    "article_body_limit_ru": "counted when the text is brought into form",
    "article_titled_has_slug_en": "made from the title",
    "article_titled_has_slug_ru": "made from the title",
    **{
        f"article_{field}_year_{code}": "limits of the field"
        for field in ("published_at", "withdrawn_at")
        for code in ("en", "ru")
    },
}


def fields_of_forms(request) -> dict:
    """The fields that people can fill in, by model."""
    fields = {}
    for model, model_admin in admin.site._registry.items():
        shown = model_admin.get_form(request, model()).base_fields
        fields.setdefault(model, set()).update(shown)
        for inline in model_admin.get_inline_instances(request):
            formset = inline.get_formset(request)
            fields.setdefault(inline.model, set()).update(formset.form.base_fields, [formset.fk.name])
    return fields


def named_by(constraint) -> set[str]:
    if isinstance(constraint, CheckConstraint):
        return set(Q(constraint.condition).referenced_base_fields)
    return set(constraint.fields)


def test_each_has_a_message_of_its_own(db):
    request = RequestFactory().get("/")
    request.user = make_editor()
    silent = {
        constraint.name
        for model, fields in fields_of_forms(request).items()
        if model._meta.app_config in (apps.get_app_config("news"), apps.get_app_config("comments"))
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
        and named_by(constraint) & fields
        and constraint.violation_error_message == constraint.default_violation_error_message
    }
    assert silent - set(HELD_BY_FIELDS) == set()
