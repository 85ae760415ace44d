"""Printed pages as a reader holds them: the characters in their order, whether each is seen, and the pictures."""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

SCALE = 1.5  # pixels a point: enough for the full stop of the smallest type
INK, PAPER = 200, 235  # a grey darker than this is print, lighter than this is paper
HYPHEN_AT_LINE_END = 2  # PDFium marks a hyphen after which a line ends with this code
AROUND = 1  # pixels of paper to be seen around a character


@dataclass
class Paper:
    """A printed document. Blanks are left out: where lines end is the printer's affair."""

    text: str = ""
    pages: list[int] = field(default_factory=list)  # of each character
    inkless: list[int] = field(default_factory=list)  # characters of the text that nobody sees
    pictures: list[tuple[int, tuple[float, ...]]] = field(default_factory=list)  # page, and its box on it
    sizes: list[tuple[float, float]] = field(default_factory=list)  # of the pages, in points
    images: list = field(default_factory=list)  # of the pages

    def page(self, number: int) -> str:
        """The text of a page."""
        return "".join(c for c, page in zip(self.text, self.pages, strict=True) if page == number)


def squeeze(text: str) -> str:
    """Text as `Paper` has it: no blanks, no soft hyphens, ligatures as letters."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\xad", "").split())


def read(pdf: bytes) -> Paper:
    """Read a PDF, in the order in which its text stands in the file: copying and reading aloud follow it."""
    paper = Paper()
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            _read_page(paper, number, page)
    finally:
        document.close()
    return paper


def _read_page(paper: Paper, number: int, page) -> None:
    width, height = page.get_size()
    image = page.render(scale=SCALE, grayscale=True).to_pil().convert("L")
    paper.sizes.append((width, height))
    paper.images.append(image)
    paper.pictures += [(number, box) for box in _pictures(page)]
    textpage, pixels, high = page.get_textpage(), image.tobytes(), ""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)  # half a character; the other half comes next
            continue
        character = "-" if code == HYPHEN_AT_LINE_END else high + chr(code)
        letters, high = squeeze(character.encode("utf-16", "surrogatepass").decode("utf-16")), ""
        if not letters:
            continue
        pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        box = (left.value, height - top.value, right.value, height - bottom.value)
        if not _is_seen(pixels, image.size, box):
            paper.inkless.append(len(paper.text))
        paper.text += letters
        paper.pages += [number] * len(letters)
    textpage.close()


def _pictures(page) -> Iterator[tuple[float, ...]]:
    """The boxes of a page's pictures: left, bottom, right, top. A drawing (the wordmark) is none."""
    box = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(item, *box)
            yield tuple(side.value for side in box)


def _is_seen(pixels: bytes, size: tuple[int, int], box: tuple[float, ...]) -> bool:
    """Whether there is ink on paper in a box; a picture over the text has no paper, text out of the page nothing."""
    width, height = size
    x0, y0, x1, y1 = (int(side * SCALE) for side in box)
    x0, y0, x1, y1 = x0 - AROUND, y0 - AROUND, x1 + 1 + AROUND, y1 + 1 + AROUND
    if x0 < 0 or y0 < 0 or x1 > width or y1 > height:
        return False
    rows = [pixels[y * width + x0 : y * width + x1] for y in range(y0, y1)]
    return any(min(row) < INK for row in rows) and any(max(row) > PAPER for row in rows)


def faults(paper: Paper, blocks: list, pictures: int) -> list[str]:
    """What is wrong with a printed story that should say `blocks` and show so many pictures."""
    text, pages = _without_repeated_heads(paper, [squeeze(b.text) for b in blocks if b.repeats])
    said = [squeeze(b.text) for b in blocks]
    found = [*_difference(text, "".join(said)), *_unseen(paper), *_damaged_pictures(paper, pictures)]
    if not found:
        found = _bad_breaks(pages, said, [b.leads for b in blocks])
    return found


def _without_repeated_heads(paper: Paper, heads: list[str]) -> tuple[str, list[int]]:
    text, pages = "", []
    for number in range(len(paper.sizes)):
        here = paper.page(number)
        again = next((h for h in heads if h in text and here.startswith(h)), "")
        text += here.removeprefix(again)
        pages += [number] * (len(here) - len(again))
    return text, pages


def _difference(printed: str, expected: str) -> list[str]:
    if printed == expected:
        return []
    same = next((n for n, (p, e) in enumerate(zip(printed, expected, strict=False)) if p != e), None)
    if same is None:
        same = min(len(printed), len(expected))
    before = expected[max(0, same - 40) : same]
    return [f"after “{before}” comes “{printed[same : same + 60]}”, not “{expected[same : same + 60]}”"]


def _unseen(paper: Paper) -> list[str]:
    if not paper.inkless:
        return []
    first = paper.inkless[0]
    return [f"{len(paper.inkless)} characters have no ink, from “{paper.text[first : first + 40]}”"]


def _damaged_pictures(paper: Paper, pictures: int) -> list[str]:
    found = []
    if len(paper.pictures) != pictures:
        found.append(f"{len(paper.pictures)} pictures are printed, not {pictures}")
    for page, (left, bottom, right, top) in paper.pictures:
        width, height = paper.sizes[page]
        if left < 0 or bottom < 0 or right > width or top > height:
            found.append(f"a picture is cut off on page {page + 1}")
    return found


def _bad_breaks(pages: list[int], said: list[str], leads: list[bool]) -> list[str]:
    """Blocks that lie on two pages, and headings without what they head."""
    found, start = [], 0
    for text, is_heading in zip(said, leads, strict=True):
        end = start + len(text)
        if pages[start] != pages[end - 1]:
            found.append(f"“{text[:60]}” is broken after page {pages[start] + 1}")
        elif is_heading and pages[end - 1] != pages[end]:
            found.append(f"“{text[:60]}” stands alone at the foot of page {pages[start] + 1}")
        start = end
    return found
