"""Prints the charts and the maps: `python -m news.demo.drawing.charts_print [NAMES]`, all without names."""

import sys
from pathlib import Path

from . import charts, maps, press, timelines

MEDIA = Path(__file__).parent.parent / "media"
PICTURES = charts.PICTURES | timelines.PICTURES | maps.PICTURES


def main() -> None:
    with press.browser() as chromium:
        for name in sys.argv[1:] or PICTURES:
            press.print_picture(chromium, PICTURES[name](), MEDIA / f"{name}.jpg")


if __name__ == "__main__":
    main()
