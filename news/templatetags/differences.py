"""What changed between two texts, on the editors' pages."""

from django import template

from news.differences import body_difference, difference
from news.languages import current

register = template.Library()


@register.inclusion_tag("admin/news/_words.html")
def changed_words(before, after, language):
    """Two versions of a title, a summary or a byline of an edition as one text, with what was removed and added."""
    return {"text": difference(before, after), "language": language, "here": current()}


@register.inclusion_tag("admin/news/_difference.html")
def changed_body(before, after, language):
    """Two versions of an edition's body: what changed, paragraph by paragraph."""
    return {"difference": body_difference(before, after), "language": language, "here": current()}
