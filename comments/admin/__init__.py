"""The admin pages of the comments app."""

from comments.admin import comments, messages, reports

__all__ = ["comments", "messages", "reports"]
