"""A portal with one of everything, whose every word is cleanly in its language."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.utils import timezone

from comments.models import TypoReport
from news.models import (
    Article,
    Attachment,
    FrontPlace,
    Image,
    Notice,
    Page,
    RelatedLink,
    Section,
    SiteSettings,
)
from news.models import Redirect as OldAddress
from tests import factories as make

PUBLISHED = make.moscow(2020, 11, 9, 16, 6)
BODY_EN = (
    "<h2>First part</h2><p>A paragraph with <strong>weight</strong> and a "
    '<a href="https://example.org/paper">link</a>.</p><ul class="dash"><li>on trade;</li><li>on transport.</li></ul>'
    "<ol><li>one</li></ol><blockquote><p>Words of somebody.</p></blockquote>{figure}"
)
BODY_RU = (
    "<h2>Первая часть</h2><p>Абзац с <strong>весом</strong> и "
    '<a href="https://example.org/paper">ссылкой</a>.</p><ul class="dash"><li>о торговле;</li><li>о перевозках.</li>'
    "</ul><ol><li>один</li></ol><blockquote><p>Чьи-то слова.</p></blockquote>{figure}"
)
FIGURE = (
    '<figure><img src="/media/images/{token}.jpg" alt="{alt}"><figcaption>{caption}</figcaption></figure>'
)


@dataclass
class Portal:
    """What the tests need by name."""

    story: Article
    plain: Article
    english: Article
    russian: Article
    withdrawn: Article
    embargoed: Article
    closed: Article
    section: Section
    lead_image: Image
    body_image: Image


def make_portal() -> Portal:
    """A portal with one of everything."""
    _surroundings()
    states = _states()
    section = make.make_section(description_en="Safe borders.", description_ru="Спокойные границы.")
    topic = make.make_topic()
    lead_image = make.make_image(
        caption_en="A table",
        caption_ru="Стол",
        alt_en="A round table",
        alt_ru="Круглый стол",
        credit="Пётр Иванов",
    )
    body_image = make.make_image(alt_en="A map", alt_ru="Карта", credit="Иван Петров")
    figures = [
        FIGURE.format(token=body_image.token, alt=alt, caption=caption)
        for alt, caption in (("A map", "The region"), ("Карта", "Регион"))
    ]
    story = make.make_article(
        title_en="The heads of state met",
        title_ru="Главы государств встретились",
        body_en=BODY_EN.format(figure=figures[0]),
        body_ru=BODY_RU.format(figure=figures[1]),
        byline_en="Ann Brown",
        byline_ru="Анна Бурова",
        kind=Article.Kind.PRESS_RELEASE,
        published_at_en=PUBLISHED,
        published_at_ru=PUBLISHED,
        section=section,
        image=lead_image,
        source_name="Секретариат",
        source_url="https://example.org/source",
        topics=[topic],
        states=states[:2],
    )
    both, january = {"section": section}, make.moscow(2021, 1, 15, 10, 30)
    portal = Portal(
        story=story,
        plain=make.make_article(published_at_en=january, published_at_ru=january, **both),
        english=make.make_article(published_at_ru=None, title_ru="", body_ru="", summary_ru="", **both),
        russian=make.make_article(published_at_en=None, title_en="", body_en="", summary_en="", **both),
        withdrawn=make.make_article(
            withdrawn_at_en=timezone.now(),
            withdrawal_reason_en="The figures were wrong.",
            withdrawn_at_ru=timezone.now(),
            withdrawal_reason_ru="В цифрах ошибка.",
        ),
        embargoed=make.make_article(
            published_at_en=make.moscow(2199, 1, 1, 0, 0), published_at_ru=make.moscow(2199, 1, 1, 0, 0)
        ),
        closed=make.make_article(comments_open=False),
        section=section,
        lead_image=lead_image,
        body_image=body_image,
    )
    _around(portal)
    return portal


def _surroundings():
    SiteSettings.objects.create(
        pk=1,
        name_en="Infoshos",
        name_ru="Инфошос",
        tagline_en="News of the organisation",
        tagline_ru="Новости организации",
        founder_en="The founders",
        founder_ru="Учредители",
        editor_in_chief_en="Ann Brown",
        editor_in_chief_ru="Анна Бурова",
        address_en="1 Long Street, Moscow",
        address_ru="Москва, Длинная улица, 1",
        email="desk@example.org",
        telephone="+7 000 000-00-00",
        registration_en="No. 1 of 1 January 2020",
        registration_ru="№ 1 от 1 января 2020 года",
        age_mark="12+",
    )
    Notice.objects.create(ref="aid", text_en="Created with assistance.", text_ru="Создано при поддержке.")
    names = {
        "about": ("About", "О портале"),
        "contacts": ("Contacts", "Контакты"),
        "help": ("Help", "Помощь"),
    }
    for slug, (english, russian) in names.items():
        Page.objects.create(
            slug=slug, title_en=english, title_ru=russian, body_en="<p>Words.</p>", body_ru="<p>Слова.</p>"
        )


def _states():
    member = make.make_status(order=1)
    observer = make.make_status(
        "observer",
        order=2,
        name_en="observer",
        name_ru="наблюдатель",
        list_name_en="Observers",
        list_name_ru="Наблюдатели",
    )
    rows = [
        ("KZ", "Kazakhstan", "Казахстан", "Astana", "Астана", "Asia/Almaty", member, "2001-06-15"),
        ("IN", "India", "Индия", "New Delhi", "Нью-Дели", "Asia/Kolkata", member, "2017-06-09"),
        (
            "MN",
            "Mongolia",
            "Монголия",
            "Ulaanbaatar",
            "Улан-Батор",
            "Asia/Ulaanbaatar",
            observer,
            "2004-06-17",
        ),
    ]
    states = []
    for code, name_en, name_ru, capital_en, capital_ru, zone, status, since in rows:
        names = {"name_en": name_en, "name_ru": name_ru, "capital_en": capital_en, "capital_ru": capital_ru}
        states.append(make.make_state(code, time_zone=zone, **names))
        make.make_membership(states[-1], status, since)
    return states


def _around(portal: Portal):
    """What hangs on the stories."""
    for language, title in (("en", "Declaration"), ("ru", "Декларация")):
        attach(portal.story, language=language, title=title)
    RelatedLink.objects.create(article=portal.story, target=portal.plain)
    RelatedLink.objects.create(
        article=portal.story,
        url="https://example.org/outside",
        title_en="Elsewhere",
        title_ru="В другом месте",
        source="Secretariat",
        date="2020-11-08",
        time="09:15",
    )
    FrontPlace.objects.create(position=0, article=portal.story)
    make.make_comment(portal.story, created_at=make.moscow(2020, 11, 9, 17, 0))
    make.make_comment(
        portal.story, language="ru", name="Иван", text="Хорошо.", created_at=make.moscow(2020, 11, 9, 18, 0)
    )
    TypoReport.objects.create(
        article=portal.story,
        language="en",
        revision=1,
        field="body",
        exact="tade",
        created_at=PUBLISHED,
        sending_key="r",
    )
    OldAddress.objects.create(old_url="/en/?idn=123", article=portal.story, language="en")


def attach(article, *, data=b"%PDF-1.7", **fields) -> Attachment:
    """A document of a story."""
    values = {"title": "Declaration", "language": "en", "format": "pdf", "size": 123_456}
    attachment = Attachment(article=article, **values | fields)
    attachment.file.save("a", ContentFile(data), save=False)
    attachment.save()
    return attachment
