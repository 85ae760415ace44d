"""Check what no constraint can: the whole database, text by text."""

from django.core.management.base import BaseCommand, CommandError

from news.languages import LANGUAGES, column
from news.markup import sanitise
from news.models import Article, Page, Revision


class Command(BaseCommand):
    """Says which stored texts are not in their canonical form. Exit status 1 where there is one."""

    help = "Checks that every stored text is canonical: sanitising it again changes nothing."

    def handle(self, **options):
        """Walk over all texts in batches; the memory used does not grow with the archive."""
        checked, wrong = 0, 0
        for name, html in self._texts():
            checked += 1
            if html and sanitise(html) != html:
                wrong += 1
                self.stderr.write(f"{name} is not canonical")
        self.stdout.write(f"{checked} texts checked, {wrong} not canonical")
        if wrong:
            raise CommandError("Open and save what is listed; the form brings texts into their canonical form.")

    def _texts(self):
        for model in (Article, Page):
            for code in LANGUAGES:
                bodies = model.objects.order_by("pk").values_list("pk", column("body", code))
                for pk, html in bodies.iterator(chunk_size=500):
                    yield f"{model._meta.model_name} {pk} ({code})", html
        revisions = Revision.objects.order_by("pk").values_list("article_id", "number", "texts")
        for article, number, texts in revisions.iterator(chunk_size=200):
            for code in LANGUAGES:
                yield f"article {article}, revision {number} ({code})", texts[code]["body"]
