"""Writes the pictures and the documents of the demonstration into the folder `media`.

`python -m news.demo.drawing [NAMES]`, from the root of the repository; without names, all of them. It needs
Pillow, Playwright and a Chromium, and some minutes.
"""

import sys

from . import charts_print, illustrations, press
from .documents import DOCUMENTS, MEDIA, print_document
from .documents_words import WORDS

PICTURES = charts_print.PICTURES | illustrations.PICTURES


def main(names: list[str]) -> int:
    """Write what is named; returns 1, and writes nothing, where a name is not known."""
    if unknown := [name for name in names if name not in PICTURES and name not in DOCUMENTS]:
        sys.stderr.write(f"Not known: {', '.join(unknown)}. Known: {', '.join([*PICTURES, *DOCUMENTS])}.\n")
        return 1
    with press.browser() as chromium:
        for name in names or [*PICTURES, *DOCUMENTS]:
            sys.stdout.write(f"{name}\n")
            if name in PICTURES:
                press.print_picture(chromium, PICTURES[name](), MEDIA / f"{name}.jpg")
            else:
                for language in WORDS:
                    print_document(chromium, name, language)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
