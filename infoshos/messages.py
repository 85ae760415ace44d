"""Translations without the gettext programs.

    python -m infoshos.messages extract     collect strings from code and templates into the catalogue
    python -m infoshos.messages compile     make the binary catalogue that Django reads
    python -m infoshos.messages check       list what is untranslated, missing, obsolete or broken

Strings in the code are English, so there is one catalogue, the Russian one. It names files without line
numbers and holds no dates: a diff of it shows changed strings only.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as babel_extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale" / "ru" / "LC_MESSAGES" / "django.po"
# Written by hand: the words of a script that is not ours.
SCRIPT_CATALOGUE = CATALOGUE.with_name("djangojs.po")
CODE, TEMPLATES = ("infoshos", "news", "comments"), "templates"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[#0\- +]*\d*(?:\.\d+)?[a-zA-Z]|%[sdif]|\{(\w*)[^{}]*\}")
HEADER = r"""# Russian translation of Infoshos. Collected from code and templates by `make messages`.
msgid ""
msgstr ""
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"
"%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

"""


def sources(root: Path = ROOT) -> Iterator[Path]:
    """The files that may hold translatable strings, in a stable order."""
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path
    yield from sorted(path for path in (root / TEMPLATES).rglob("*") if path.suffix in {".html", ".txt"})


def read_source(path: Path) -> bytes:
    """The file as Python source: of a template, only its translatable strings are left."""
    if path.suffix == ".py":
        return path.read_bytes()
    from django.utils.translation.template import templatize

    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    # What remains of a template's indentation would be a syntax error in Python.
    return "\n".join(line.lstrip() for line in source.split("\n")).encode()


def collect(root: Path = ROOT) -> Catalog:
    """A catalogue of all strings in the sources, untranslated."""
    found = Catalog(locale="ru", charset="utf-8")
    for path in sources(root):
        file = io.BytesIO(read_source(path))
        for _, message, notes, context in babel_extract(
            "python", file, keywords=KEYWORDS, comment_tags=["Translators"]
        ):
            found.add(
                message, locations=[(str(path.relative_to(root)), 1)], auto_comments=notes, context=context
            )
    return found


def load(path: Path = CATALOGUE) -> Catalog:
    """The catalogue as it is on the disk; an empty one where there is none."""
    if not path.exists():
        return Catalog(locale="ru", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="ru")


def merge(found: Catalog, path: Path = CATALOGUE) -> None:
    """Write the found strings with the translations that the catalogue holds; drop what is no longer used."""
    catalogue = load(path)
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    text = io.BytesIO()
    write_po(
        text,
        catalogue,
        width=100,
        omit_header=True,
        include_lineno=False,
        sort_output=True,
        ignore_obsolete=True,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + text.getvalue().decode().strip("\n") + "\n", encoding="utf-8")


def compile_catalogue(path: Path = CATALOGUE) -> bool:
    """Compile the catalogue if it is newer than its compiled form. True where there was something to do."""
    compiled = path.with_suffix(".mo")
    if not path.exists() or (compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime):
        return False
    draft = compiled.with_suffix(".mo.new")
    with draft.open("wb") as file:
        write_mo(file, load(path))
    draft.replace(compiled)  # a server that reads it at this moment sees the old one or the new one whole
    return True


def compile_all() -> bool:
    """Compile the catalogues of pages and of scripts. True where there was something to do."""
    return any([compile_catalogue(CATALOGUE), compile_catalogue(SCRIPT_CATALOGUE)])


def problems(found: Catalog, catalogue: Catalog) -> Iterator[str]:
    """One line for each string that is missing, obsolete, untranslated, fuzzy or has other placeholders."""
    wanted = {_key(message) for message in found if message.id}
    for message in found:
        if message.id and catalogue.get(_key(message)[0], message.context) is None:
            yield f"missing: {_name(message)}"
    for message in catalogue:
        if not message.id:
            continue
        if _key(message) not in wanted:
            yield f"obsolete: {_name(message)}"
        elif message.fuzzy:
            yield f"fuzzy: {_name(message)}"
        else:
            yield from _problems_of_translation(message)


def _problems_of_translation(message: Message) -> Iterator[str]:
    originals = message.id if isinstance(message.id, (list, tuple)) else [message.id]
    translations = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    expected = 3 if message.pluralizable else 1
    if len(translations) != expected or not all(translations):
        yield f"untranslated: {_name(message)}"
        return
    placeholders = {match[0] for match in PLACEHOLDER.finditer(originals[-1])}
    for translation in translations:
        differing = placeholders ^ {match[0] for match in PLACEHOLDER.finditer(translation)}
        if differing:
            yield f"placeholders {', '.join(sorted(differing))}: {_name(message)}"


def _key(message: Message) -> tuple[str, str | None]:
    return (message.id[0] if message.pluralizable else message.id, message.context)


def _name(message: Message) -> str:
    text, context = _key(message)
    files = ", ".join(sorted({name for name, _ in message.locations}))
    return f"{text!r}" + (f" ({context})" if context else "") + (f" in {files}" if files else "")


def main(arguments: list[str]) -> int:
    """Run one of the three commands; 1 where `check` found something."""
    match arguments:
        case ["extract"]:
            merge(collect())
        case ["compile"]:
            compile_all()
        case ["check"]:
            lines = list(problems(collect(), load()))
            print(*lines, sep="\n", end="\n" if lines else "")
            return 1 if lines else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
