"""Rows of inline forms of a page that was opened before somebody else saved."""

from django import forms


class StaleRows:
    """Before BaseInlineFormSet: with `known`, rows are those of the page, also what has been removed meanwhile.

    Such a form is read and shown, never saved.
    """

    def __init__(self, *args, known=None, **kwargs):
        self.known = known
        super().__init__(*args, **kwargs)

    def _existing_object(self, pk):
        if self.known is None:
            return super()._existing_object(pk)
        return self.known.get(pk) or self.model(pk=pk)

    def get_queryset(self):
        """The rows, in the order of the forms."""
        if self.known is None:
            return super().get_queryset()
        return [form.instance for form in self.initial_forms]

    def add_fields(self, form, index):
        """The number of a row that is gone is no mistake of the person."""
        super().add_fields(form, index)
        if self.known is not None:
            name = self.model._meta.pk.name
            form.fields[name] = forms.IntegerField(
                initial=form.instance.pk, required=False, widget=forms.HiddenInput
            )
