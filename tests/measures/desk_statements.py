"""What a form, a line of an archive and a revision say, as sets of words that can be compared."""

import json
import re

from news.models import Section, State, Topic

Words = frozenset

_TYPED = re.compile(r"(?:typed|правка)\d+")


def words_in(text: str) -> Words:
    """The words that are like no other."""
    return Words(_TYPED.findall(text))


def said_by_form(values: dict) -> Words:
    """A form as it is sent."""
    said = set()
    for code in ("en", "ru"):
        for name in ("title", "summary", "body", "byline"):
            said |= words_in(values.get(f"{name}_{code}", ""))
    said |= words_in(values.get("source_name", ""))
    said |= _scalars(_one(values["kind"]), _one(values.get("section")), "comments_open" in values)
    said |= _members(map(int, values.get("topics", ())), map(int, values.get("states", ())))
    for place in range(int(values["related_links-TOTAL_FORMS"])):
        row = {
            name: values.get(f"related_links-{place}-{name}", "")
            for name in ("url", "title_en", "source", "pin", "DELETE")
        }
        if not row.pop("DELETE"):
            said |= _link(row)
    for place in range(int(values["attachments-TOTAL_FORMS"])):
        if not values.get(f"attachments-{place}-DELETE"):
            said |= words_in(values.get(f"attachments-{place}-title", ""))
    return Words(said)


def said_by_line(line: dict) -> Words:
    """A line of an archive."""
    said = set()
    for name in ("title", "summary", "body", "byline"):
        said |= words_in(json.dumps(line[name], ensure_ascii=False))
    said |= words_in(line["source"]["name"])
    section = Section.objects.get(slug=line["section"]).pk
    said |= _scalars(line["kind"], section, line.get("comments_open", True))
    topics = Topic.objects.filter(slug__in=line["topics"]).values_list("pk", flat=True)
    states = State.objects.filter(code__in=line["states"]).values_list("pk", flat=True)
    said |= _members(topics, states)
    for link in line["related"]:
        row = {"url": link["url"], "title_en": link["title"]["en"], "source": link.get("source", "")}
        said |= _link(row | {"pin": link.get("pin")})
    for paper in line["attachments"]:
        said |= words_in(paper["title"])
    return Words(said)


def said_by_revision(revision) -> Words:
    """A revision: the whole article."""
    said, common = set(), revision.common
    for code in ("en", "ru"):
        for name in ("title", "summary", "body", "byline"):
            said |= words_in(revision.texts[code][name])
    said |= words_in(common["source_name"])
    said |= _scalars(common["kind"], common["section"], common["comments_open"])
    said |= _members(common["topics"], common["states"])
    for row in common["related_links"]:
        said |= _link(row)
    for row in common["attachments"]:
        said |= words_in(row["title"])
    return Words(said)


def _scalars(kind, section, comments_open) -> set[str]:
    return {f"kind={kind}", f"section={section or ''}", f"comments_open={comments_open}"}


def _members(topics, states) -> set[str]:
    return {f"topic {number}" for number in topics} | {f"state {number}" for number in states}


def _link(row: dict) -> set[str]:
    said = words_in(" ".join(str(row.get(name) or "") for name in ("url", "title_en", "source")))
    return set(said) | {f"{row['url']} pin={row['pin'] or ''}"}


def _one(value):
    return value[0] if isinstance(value, list) and value else value
