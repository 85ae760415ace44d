"""Shanghai: towers beyond a river at dawn."""

import math

from .air import clouds, finish, glitter, haze, ripples, sun
from .boats import barge
from .chance import Chance
from .colours import NIGHT, mix
from .growth import crown, leafy
from .houses import tower
from .sheet import HEIGHT, WIDTH, Sheet

_LEVEL = 690  # where the water begins


def shanghai_skyline() -> Sheet:
    """Towers beyond a river at dawn, a barge passing."""
    sheet, chance, level = Sheet(), Chance(5), _LEVEL
    with sheet.group(id="view"):
        sheet.wash(
            sheet.shade(
                (0, "#1d5a68"), (0.22, "#5f979b"), (0.42, "#d7c3a0"), (0.56, "#f3c88d"), (0.66, "#f6d9ae")
            )
        )
        sun(sheet, 520, 560, 52, "#fff0cf", strength=0.85)
        clouds(sheet, "#f7d9b0", top=40, bottom=560, seed=12, share=0.7)
        _towers(sheet, chance)
        _pearls(sheet, 800, level)
        with sheet.group(filter=leafy(sheet, 7)):
            for index in range(110):
                crown(
                    sheet,
                    chance,
                    index * 15 - 20,
                    level - chance.between(2, 12),
                    18,
                    11,
                    "#0d3d46",
                    "#8f8a66",
                    16,
                )
        lamps = "".join(f"M{x} {level - 4}h3v3h-3Z" for x in range(8, WIDTH, 26))
        sheet.path(lamps, fill="#fff0cd")
    with sheet.group(clip_path=sheet.below(level)):
        sheet.mirror("view", level, filter=ripples(sheet, 60, "0.003 0.05"))
        sheet.rect(
            0,
            level,
            WIDTH,
            HEIGHT - level,
            fill=sheet.shade((0, "#4b7f82", 0.3), (0.4, "#114f5a", 0.62), (1, NIGHT, 0.96)),
        )
        glitter(sheet, "#fbdcac", level + 2, level + 330, 0.36)
    with sheet.group(id="barge"):
        barge(sheet, 430, 842)
    with sheet.group(clip_path=sheet.below(846)):
        sheet.mirror("barge", 846, filter=ripples(sheet, 22, "0.008 0.08"), opacity=0.5)
    return finish(sheet)


def _towers(sheet: Sheet, chance: Chance) -> None:
    """Three rows of towers, the far ones in the haze of the morning."""
    tones = (
        (0.74, 70, (90, 230), (30, 60)),
        (0.5, 46, (120, 330), (40, 76)),
        (0.22, 26, (110, 300), (54, 96)),
    )
    for pale, count, tall, wide in tones:
        light, dark, mist = (mix(c, "#f0cf9f", pale) for c in ("#b8a683", "#0e4652", "#e8c796"))
        for index in range(count):
            x = (index + chance.between(0.1, 0.9)) * WIDTH / count
            near = 0.55 + 0.6 * math.exp(-(((x - 980) / 420) ** 2))
            top = chance.pick(("flat", "flat", "flat", "steps", "steps", "slant", "slant", "crown", "spire"))
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
                lit=0.1,
            )
        if pale == 0.5:
            _pagoda_tower(sheet, 1130, _LEVEL, 470)
            haze(sheet, "#f3cf9c", 500, _LEVEL, 0.35)


def _pearls(sheet: Sheet, x: float, foot: float) -> None:
    """A television tower of spheres on a tripod."""
    light, dark = "#e9c79a", "#0c3f4a"
    shaft = sheet.shade((0, light), (0.5, mix(light, dark, 0.6)), (1, dark), end=(1, 0))
    for lean in (-46, 46):
        sheet.path(
            f"M{x + lean * 0.1 - 5} {foot - 150}L{x + lean - 7} {foot}h14L{x + lean * 0.1 + 5} {foot - 150}Z",
            fill=shaft,
        )
    for offset in (-13, 0, 13):
        sheet.rect(x + offset - 4, foot - 330, 8, 330, fill=shaft)
    sheet.path(
        f"M{x - 7} {foot - 400}L{x - 2} {foot - 560}h4L{x + 7} {foot - 400}V{foot - 330}H{x - 7}Z", fill=shaft
    )
    sheet.rect(x - 1.4, foot - 640, 2.8, 90, fill=dark)
    for up, radius in ((130, 42), (330, 31), (420, 13)):
        ball = sheet.glow(
            (0, "#ffe7bd"), (0.3, "#d79a63"), (0.75, "#7c4a3f"), (1, dark), centre=(0.32, 0.34), radius=0.75
        )
        sheet.disc(x, foot - up, radius, fill=ball)
        sheet.path(f"M{x - radius} {foot - up}h{radius * 2}", stroke="#ffe9c2", stroke_width=2.4, opacity=0.7)
        sheet.path(
            f"M{x - radius * 0.92} {foot - up + radius * 0.38}h{radius * 1.84}",
            stroke=dark,
            stroke_width=2,
            opacity=0.45,
        )
    for up in (205, 235, 265):
        sheet.disc(
            x,
            foot - up,
            10,
            fill=sheet.glow((0, "#ffe7bd"), (1, "#7c4a3f"), centre=(0.35, 0.35), radius=0.75),
        )


def _pagoda_tower(sheet: Sheet, x: float, foot: float, tall: float) -> None:
    """A tower whose tiers grow narrower towards a spire."""
    light, dark = "#ecd0a2", "#23606a"
    y, wide, storey = foot, 78.0, 62.0
    fill = sheet.shade((0, light), (0.45, mix(light, dark, 0.5)), (1, dark), end=(1, 0))
    while storey > 7:
        sheet.path(
            f"M{x - wide / 2} {y}L{x - wide / 2 - 3} {y - storey}H{x + wide / 2 + 3}L{x + wide / 2} {y}Z",
            fill=fill,
        )
        sheet.path(
            "".join(f"M{x - wide / 2 + wide * n / 7} {y}v-{storey}" for n in range(1, 7)),
            stroke=dark,
            stroke_width=1,
            opacity=0.5,
        )
        sheet.path(f"M{x - wide / 2 - 5} {y - storey}h{wide + 10}", stroke=light, stroke_width=2)
        y, wide, storey = y - storey, wide * 0.94, storey * 0.885
    sheet.path(f"M{x - wide / 2} {y}L{x - 2} {y - 60}V{y - 105}h4V{y - 60}L{x + wide / 2} {y}Z", fill=fill)
