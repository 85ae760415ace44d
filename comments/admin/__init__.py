"""The admin pages of the comments app."""

from comments.admin import comments, reports

__all__ = ["comments", "reports"]
