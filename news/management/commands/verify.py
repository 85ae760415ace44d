"""Check what no constraint can: the whole database, text by text."""

from collections.abc import Iterator
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from news.languages import LANGUAGES, column
from news.markup import canonical
from news.models import Article, Page, Revision


class Text(NamedTuple):
    """A stored text by its name; a record is one that nobody changes any more."""

    name: str
    html: str | None
    is_record: bool = False


class Command(BaseCommand):
    """Says which stored texts are not canonical. Exit status 1 where there is one that can be put right."""

    help = "Checks that every stored text is canonical: storing it again would change nothing."

    def handle(self, **options):
        """Walk over all texts in batches; the memory used does not grow with the archive."""
        checked, wrong, records = 0, 0, 0
        for text in self._texts():
            checked += 1
            if trouble := _trouble(text.html or ""):
                wrong += not text.is_record
                records += text.is_record
                self.stderr.write(f"{text.name}: {trouble}{' (a record)' if text.is_record else ''}")
        self.stdout.write(f"{checked} texts checked, {wrong + records} not canonical")
        if records:
            self.stdout.write(
                "Records are older revisions. They stay as they are; one that is restored becomes canonical."
            )
        if wrong:
            raise CommandError(
                "Open what is listed in the admin, save it, and publish it if it is a story that readers see: "
                "saving makes a text canonical, and the form says so if it cannot."
            )

    def _texts(self) -> Iterator[Text]:
        for model in (Article, Page):
            for code in LANGUAGES:
                bodies = model.objects.order_by("pk").values_list("pk", column("body", code))
                for pk, html in bodies.iterator(chunk_size=500):
                    yield Text(f"{model._meta.model_name} {pk} ({code})", html)
        revisions = Revision.objects.order_by("pk").select_related("article")
        for row in revisions.only("number", "texts", "is_draft", "article__version").iterator(chunk_size=200):
            is_working_copy = row.is_draft and row.number == row.article.version
            name = "working copy" if is_working_copy else f"revision {row.number}"
            for code in LANGUAGES:
                html = row.texts[code]["body"]
                yield Text(f"article {row.article_id}, {name} ({code})", html, is_record=not is_working_copy)


def _trouble(html: str) -> str:
    """What is wrong with a text; nothing for a canonical one."""
    try:
        return "" if canonical(html) == html else "not canonical"
    except ValidationError as error:
        return " ".join(error.messages)
