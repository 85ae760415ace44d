"""What tests are made of: short ways to the rows that nearly every test needs."""

import io
from datetime import datetime, timedelta
from itertools import count

from django.utils import timezone
from PIL import Image as Picture

from comments.models import Comment, Message
from news.actions.pictures import read_picture, save_picture
from news.actions.publishing import complete, save_article
from news.models import Article, Image, Membership, Revision, Section, State, Status, Topic, User

_numbers = count(1)


def moscow(*when: int) -> datetime:
    """A moment in Moscow: `moscow(2020, 11, 9, 16, 6)`."""
    return timezone.make_aware(datetime(*when))


def make_article(*, by=None, topics=(), states=(), **fields) -> Article:
    """A story, public in both languages unless `fields` say otherwise."""
    number = next(_numbers)
    yesterday = timezone.now() - timedelta(days=1)
    values = {
        "title_en": f"Story {number}",
        "title_ru": f"Новость {number}",
        "summary_en": "What happened, in short.",
        "summary_ru": "Коротко о том, что произошло.",
        "body_en": "<p>The first paragraph.</p><p>The second paragraph.</p>",
        "body_ru": "<p>Первый абзац.</p><p>Второй абзац.</p>",
        "published_at_en": yesterday,
        "published_at_ru": yesterday,
    }
    article = Article(**values | fields)
    revision = save_article(article, by=by, via=Revision.Via.FORM)
    article.topics.set(topics)
    article.states.set(states)
    if topics or states:
        complete(revision)
    return article


def make_section(slug="security", **fields) -> Section:
    """A section with a name in both languages."""
    return Section.objects.create(slug=slug, **{"name_en": "Security", "name_ru": "Безопасность"} | fields)


def make_topic(slug="drugs", **fields) -> Topic:
    """A topic with a name in both languages."""
    return Topic.objects.create(slug=slug, **{"name_en": "Drugs", "name_ru": "Наркотики"} | fields)


def make_status(key="member", **fields) -> Status:
    """A status with its names in both languages."""
    names = {
        "name_en": "member state",
        "name_ru": "государство-член",
        "list_name_en": "Member states",
        "list_name_ru": "Государства-члены",
    }
    return Status.objects.create(key=key, **names | fields)


def make_state(code="KZ", **fields) -> State:
    """A state with its capital and clock."""
    names = {
        "name_en": "Kazakhstan",
        "name_ru": "Казахстан",
        "capital_en": "Astana",
        "capital_ru": "Астана",
        "time_zone": "Asia/Almaty",
    }
    return State.objects.create(code=code, **names | fields)


def make_membership(state, status, since="2001-06-15", until=None) -> Membership:
    """A period of a state."""
    return Membership.objects.create(state=state, status=status, since=since, until=until)


def picture_bytes(ending="PNG", size=(64, 48), colour="teal", **options) -> bytes:
    """A small picture as a file holds it."""
    buffer = io.BytesIO()
    Picture.new("RGB", size, colour).save(buffer, ending, **options)
    return buffer.getvalue()


def make_image(data: bytes | None = None, **fields) -> Image:
    """A picture of the library."""
    image = Image(**{"alt_en": "A square", "alt_ru": "Квадрат", "credit": "Infoshos"} | fields)
    read_picture(image, data or picture_bytes(colour=(next(_numbers) % 256, 90, 90)))
    return save_picture(image)


def make_comment(article, **fields) -> Comment:
    """An approved comment."""
    values = {
        "language": "en",
        "name": "Ann",
        "text": "A good story.",
        "status": Comment.Status.APPROVED,
        "created_at": timezone.now(),
        "sending_key": f"test-{next(_numbers)}",
    }
    return Comment.objects.create(article=article, **values | fields)


def make_message(**fields) -> Message:
    """A message to the editors, about which nobody was mailed."""
    values = {
        "language": "en",
        "name": "Ann",
        "text": "Dear editors!",
        "created_at": timezone.now(),
        "sending_key": f"test-{next(_numbers)}",
    }
    return Message.objects.create(**values | fields)


def make_editor(username="editor", **fields) -> User:
    """A person who may do everything."""
    return User.objects.create_superuser(username, f"{username}@example.org", "a password", **fields)
