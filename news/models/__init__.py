"""Models of the news app, one noun a module."""

from news.models.article import Article
from news.models.attachment import Attachment
from news.models.attempt import LoginAttempt
from news.models.audit import AuditEntry
from news.models.digest import Digest
from news.models.front import FrontArrangement, FrontPlace
from news.models.image import Image
from news.models.membership import Membership, Status
from news.models.page import Page
from news.models.pair import ParagraphPair
from news.models.presence import Presence
from news.models.redirect import Redirect
from news.models.related import RelatedLink
from news.models.revision import Revision
from news.models.second_factor import OneTimeKey, Passkey, RecoveryCode
from news.models.section import Section
from news.models.session import OpenSession
from news.models.site import Notice, SiteSettings
from news.models.state import State
from news.models.topic import Topic
from news.models.user import User

__all__ = [
    "Article",
    "Attachment",
    "AuditEntry",
    "Digest",
    "FrontArrangement",
    "FrontPlace",
    "Image",
    "LoginAttempt",
    "Membership",
    "Notice",
    "OneTimeKey",
    "OpenSession",
    "Page",
    "ParagraphPair",
    "Passkey",
    "Presence",
    "RecoveryCode",
    "Redirect",
    "RelatedLink",
    "Revision",
    "Section",
    "SiteSettings",
    "State",
    "Status",
    "Topic",
    "User",
]
