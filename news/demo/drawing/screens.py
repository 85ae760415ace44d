"""A wall of screens."""

import math

from .air import finish
from .chance import Chance
from .colours import ACCENT, CREAM, EMBER, INK, NIGHT, PAPER, TEAL, mix
from .sheet import HEIGHT, Sheet


def video_wall() -> Sheet:
    """A wall of screens with the outlines of people on them, an empty table before it."""
    sheet, chance = Sheet(), Chance(15)
    sheet.wash(sheet.shade((0, "#0a2d38"), (0.6, "#0b3640"), (1, NIGHT)))
    with sheet.group(id="wall"):
        for row in range(3):
            for column in range(4):
                _screen(sheet, chance, 128 + column * 340, 60 + row * 208, 324, 194, row * 4 + column)
    glow = sheet.glow((0, "#8fd0cb", 0.3), (1, "#8fd0cb", 0))
    sheet.oval(800, 380, 900, 480, fill=glow, style="mix-blend-mode:screen")
    sheet.path(
        f"M-20 760H1620V{HEIGHT + 20}H-20Z", fill=sheet.shade((0, "#0c3a45"), (0.3, "#082733"), (1, NIGHT))
    )
    top = "M250 800Q800 760 1350 800L1660 1010Q800 1080 -60 1010Z"
    with sheet.group(clip_path=sheet.clip(top)):
        sheet.path(top, fill=sheet.shade((0, "#22616a"), (0.4, "#10424c"), (1, "#051d26")))
        with sheet.group(
            filter=sheet.filter('<feGaussianBlur stdDeviation="7 16"/>', whole=True), opacity=0.5
        ):
            sheet.add('<use href="#wall" transform="translate(0 1440) scale(1 -0.98)"/>')
        sheet.wash(sheet.shade((0.72, NIGHT, 0.1), (1, NIGHT, 0.85)))
    sheet.path("M-60 1010Q800 1080 1660 1010L1660 1030Q800 1102 -60 1030Z", fill="#1d565e")
    sheet.path("M250 800Q800 760 1350 800", fill="none", stroke="#a9d6cf", stroke_width=2.5, opacity=0.7)
    for place in range(7):
        _place(sheet, 170 + place * 210, 962 + 26 * math.sin((place + 0.5) / 7 * math.pi))
    return finish(sheet, dark=0.6)


