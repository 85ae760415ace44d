"""Which fields have a column per language."""

from modeltranslation.translator import TranslationOptions, register

from news.languages import LANGUAGES
from news.models import (
    Article,
    Image,
    Notice,
    Page,
    RelatedLink,
    Section,
    SiteSettings,
    State,
    Status,
    Topic,
)
from news.models.article import DESK_FIELDS, PUBLICATION_FIELDS, TEXT_FIELDS


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = (*TEXT_FIELDS, *PUBLICATION_FIELDS, *DESK_FIELDS)


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("alt", "caption")


@register(Notice)
class NoticeTranslation(TranslationOptions):
    fields = ("text",)


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "body")


@register(RelatedLink)
class RelatedLinkTranslation(TranslationOptions):
    fields = ("title",)


@register(Section)
class SectionTranslation(TranslationOptions):
    fields = ("name", "description")


@register(SiteSettings)
class SiteSettingsTranslation(TranslationOptions):
    fields = ("name", "tagline", "founder", "editor_in_chief", "address", "registration")


@register(State)
class StateTranslation(TranslationOptions):
    fields = ("name", "capital")
    required_languages = LANGUAGES


@register(Status)
class StatusTranslation(TranslationOptions):
    fields = ("name", "list_name")
    required_languages = LANGUAGES


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name",)
