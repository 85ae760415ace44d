"""Qingdao: sailing boats before a city by the sea."""

import math

from .air import clouds, finish, glitter, ripples
from .boats import sail
from .chance import Chance
from .colours import ACCENT, GLOW, PAPER, mix
from .growth import crown, leafy
from .houses import tower
from .sheet import HEIGHT, WIDTH, Sheet
from .terrain import View, crags, render, rise

_LEVEL = 600  # where the water begins


def _height(x: float, z: float) -> float:
    gap = 0.5 + 0.5 * rise(0.5, 3, abs(x + 0.8))
    return 0.42 * crags(x * 0.3 + 3.3, z * 0.3 + 55, 7) * rise(7, 9, z) * gap - 0.01


_COAST = View(
    _height,
    eye=0.05,
    horizon=_LEVEL - 8,
    zoom=1700,
    near=6.4,
    far=13,
    rows=420,
    sun=(-0.8, 0.55, -0.2),
    exposure=1.1,
    shade="#3b767a",
    light="#dcc79c",
    grass=("#9fb48c", "#3a7472"),
    treeline=0.16,
    haze="#e4e2cd",
    clear=10,
    level=-0.005,
)


def qingdao_harbour() -> Sheet:
    """Sailing boats before a city by the sea, on a bright morning."""
    sheet, chance, level = Sheet(), Chance(29), _LEVEL
    with sheet.group(id="view"):
        sheet.wash(sheet.shade((0, "#5b9ea3"), (0.25, "#a5cbc6"), (0.48, "#f0e4c9"), (0.56, "#f8e6c4")))
        clouds(sheet, PAPER, top=-140, bottom=470, seed=52, share=0.95)

        sheet.image(render(_COAST))
        _new_town(sheet, chance)
        _red_roofs(sheet, chance, level)
    with sheet.group(clip_path=sheet.below(level)):
        sheet.mirror("view", level, filter=ripples(sheet, 70, "0.004 0.05"))
        sheet.rect(
            0,
            level,
            WIDTH,
            HEIGHT - level,
            fill=sheet.shade((0, "#6fb0ae", 0.5), (0.3, "#2b8186", 0.78), (1, "#07404c", 1)),
        )
        glitter(sheet, "#fdf6e2", level + 2, level + 200, 0.42, frequency="0.008 0.16")
        glitter(sheet, "#fdf6e2", level + 120, HEIGHT, 0.36, frequency="0.004 0.05", seed=8)
        glitter(sheet, "#0a4c57", level + 60, HEIGHT, 0.4, frequency="0.004 0.045", seed=19)
    _regatta(sheet)
    _gulls(sheet)
    return finish(sheet, dark=0.28)


def _red_roofs(sheet: Sheet, chance: Chance, level: float) -> None:
    """The old town: small houses with tiled roofs among trees."""
    with sheet.group(filter=leafy(sheet, 6)):
        for _ in range(120):
            x = chance.between(-20, 820)
            crown(
                sheet,
                chance,
                x,
                level - chance.between(4, 46) * (1 - x / 1200),
                22,
                13,
                "#1c5a5c",
                "#9db48a",
                18,
            )
    for _ in range(46):
        x = chance.between(-20, 720)
        y, wide = level - chance.between(6, 54) * (1 - x / 1100), chance.between(16, 30)
        sheet.path(
            f"M{x} {y}h{wide}v-{wide * 0.5}h-{wide}Z",
            fill=sheet.shade((0, "#f6e9cd"), (1, "#9db3a8"), end=(1, 0.2)),
        )
        sheet.path(
            f"M{x - 2} {y - wide * 0.5}l{wide * 0.3} -{wide * 0.42}h{wide * 0.5}l{wide * 0.3} {wide * 0.42}Z",
            fill=sheet.shade((0, "#d98a4a"), (1, "#a65f3a"), end=(1, 0)),
        )
    with sheet.group(filter=leafy(sheet, 6)):
        for _ in range(90):
            x = chance.between(-20, 1640)
            crown(sheet, chance, x, level - 5, 17, 9, "#164f54", "#86a585", 14)


def _new_town(sheet: Sheet, chance: Chance) -> None:
    """Towers in the haze, highest at the right."""
    for pale, count, tall, wide in ((0.6, 48, (50, 150), (24, 46)), (0.36, 34, (60, 220), (30, 56))):
        light, dark, mist = (mix(c, "#ece2c8", pale) for c in ("#efe2c6", "#2c6a72", "#cfd9c8"))
        for _ in range(count):
            x = 520 + 1150 * chance.between(0, 1) ** 0.8
            near = 0.5 + 0.8 * math.exp(-(((x - 1180) / 240) ** 2))
            top = chance.pick(("flat", "flat", "steps", "slant"))
            tower(
                sheet,
                chance,
                x,
                _LEVEL,
                chance.between(*wide),
                chance.between(*tall) * near,
                top,
                light=light,
                dark=dark,
                haze=mist,
                lit=0,
            )


def _regatta(sheet: Sheet) -> None:
    """Seven boats and their images in the water."""
    boats = (
        (250, 640, 0.3, PAPER),
        (410, 634, 0.24, GLOW),
        (980, 640, 0.3, PAPER),
        (1400, 646, 0.34, PAPER),
        (720, 668, 0.5, ACCENT),
        (1250, 700, 0.66, PAPER),
        (400, 790, 1.15, PAPER),
    )
    for number, (x, y, size, colour) in enumerate(boats):
        with sheet.group(id=f"boat{number}"):
            sail(sheet, x, y, size, colour)
        with sheet.group(clip_path=sheet.below(y + 3)):
            sheet.mirror(
                f"boat{number}", y + 4, filter=ripples(sheet, 34 * size + 6, "0.008 0.06"), opacity=0.5
            )


def _gulls(sheet: Sheet) -> None:
    for x, y, size in ((930, 300, 15), (990, 268, 10), (860, 350, 9), (640, 230, 8)):
        sheet.path(
            f"M{x - size * 2} {y - size * 0.5}Q{x - size} {y - size} {x} {y}"
            f"Q{x + size} {y - size} {x + size * 2} {y - size * 0.4}",
            fill="none",
            stroke="#2d5f66",
            stroke_width=size * 0.22,
            stroke_linecap="round",
        )
