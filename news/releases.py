"""A release as data: what both editions of an article share, as revisions keep it."""

from datetime import date, time

from django.db.models import Model

from news.models import Article, Attachment, RelatedLink

# Columns of the article's row that are common to both editions, by the names of the form's fields.
COMMON_FIELDS = ("kind", "section", "image", "source_name", "source_url", "comments_open")
# Relations to rows that other articles share, as sorted numbers.
SETS = ("topics", "states")
# Rows that belong to the article, by the name of their relation: a list of the rows' values, each with its number.
ROWS: dict[str, type[Model]] = {"related_links": RelatedLink, "attachments": Attachment}


def common_of(article: Article) -> dict:
    """What both editions share, of an article as it stands in the database; its row's columns from its attributes."""
    return {
        **scalars_of(article),
        **{name: sorted(getattr(article, name).values_list("pk", flat=True)) for name in SETS},
        **{
            name: [row_values(row) for row in model.objects.filter(article=article).order_by("pk")]
            for name, model in ROWS.items()
        },
    }


def scalars_of(article: Article) -> dict:
    """The columns of an article's row that both editions share; of rows that they name, the numbers."""
    return {name: getattr(article, Article._meta.get_field(name).attname) for name in COMMON_FIELDS}


def row_fields(model: type[Model]) -> list[str]:
    """What an editor can change of a row of an article, by the names of columns."""
    # Without the bare column of a translated field, which nobody reads.
    bare = {f.name.removesuffix("_en") for f in model._meta.concrete_fields if f.name.endswith("_en")}
    skipped = bare | {"id", "article", "format", "size"}
    return [field.name for field in model._meta.concrete_fields if field.name not in skipped]


def row_values(row: Model) -> dict:
    """A row as a revision keeps it."""
    values = {name: _plain(row.serializable_value(name)) for name in row_fields(type(row))}
    return {"id": row.pk} | values


def _plain(value):
    """A value as JSON has it; nothing where a text is none."""
    if isinstance(value, date | time):
        return value.isoformat()
    if hasattr(value, "storage"):  # a file: its name
        return value.name or ""
    return value
