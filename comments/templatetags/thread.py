"""The comments of a story, as a part of its page."""

from django import forms, template

from comments.forms import CommentForm, ReportForm
from comments.models.typo_report import SELECTION_LIMIT

register = template.Library()


@register.inclusion_tag("comments/_thread.html")
def thread(article):
    """The approved comments of a story in the order in which they were written, and the form for the next."""
    return {"article": article, "comments": list(article.comments.shown()), "form": CommentForm()}


@register.inclusion_tag("comments/_report_dialog.html")
def report_dialog(article):
    """The dialog in which the page's script reports a spelling error."""
    form = ReportForm(initial={"revision": article.live_revision}, auto_id="report_%s")
    # The dialog shows the selected words in their context, so nobody needs to type them.
    form.fields["exact"].widget = forms.HiddenInput()
    return {"article": article, "form": form, "limit": SELECTION_LIMIT}
