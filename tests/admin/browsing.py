"""A form as a browser holds it: what the page says is what is sent."""

import re
from html.parser import HTMLParser


class FormReader(HTMLParser):
    """The fields of one form of a page, with the values that a browser would send."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id = form_id
        self.values = {}
        self.inside = False
        self.name = self.choice = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.inside = attributes.get("id") == self.form_id
        name = attributes.get("name")
        if not self.inside or (name and "__prefix__" in name):
            return
        if tag == "input" and name:
            self._input(name, attributes)
        elif tag in {"textarea", "select"}:
            self.name = name
            if tag == "textarea":
                self.values[name] = ""
        elif tag == "option" and self.name and "selected" in attributes:
            self.values.setdefault(self.name, []).append(attributes.get("value", ""))

    def _input(self, name, attributes):
        kind = attributes.get("type", "text")
        if kind in {"submit", "file", "button"} or (
            kind in {"checkbox", "radio"} and "checked" not in attributes
        ):
            return
        self.values[name] = attributes.get("value", "on" if kind == "checkbox" else "")

    def handle_data(self, data):
        if self.name and isinstance(self.values.get(self.name), str):
            self.values[self.name] += data

    def handle_endtag(self, tag):
        if tag in {"textarea", "select"}:
            if tag == "textarea" and isinstance(self.values.get(self.name), str):
                # A browser leaves out the first line break of a text area.
                self.values[self.name] = self.values[self.name].removeprefix("\r\n").removeprefix("\n")
            self.name = None
        elif tag == "form":
            self.inside = False


def fields_of(response, form_id) -> dict:
    """What a browser would send if the form of this page were sent as it is."""
    reader = FormReader(form_id)
    reader.feed(response.content.decode())
    reader.close()
    assert reader.values, f"there is no form {form_id}"
    return reader.values


def inline(prefix, *rows, initial=0) -> dict:
    """The values of rows in an inline form."""
    values = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": initial,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        values |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return values


def errors_of(response) -> dict:
    """Messages beside the fields of the main form, and those above it under the empty name."""
    return {
        field.replace("__all__", ""): list(messages)
        for field, messages in response.context["adminform"].form.errors.items()
    }


def inline_errors(response, prefix) -> list[dict]:
    """Messages beside the fields of the rows of an inline form."""
    formset = next(
        group.formset for group in response.context["inline_admin_formsets"] if group.formset.prefix == prefix
    )
    return [{name: list(messages) for name, messages in form.errors.items()} for form in formset.forms]


def messages_of(response) -> list[str]:
    """What the page says at its top."""
    return [str(message) for message in response.context["messages"]]


def confirmed(client, address, **chosen) -> dict:
    """What the button sends of the page that asks whether to delete: one row at its address, or `rows` of a list."""
    chosen = {"action": "delete_selected", "_selected_action": chosen["rows"]} if chosen else {}
    asked = client.post(address, chosen) if chosen else client.get(address)
    seen = re.search(r'name="_as_seen" value="([\w: ]+)"', asked.content.decode())
    return chosen | {"post": "yes"} | ({"_as_seen": seen[1]} if seen else {})
