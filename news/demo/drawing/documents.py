"""The documents of the demonstration: lists of meetings and of states, printed from HTML into PDF.

`python -m news.demo.drawing.documents [NAMES]` prints them, each in English and in Russian.
"""

import sys
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

from . import press
from .charts_data import STATUSES, meetings, on, since
from .documents_words import NOTES, STATUS_NAMES, TITLES, WORDS, day_in_words, days_in_words, state_name

MEDIA = Path(__file__).parent.parent / "media"

_STYLE = """
@page { size: A4; margin: 17mm 20mm 20mm }
body { margin: 0; color: #1b1f20; font: 9.5pt/1.36 "Noto Serif", "Liberation Serif", serif }
h1 { margin: 0; font-size: 18pt; line-height: 1.18; text-wrap: balance }
.lead { margin: 2mm 0 5mm; color: #585f61; font-size: 10.5pt }
h2 { margin: 4.5mm 0 1mm; font: 700 10.5pt/1.3 "Noto Sans", "Liberation Sans", sans-serif; color: #0b5a60;
  break-after: avoid }
table { width: 100%; border-collapse: collapse }
th { padding: 0 0 1.2mm; border-bottom: 1pt solid #1b1f20; color: #585f61; text-align: left;
  font: 600 8pt/1.3 "Noto Sans", "Liberation Sans", sans-serif }
td { padding: .85mm 0; border-bottom: .4pt solid #d9d5cb; vertical-align: top }
tr { break-inside: avoid }
th + th, td + td { padding-left: 4mm }
.meetings :is(th, td):nth-child(1) { width: 39mm } .meetings :is(th, td):nth-child(2) { width: 45mm }
.states :is(th, td):nth-child(2) { width: 58mm } .states td { padding-block: .75mm }
.notes { margin-top: 4mm; color: #585f61; font-size: 8.5pt } .notes p { margin: 0 0 1.2mm }
"""
_FOOT = """<div style="width: 100%; margin: 0 20mm; display: flex; justify-content: space-between; color: #585f61;
  font: 7.5pt 'Noto Sans', 'Liberation Sans', sans-serif"><span>{line}</span>
  <span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>"""


def _page(language: str, title: str, lead: str, body: str, notes: list[str]) -> str:
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style><h1>{escape(title)}</h1><p class=lead>{escape(lead)}</p>{body}"
        f"<div class=notes>{below}</div></html>"
    )


def _table(name: str, heads: list[str], rows: list[list[str]]) -> str:
    head = "".join(f"<th scope=col>{escape(text)}</th>" for text in heads)
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table class={name}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _place(row: dict, language: str) -> str:
    """The city and its state; for a meeting by video, who had the chair."""
    words, state = WORDS[language], state_name(row["host"], row["last"], language)
    if "city" not in row:
        return words["video_chair"].format(state=state)
    place = f"{row['city'][language]}, {state}"
    return words["place_video"].format(place=place) if row.get("video") else place


def _meetings(kind: str, last_year: int, language: str) -> str:
    """The list of a council's meetings from 2001 to the end of a year."""
    rows = meetings(kind, range(2001, last_year + 1))
    words, notes = WORDS[language], []
    cells = [
        [
            days_in_words(row.get("first"), row["last"], language)
            + ("\N{NO-BREAK SPACE}*" if row.get("unconfirmed") else ""),
            _place(row, language),
            row["outcome"][language] + ".",
        ]
        for row in rows
    ]
    if kind == "heads-of-government":
        notes.append(NOTES[language]["known"].format(count=len(rows)))
    if any(row.get("unconfirmed") for row in rows):
        notes.append(NOTES[language]["unconfirmed"])
    title = TITLES[language][kind].format(year=last_year)
    table = _table("meetings", [words["date"], words["place"], words[f"{kind}-outcome"]], cells)
    return _page(language, title, words[f"{kind}-lead"].format(count=len(rows), year=last_year), table, notes)


def _statuses(day: str, language: str) -> str:
    """The states by status on a day, and since when they have had it."""
    words, body, lists = WORDS[language], "", on(day)
    marked = {code for code in ("LK", "SA") if code in lists["dialogue-partner"]}
    for status in STATUSES:
        rows = [
            [
                state_name(code, day, language) + ("\N{NO-BREAK SPACE}*" if code in marked else ""),
                day_in_words(since(code, day), language),
            ]
            for code in lists[status]
        ]
        body += f"<h2>{escape(STATUS_NAMES[language][status])}: {len(rows)}</h2>"
        body += _table("states", [words["state"], words["since"]], rows)
    notes = [NOTES[language]["statuses"], NOTES[language]["LK and SA" if "SA" in marked else "LK"]]
    title = TITLES[language]["statuses"].format(day=day_in_words(day, language))
    lead = words["statuses-lead"].format(*(len(lists[status]) for status in STATUSES))
    return _page(language, title, lead, body, notes)


DOCUMENTS: dict[str, Callable[[str], str]] = {
    "summits-2001-2011": partial(_meetings, "summit", 2011),
    "summits-2001-2021": partial(_meetings, "summit", 2021),
    "summits-2001-2025": partial(_meetings, "summit", 2025),
    "statuses-2017": partial(_statuses, "2017-06-09"),
    "statuses-2024": partial(_statuses, "2024-07-04"),
    "statuses-2025": partial(_statuses, "2025-08-31"),
    "government-heads-2001-2025": partial(_meetings, "heads-of-government", 2025),
}


def print_document(chromium: Browser, name: str, language: str, folder: Path = MEDIA) -> Path:
    """Print a document of DOCUMENTS in a language (`en`, `ru`) into the folder, as tagged PDF."""
    file = folder / f"{name}-{language}.pdf"
    page = chromium.new_page()
    page.set_content(DOCUMENTS[name](language))
    page.pdf(
        path=file,
        prefer_css_page_size=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=_FOOT.format(line=WORDS[language]["foot"]),
        tagged=True,
    )
    page.close()
    return file


def main() -> None:
    with press.browser() as chromium:
        for name in sys.argv[1:] or DOCUMENTS:
            for language in WORDS:
                print_document(chromium, name, language)


if __name__ == "__main__":
    main()
