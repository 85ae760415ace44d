"""Models of the comments app, one noun a module."""

from comments.models.comment import Comment
from comments.models.message import Message
from comments.models.typo_report import TypoReport

__all__ = ["Comment", "Message", "TypoReport"]
