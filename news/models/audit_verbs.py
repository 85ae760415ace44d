"""What the log says of editions that were published, scheduled or withdrawn, and of second factors."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_WORDS = {
    ("publish", "en"): _("published the English edition"),
    ("publish", "ru"): _("published the Russian edition"),
    ("schedule", "en"): _("scheduled the English edition"),
    ("schedule", "ru"): _("scheduled the Russian edition"),
    ("unschedule", "en"): _("took back the schedule of the English edition"),
    ("unschedule", "ru"): _("took back the schedule of the Russian edition"),
    ("withdraw", "en"): _("withdrew the English edition"),
    ("withdraw", "ru"): _("withdrew the Russian edition"),
    ("restore", "en"): _("lifted the withdrawal of the English edition"),
    ("restore", "ru"): _("lifted the withdrawal of the Russian edition"),
}

_FACTORS = {
    "app": _("app"),
    "passkey": _("passkey"),
    "recovery code": _("recovery code"),
    "recovery codes": _("recovery codes"),
    "second step": _("second step"),
}


def verb_words(verb: str, language: str) -> str:
    """What was done with an edition, in the language of the page."""
    return str(_WORDS.get((verb, language), f"{verb}: {language}"))


def restored_words(number: int, language: str) -> str:
    """Which revision of an edition was restored."""
    words = {
        "en": gettext("restored revision %(number)d of the English edition"),
        "ru": gettext("restored revision %(number)d of the Russian edition"),
        "common": gettext("restored what both editions share from revision %(number)d"),
    }
    return words[language] % {"number": number}


def factor_words(factor: str) -> str:
    """What somebody came in with, added or removed, in the language of the page."""
    return str(_FACTORS.get(factor, factor))


def freshness_words(kind: str, language: str, count: int) -> str:
    """What became of paragraphs that are out of date: marked, brought up to date, or found valid."""
    words = {
        ("outdated", "en"): gettext("marked as out of date in the English edition: %(count)d"),
        ("outdated", "ru"): gettext("marked as out of date in the Russian edition: %(count)d"),
        ("updated", "en"): gettext("brought up to date in the English edition: %(count)d"),
        ("updated", "ru"): gettext("brought up to date in the Russian edition: %(count)d"),
        ("valid", "en"): gettext("found still valid in the English edition: %(count)d"),
        ("valid", "ru"): gettext("found still valid in the Russian edition: %(count)d"),
    }
    return words[kind, language] % {"count": count}


_PLACES = {
    "pinned": _("pinned to the front page: %(place)s"),
    "moved": _("moved on the front page: %(place)s"),
    "limited": _("limited in time on the front page: %(place)s"),
    "taken-off": _("taken off the front page: %(place)s"),
}


def place_words(verb: str, position: int) -> str:
    """What was done with a place of the front page, in the language of the page."""
    place = gettext("place %(number)d") % {"number": position} if position else gettext("lead")
    return str(_PLACES.get(verb, f"{verb}: %(place)s")) % {"place": place}
