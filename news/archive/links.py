"""Links from a body to stories of this portal: an archive writes `ref:<reference>#en` where a page has the address.

The number in the address of a story is this database's own.
"""

import re
from urllib.parse import quote, unquote

from django.urls import Resolver404, resolve
from django.utils import translation

from news.archive.run import Run
from news.archive.writing import Export, stories

_REF = re.compile(r"""(<a\b[^<>]*?)\shref\s*=\s*["']ref:([^"'#<>\s]+)#(en|ru)["']""", re.IGNORECASE)
_ADDRESS = re.compile(r'(<a\b[^<>]*?\bhref=")(/(en|ru)/[^"?#]+)(?=")')


def incoming(text: str, run: Run, where: str) -> str:
    """Give links to stories their addresses. A story that is not there leaves a link without one."""

    def address(found) -> str:
        story = run.story(unquote(found[2]), where)
        return f'{found[1]} href="{story.get_absolute_url(found[3].lower())}"' if story else found[1]

    return _REF.sub(address, text) if "ref:" in text.lower() else text


def outgoing(body: str, export: Export) -> str:
    """Give links to stories their references. Links to what is no story of the archive stay as they are."""

    def reference(found) -> str:
        with translation.override(found[3]):
            try:
                match = resolve(found[2])
            except Resolver404:
                return found[0]
        number = next(iter([*match.args, *match.kwargs.values()]), None)
        story = (
            stories().filter(pk=number).first() if match.url_name in {"article", "article-short"} else None
        )
        return f"{found[1]}ref:{quote(export.reference(story), safe='')}#{found[3]}" if story else found[0]

    return _ADDRESS.sub(reference, body)
