"""The lines of pinned places on the front page."""

from collections.abc import Iterator

from news.actions.front import note_change
from news.archive.errors import LineError
from news.archive.kind import Kind
from news.archive.rows import store
from news.archive.run import Outcome, Run
from news.archive.story import REF_LIMIT
from news.archive.values import Values
from news.archive.writing import Export, moment, stories
from news.models import FrontPlace


class Front(Kind):
    file = "front.jsonl"
    keys = ("position", "article")

    def load(self, values: Values, run: Run) -> Outcome:
        position = values.whole("position", 0, FrontPlace.LAST, required=True)
        ref = values.line("article", REF_LIMIT, required=True)
        until = values.moment("until")
        values.close()
        article = stories().filter(import_ref=ref).first()
        if article is None:
            raise LineError(f"article: there is no story “{ref}”")
        # A story stands at one place: a line that names another moves it.
        FrontPlace.objects.filter(article=article).exclude(position=position).delete()
        place = FrontPlace.objects.filter(position=position).first() or FrontPlace(position=position)
        wanted = {"article_id": article.pk, "until": until}
        if (place.article_id, place.until) != (article.pk, until):
            wanted |= {"pinned_by": None, "pinned_at": None}  # no editor did
        outcome = store(place, wanted)
        if outcome is not Outcome.UNCHANGED:
            note_change(run.by)
        return outcome

    def dump(self, export: Export) -> Iterator[dict]:
        places = FrontPlace.objects.filter(article__in=stories()).select_related("article")
        for place in places.order_by("position"):
            yield {
                "position": place.position,
                "article": export.reference(place.article),
                "until": moment(place.until),
            }
