"""A form that was opened before somebody else saved: what it says as data, and merged data as such a form."""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.dateparse import parse_datetime

from news.languages import LANGUAGES, column
from news.models import Article, Revision
from news.models.article import PUBLICATION_FIELDS, TEXT_FIELDS
from news.release_merging import Release
from news.releases import COMMON_FIELDS, ROWS, SETS, common_of, row_fields, row_values, scalars_of

_SAID = [column(name, code) for name in ("date", "schedule", "reason") for code in LANGUAGES]


@dataclass
class Sides:
    """The three sides of a merge, and where the rows of mine stand in the form."""

    base: Release
    mine: Release
    theirs: Release
    prefixes: dict[str, str] = field(default_factory=dict)


def article_of(revision: Revision, article: Article) -> Article:
    """An article with the texts and dates of a revision, to be looked at only."""
    found = Article(pk=article.pk, version=revision.number)
    for code in LANGUAGES:
        for name in (*TEXT_FIELDS, *PUBLICATION_FIELDS):
            value = revision.texts[code].get(name)
            if value and name.endswith("_at"):
                value = parse_datetime(value)
            setattr(found, column(name, code), value)
    return found


def known_rows(revision: Revision, relation: str) -> dict:
    """The rows that a page of this version shows, by their number; nothing where the revision does not know."""
    model = ROWS[relation]
    found = {}
    for values in (revision.common or {}).get(relation, ()):
        row = model(pk=values["id"])
        for name in row_fields(model):
            setattr(row, model._meta.get_field(name).attname, values.get(name))
        # Days and times as a form compares them.
        for name in {"date", "time"} & set(row_fields(model)):
            setattr(row, name, model._meta.get_field(name).to_python(values[name]))
        found[row.pk] = row
    return found


def read_sides(form, formsets, base: Revision, article: Article) -> Sides:
    """The sides of a merge. `form` and `formsets` are valid; `article` is as it was before the form was read."""
    now = common_of(article)
    theirs = Release({code: article.text(code) for code in LANGUAGES}, now, _said(type(form), article))
    then = _said(type(form), article_of(base, article))
    mine = Release(
        {code: form.instance.text(code) for code in LANGUAGES},
        scalars_of(form.instance) | _sets(form, now),
        {name: form.cleaned_data.get(name) for name in then},
    )
    sides = Sides(_base(base, mine, then), mine, theirs)
    for relation in ROWS:
        formset = next((one for one in formsets if one.model is ROWS[relation]), None)
        if formset is None:
            mine.common[relation] = now[relation]
            sides.base.common.setdefault(relation, now[relation])
            continue
        sides.prefixes[relation] = formset.prefix
        mine.common[relation] = list(_rows(formset))
        posted = [{"id": one.instance.pk} for one in formset.initial_forms]
        sides.base.common.setdefault(relation, posted)
    return sides


def _base(base: Revision, mine: Release, then: dict) -> Release:
    common = dict(base.common or {})
    said = dict(then)
    for code in LANGUAGES:
        # What was an embargo when the page was opened may have come: the same moment is no change.
        moment = then.get(f"date_{code}") or then.get(f"schedule_{code}")
        for name in (f"date_{code}", f"schedule_{code}"):
            if moment and mine.said.get(name) == moment:
                said[name] = moment
    return Release(base.texts, common, said)


def _said(form_class, article: Article) -> dict:
    """What the form of an article says of dates and reasons as it is opened."""
    fields = form_class(instance=article).fields
    return {name: fields[name].initial for name in _SAID if name in fields}


def _sets(form, now: dict) -> dict:
    return {
        name: sorted(row.pk for row in form.cleaned_data[name]) if name in form.cleaned_data else now[name]
        for name in SETS
    }


def _rows(formset):
    for place, form in enumerate(formset.forms):
        if form in formset.deleted_forms or not (form.instance.pk or form.has_changed()):
            continue
        values = row_values(form.instance) | {"form": place}
        if "file" in form.changed_data:
            values["file"] = f"upload {place}"
        yield values


def as_form(
    posted, files, sides: Sides, merged: Release, article: Article
) -> tuple[MultiValueDict, MultiValueDict]:
    """The form that holds the merged release, made from the newest version."""
    data, uploads = posted.copy(), MultiValueDict()
    data["based_on"] = str(article.version)
    for code in LANGUAGES:
        for name in TEXT_FIELDS:
            if merged.texts[code][name] != sides.mine.texts[code][name]:
                data[column(name, code)] = merged.texts[code][name] or ""
    for name in COMMON_FIELDS:
        _put(data, name, merged.common[name])
    for name in SETS:
        data.setlist(name, [str(number) for number in merged.common[name]])
    for name, value in merged.said.items():
        if value != sides.mine.said[name]:
            _put_said(data, name, value)
    for relation, prefix in sides.prefixes.items():
        for key in [one for one in data if one.startswith(f"{prefix}-")]:
            del data[key]
        _put_rows(data, uploads, posted, files, relation, prefix, sides, merged, article)
    return data, uploads


def _put(data, name: str, value) -> None:
    """A value as a browser sends it."""
    if value is None or value is False:
        data.pop(name, None)
    else:
        data[name] = "on" if value is True else str(value)


def _put_said(data, name: str, value) -> None:
    if name.startswith("reason"):
        data[name] = value or ""
        return
    local = value and timezone.localtime(value)
    data[f"{name}_0"] = f"{local:%Y-%m-%d}" if local else ""
    data[f"{name}_1"] = f"{local:%H:%M}" if local else ""


def _put_rows(data, uploads, posted, files, relation, prefix, sides, merged, article) -> None:
    rows = merged.common[relation]
    stay = {row["id"] for row in rows if row["id"]}
    stored = [row for row in rows if row["id"]]
    gone = [row for row in sides.theirs.common[relation] if row["id"] not in stay]
    every = [*stored, *gone, *(row for row in rows if not row["id"])]
    data[f"{prefix}-TOTAL_FORMS"] = str(len(every))
    data[f"{prefix}-INITIAL_FORMS"] = str(len(stored) + len(gone))
    data[f"{prefix}-MIN_NUM_FORMS"], data[f"{prefix}-MAX_NUM_FORMS"] = "0", "1000"
    for place, row in enumerate(every):
        here = f"{prefix}-{place}-"
        data[f"{here}id"], data[f"{here}article"] = str(row["id"] or ""), str(article.pk)
        for name in row_fields(ROWS[relation]):
            if name != "file":
                data[here + name] = "" if row[name] is None else str(row[name])
            elif str(row["file"]).startswith("upload ") and f"{prefix}-{row['form']}-file" in files:
                uploads[f"{here}file"] = files[f"{prefix}-{row['form']}-file"]
        if row in gone:
            data[f"{here}DELETE"] = "on"
