"""What an editor is told after a save: what was done, and what readers see now."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from news.actions.verbs import Order, Verb
from news.admin.questions import title_of
from news.admin.status_lines import shown
from news.languages import LANGUAGES, column
from news.models import Article


def done(order: Order, article: Article) -> str:
    """What was done, edition by edition."""
    if not order.verb:
        return _("Saved.")
    return " ".join(_done(order.verb, language, article) for language in order.languages)


def _done(verb: Verb, language: str, article: Article) -> str:
    english = {
        Verb.PUBLISH: _("The English edition is published."),
        Verb.SCHEDULE: _("The English edition is scheduled for %(moment)s Moscow time."),
        Verb.UNSCHEDULE: _("The English edition is a draft again."),
        Verb.WITHDRAW: _("The English edition is withdrawn."),
        Verb.RESTORE: _("The withdrawal of the English edition is lifted."),
    }
    russian = {
        Verb.PUBLISH: _("The Russian edition is published."),
        Verb.SCHEDULE: _("The Russian edition is scheduled for %(moment)s Moscow time."),
        Verb.UNSCHEDULE: _("The Russian edition is a draft again."),
        Verb.WITHDRAW: _("The Russian edition is withdrawn."),
        Verb.RESTORE: _("The withdrawal of the Russian edition is lifted."),
    }
    words = {"en": english, "ru": russian}[language][verb]
    if verb == Verb.SCHEDULE:
        return words % {
            "moment": shown(getattr(article, column("published_at", language)), "DATETIME_FORMAT")
        }
    return words


def seen(stored: Article) -> str:
    """What readers see of an article, read `with_editions`, with links."""
    names = {"en": _("English edition"), "ru": _("Russian edition")}
    public = [code for code in LANGUAGES if getattr(stored, f"public_{code}")]
    if not public:
        return _("Readers see nothing of this article.")
    links = format_html_join(
        ", ", '<a href="{}">{}</a>', ((stored.get_absolute_url(code), names[code]) for code in public)
    )
    return format_html("{} {}", _("Readers see:"), links)


def together(stale, *, saved: bool) -> str:
    """With what the words of a page were brought together that had been opened before, with a link to it."""
    who = names(stale.saved)
    what = ", ".join(dict.fromkeys(title_of(path) for path in stale.brought))
    if not what:
        words = _(
            "%(who)s had saved after you had opened the page; everything that differs is as you wanted it."
        )
    elif saved:
        words = _(
            "Brought together with what was saved after you had opened the page (by %(who)s): %(what)s."
        )
    else:
        words = _(
            "Not saved yet. Below stands also what was saved after you had opened the page (by %(who)s): %(what)s."
        )
    address = reverse("admin:news_article_difference", args=[stale.article.pk])
    return format_html(
        '{} <a href="{}?from={}&amp;to={}">{}</a>',
        words % {"who": who, "what": what},
        address,
        stale.base.number,
        stale.article.version,
        _("What was saved"),
    )


def names(revisions) -> str:
    """Who saved revisions, each once."""
    return ", ".join(dict.fromkeys(str(one.author or _("an import")) for one in revisions))


def held_back() -> str:
    """Why a button has only saved."""
    return _(
        "Nothing was published or scheduled: the text now has words that your page did not show. Read it, and press "
        "the button again."
    )
