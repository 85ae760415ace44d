"""The lines of what stands around stories: imprint, notices, statuses, sections, topics, pages."""

import re

from news.archive import bodies
from news.archive.errors import LineError
from news.archive.kind import Flat
from news.archive.rows import by_language, store
from news.archive.run import Outcome, Run
from news.archive.values import Values
from news.models import Notice, Page, Section, SiteSettings, Status, Topic
from news.models.article import BODY_LIMIT


class Site(Flat):
    file = "site.jsonl"
    keys = ()
    model = SiteSettings
    translated = ("name", "tagline", "founder", "editor_in_chief", "address", "registration")
    plain = ("email", "telephone", "age_mark")
    written = (
        "name",
        "tagline",
        "founder",
        "editor_in_chief",
        "address",
        "email",
        "telephone",
        "registration",
    )

    def find(self, wanted):
        return SiteSettings.objects.select_for_update(no_key=True).filter(pk=1).first() or SiteSettings(pk=1)

    def line(self, row, export):
        line = super().line(row, export)
        return {name: line[name] for name in (*self.written, "age_mark")}


class Notices(Flat):
    file = "notices.jsonl"
    model = Notice
    translated = ("text",)
    ordered = True

    def read(self, values):
        return super().read(values) | {"shown": values.flag("shown", default=True)}

    def line(self, row, export):
        return super().line(row, export) | ({} if row.shown else {"shown": False})


class Statuses(Flat):
    file = "statuses.jsonl"
    keys = ("key",)
    model = Status
    translated = complete = ("name", "list_name")
    ordered = True


class Addressed(Flat):
    """A row with an address, which may have had others."""

    def read(self, values):
        former = values.names("former")
        for slug in former:
            if not re.fullmatch(r"[-\w]{1,60}", slug, re.ASCII):
                raise LineError(f"{values.where('former')}: “{slug}” is no part of an address")
        return super().read(values) | ({"former_slugs": former} if former else {})

    def line(self, row, export):
        return super().line(row, export) | ({"former": row.former_slugs} if row.former_slugs else {})


class Sections(Addressed):
    file = "sections.jsonl"
    keys = ("slug",)
    model = Section
    translated = ("name", "description")
    required = ("name",)
    ordered = True


class Topics(Addressed):
    file = "topics.jsonl"
    keys = ("slug",)
    model = Topic
    translated = required = ("name",)


class Pages(Flat):
    """Pages, whose text is HTML with pictures and links, as that of stories."""

    file = "pages.jsonl"
    keys = ("slug",)
    model = Page
    translated = ("title",)
    ordered = True

    def load(self, values: Values, run: Run) -> Outcome:
        wanted = self.read(values)
        texts = values.translated("body", BODY_LIMIT, lines=True)
        values.close()
        wanted |= by_language("body", bodies.incoming(texts, run))
        return store(self.find(wanted), wanted)

    def line(self, row, export):
        line = super().line(row, export)
        order = line.pop("order")
        return line | {"body": bodies.outgoing(row, export), "order": order}