def _screen(sheet: Sheet, chance: Chance, x: float, y: float, wide: float, tall: float, number: int) -> None:
    """A screen with somebody's head and shoulders before a wall of another hour of the day."""
    hours = (
        ("#f6dcae", "#d99a55"),
        ("#dfeae2", "#8fb9b4"),
        ("#a9cfca", "#3f8b8f"),
        ("#2b727a", "#0d3f4b"),
        ("#efe4cc", "#bfae8c"),
        ("#f0b267", "#a65f2b"),
    )
    high, low = hours[(number * 5 + number // 4) % len(hours)]
    sheet.rect(x - 7, y - 7, wide + 14, tall + 14, rx=6, fill="#03121a")
    clip = sheet.clip(f"M{x} {y}h{wide}v{tall}h-{wide}Z")
    with sheet.group(clip_path=clip):
        sheet.rect(
            x, y, wide, tall, fill=sheet.shade((0, high), (1, low), end=(chance.between(-0.4, 0.4), 1))
        )
        _room(sheet, chance, x, y, wide, tall, number % 3, high, low)
        _person(
            sheet,
            x + wide / 2 + chance.near(0, 26),
            y + tall,
            tall * chance.between(0.8, 0.92),
            mix("#08303b", low, 0.14),
            mix(high, PAPER, 0.3),
            chance,
        )
        sheet.rect(x, y, wide, tall, fill=sheet.shade((0, "#fff", 0.14), (0.5, "#fff", 0), end=(0.7, 1)))
        sheet.path(
            "".join(f"M{x} {y + at}h{wide}" for at in range(2, int(tall), 4)),
            stroke="#02131a",
            stroke_width=1,
            opacity=0.14,
        )
    sheet.rect(x + 10, y + tall - 18, 8, 8, rx=4, fill=ACCENT if number == 5 else "#d7e9e2", opacity=0.9)
    if number == 5:
        sheet.rect(x - 3, y - 3, wide + 6, tall + 6, rx=3, fill="none", stroke=ACCENT, stroke_width=6)


def _room(
    sheet: Sheet, chance: Chance, x: float, y: float, wide: float, tall: float, kind: int, high: str, low: str
) -> None:
    """What is behind somebody: shelves, a curtain or a window."""
    if kind == 0:
        for shelf in range(4):
            sheet.rect(x, y + 24 + shelf * 46, wide, 4, fill=mix(low, INK, 0.35), opacity=0.5)
            for book in range(26):
                if chance.falls(0.7):
                    up = chance.between(16, 36)
                    sheet.rect(
                        x + book * 13,
                        y + 24 + shelf * 46 - up,
                        chance.between(6, 11),
                        up,
                        fill=mix(low, chance.pick((INK, CREAM, EMBER)), 0.4),
                        opacity=0.5,
                    )
    elif kind == 1:
        sheet.path(
            "".join(f"M{x + at} {y}V{y + tall}" for at in range(16, 330, 54)),
            stroke=mix(low, INK, 0.4),
            stroke_width=9,
            opacity=0.25,
        )
    else:
        sheet.rect(x + 34, y + 18, wide - 68, tall - 60, fill=mix(high, PAPER, 0.5), opacity=0.6)
        sheet.path(
            f"M{x + wide / 2} {y + 18}v{tall - 60}M{x + 34} {y + 70}h{wide - 68}",
            stroke=mix(low, INK, 0.3),
            stroke_width=5,
            opacity=0.6,
        )


def _person(sheet: Sheet, x: float, foot: float, tall: float, dark: str, rim: str, chance: Chance) -> None:
    """Head and shoulders as an outline; somebody with longer hair now and then."""
    head, wide = tall * 0.185, tall * chance.between(0.54, 0.66)
    y, neck = foot - tall + head * 1.1, foot - tall * 0.5
    body = sheet.shade((0, mix(dark, rim, 0.25)), (0.3, dark), (1, mix(dark, NIGHT, 0.5)), end=(0.8, 1))
    hair = mix(dark, NIGHT, 0.55)
    long = chance.falls(0.36)
    if long:
        down = y + head * chance.between(1.1, 2.0)
        sheet.path(
            f"M{x - head * 1.05} {down}C{x - head * 1.5} {y - head * 0.2} {x - head * 1.1} "
            f"{y - head * 1.5} {x} {y - head * 1.42}"
            f"C{x + head * 1.1} {y - head * 1.5} {x + head * 1.5} {y - head * 0.2} {x + head * 1.05} "
            f"{down}Q{x} {down + head * 0.4} {x - head * 1.05} {down}Z",
            fill=hair,
        )
    shoulders = (
        f"M{x - wide} {foot + 2}C{x - wide * 1.02} {foot - tall * 0.26} {x - wide * 0.86} "
        f"{foot - tall * 0.36} {x - head * 0.58} {neck}"
        f"V{y + head * 0.4}H{x + head * 0.58}V{neck}"
        f"C{x + wide * 0.86} {foot - tall * 0.36} {x + wide * 1.02} {foot - tall * 0.26} {x + wide} "
        f"{foot + 2}Z"
    )
    sheet.path(shoulders, fill=body)
    sheet.path(
        f"M{x - head * 0.55} {neck + 2}L{x} {foot - tall * 0.14}L{x + head * 0.55} {neck + 2}"
        f"L{x} {neck + head * 0.5}Z",
        fill=mix(rim, dark, 0.25),
        opacity=0.8,
    )
    if not long:
        sheet.path(
            f"M{x - 4} {neck + head * 0.45}h8l5 {tall * 0.3}l-9 12l-9 -12Z",
            fill=mix(dark, chance.pick((ACCENT, TEAL, INK)), 0.6),
        )
        for side in (-1, 1):
            sheet.oval(x + side * head * 0.86, y + head * 0.08, head * 0.14, head * 0.28, fill=body)
    sheet.path(
        f"M{x - head * 0.86} {y - head * 0.2}C{x - head * 0.9} {y - head * 1.4} {x + head * 0.9} "
        f"{y - head * 1.4} {x + head * 0.86} {y - head * 0.2}"
        f"C{x + head * 0.8} {y + head * 0.7} {x + head * 0.42} {y + head * 1.1} {x} {y + head * 1.12}"
        f"C{x - head * 0.42} {y + head * 1.1} {x - head * 0.8} {y + head * 0.7} {x - head * 0.86} "
        f"{y - head * 0.2}Z",
        fill=body,
    )
    sheet.path(
        f"M{x - head * 0.92} {y}C{x - head * 1.1} {y - head * 1.6} {x + head * 1.1} {y - head * 1.6} "
        f"{x + head * 0.92} {y}C{x + head * 0.8} {y - head * 0.6} {x + head * 0.3} {y - head * 0.8} {x} "
        f"{y - head * 0.78}C{x - head * 0.3} {y - head * 0.8} {x - head * 0.8} {y - head * 0.6} "
        f"{x - head * 0.92} {y}Z",
        fill=hair,
    )


def _place(sheet: Sheet, x: float, y: float) -> None:
    """A microphone and papers on the table."""
    sheet.path(
        f"M{x - 46} {y - 8}l12 -26h70l14 26Z", fill=sheet.shade((0, "#dfe9e2", 0.75), (1, "#7fa3a3", 0.45))
    )
    sheet.oval(x + 74, y - 12, 20, 7, fill=NIGHT)
    sheet.path(
        f"M{x + 74} {y - 14}C{x + 74} {y - 60} {x + 66} {y - 84} {x + 52} {y - 98}",
        fill="none",
        stroke=NIGHT,
        stroke_width=5,
    )
    sheet.path(f"M{x + 55} {y - 94}l-12 -15", stroke=NIGHT, stroke_width=12, stroke_linecap="round")
    sheet.path(f"M{x + 54} {y - 96}l-2 -3", stroke=ACCENT, stroke_width=12)
