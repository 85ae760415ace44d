"""How the related links of a story change."""

from django.db import transaction

from news.models import Article, RelatedLink


@transaction.atomic
def save_related_links(article: Article, *, changed=(), new=(), removed=()) -> None:
    """Write the changed and new links of a story and remove others, all or none.

    Changed rows leave the table first and come back under their numbers: two links may change their stories with each
    other, which written one by one would be a story linked twice.
    """
    stored = [row.pk for row in (*changed, *removed)]
    RelatedLink.objects.filter(article=article, pk__in=stored).delete()
    for row in (*changed, *new):
        row.article = article
        row.save(force_insert=True)
