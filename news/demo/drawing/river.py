"""Dushanbe: a mountain river and a bridge."""

import math
from dataclasses import replace

from .air import clouds, finish, glitter
from .colours import CREAM, GLOW, PAPER
from .sheet import HEIGHT, Sheet
from .terrain import View, channels, crags, render, rise, swells


def _height(x: float, z: float) -> float:
    bend = 0.42 * math.sin(z * 1.15 - 0.7) * rise(0.6, 2.4, z) + 0.06
    bank = abs(x - bend) - 0.42 + 0.02 * z + 0.2 * swells(x * 2.3 + 9, z * 2.3, 3) + 0.02 * max(0, z - 5) ** 2
    stones = max(0.0, swells(x * 11 + 3, z * 9, 3) - 0.16) * 0.16
    if bank < 0:
        return max(-0.05, bank * 0.35) + stones * 0.7
    slope = rise(0.1, 2.3, bank)
    ground = 0.04 * swells(x * 3 + 2, z * 3 + 5, 5) * min(1, bank * 4) + stones * 0.2 * rise(0.5, 0.1, bank)
    return (
        bank * 0.16
        + ground
        + slope * (0.15 + 1.75 * crags(x * 0.42 + 20.2, z * 0.42 + 3, 7)) * (0.42 + 0.14 * z)
    )


_WET = channels("#cdbd97"), channels("#375c5c")


def _paint(_x: float, _z: float, up: float) -> tuple | None:
    return (*_WET, rise(0.16, 0.02, up)) if up < 0.16 else None


_VALLEY = View(
    _height,
    eye=0.95,
    horizon=440,
    zoom=1250,
    near=3.3,
    far=13,
    rows=620,
    sun=(0.75, 0.62, 0.05),
    exposure=1.05,
    snowline=1.75,
    shade="#114650",
    light="#e2c795",
    snow=("#fffaf0", "#5d919b"),
    grass=("#a0ac78", "#0f4748"),
    treeline=0.5,
    haze="#ecdfc4",
    clear=13,
    low_haze=0.4,
    level=0.0,
    hard=4,
    paint=_paint,
)


def dushanbe_river() -> Sheet:
    """A river that comes down from the mountains, under a bridge of one arch."""
    sheet = Sheet()
    sheet.wash(
        sheet.shade(
            (0, "#4d9096"),
            (0.2, "#9cc2bd"),
            (0.4, "#f4e2c2"),
            (0.41, CREAM),
            (0.43, "#b9d4c8"),
            (0.55, "#5ea5a2"),
            (0.8, "#2a7f84"),
            (1, "#0d5058"),
        )
    )
    clouds(sheet, PAPER, top=-200, bottom=330, seed=31, share=0.8)
    _water(sheet)
    sheet.image(render(_VALLEY))
    _bridge(sheet, 150, 1400, 545)
    sheet.image(render(replace(_VALLEY, near=1.02, far=3.42, rows=420)))
    return finish(sheet)


def _water(sheet: Sheet) -> None:
    """Light and dark waves, longer towards the viewer; the land is laid over them."""
    for top, bottom, share, frequency in (
        (455, 600, 0.5, "0.02 0.16"),
        (570, 800, 0.46, "0.012 0.08"),
        (770, HEIGHT, 0.44, "0.007 0.04"),
    ):
        glitter(sheet, "#f3f3e6", top, bottom, share, frequency=frequency, seed=9)
    for top, bottom, share, frequency in ((480, 700, 0.4, "0.016 0.12"), (680, HEIGHT, 0.42, "0.006 0.04")):
        glitter(sheet, "#0e5a63", top, bottom, share, frequency=frequency, seed=21)


def _bridge(sheet: Sheet, left: float, right: float, deck: float) -> None:
    """A bridge of one flat arch between two banks, its deck on slim piers."""
    middle, foot = (left + right) / 2, deck + 96
    arch_up = f"M{left + 30} {foot}Q{middle} {deck - 78} {right - 30} {foot}"
    arch = f"{arch_up}L{right - 74} {foot}Q{middle} {deck - 38} {left + 74} {foot}Z"
    stone = sheet.shade((0, "#efe0c0"), (0.5, "#c5b490"), (1, "#5c7c7a"))
    for step in range(1, 24):
        x = left + (right - left) * step / 24
        share = (x - left - 30) / (right - left - 60)
        y = foot - 2 * share * (1 - share) * (foot - deck + 78)
        if y > deck + 8:
            sheet.rect(
                x - 4, deck, 8, y - deck + 6, fill=sheet.shade((0, "#e4d2ad"), (1, "#8a9a8c"), end=(1, 0))
            )
    sheet.path(arch, fill=stone)
    sheet.path(arch_up, fill="none", stroke="#fbeccb", stroke_width=4)
    sheet.rect(
        left - 60,
        deck - 12,
        right - left + 400,
        20,
        fill=sheet.shade((0, "#fbeed2"), (0.4, "#d9c49c"), (1, "#41676a")),
    )
    posts = "".join(
        f"M{left - 60 + step * 16} {deck - 34}v24" for step in range(int((right - left + 400) / 16))
    )
    sheet.path(posts, stroke="#2b5f66", stroke_width=2.4)
    sheet.path(f"M{left - 60} {deck - 34}H{right + 340}", stroke="#2b5f66", stroke_width=4)
    for x, side in ((left, -1), (right, 1)):
        sheet.rect(
            x - 34 + side * 30,
            deck - 8,
            68 if side < 0 else 300,
            150,
            fill=sheet.shade((0, "#d9c49c"), (1, "#3d6467")),
        )
    for step in range(5):
        x = left + (right - left) * (step + 0.5) / 5
        sheet.path(f"M{x} {deck - 10}v-84q0 -16 18 -16", fill="none", stroke="#1f4f57", stroke_width=4)
        sheet.oval(x + 20, deck - 108, 9, 4, fill=GLOW)
