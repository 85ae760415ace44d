"""Astana: a city in the steppe, and the steppe itself."""

import math

from .air import clouds, finish, haze, sun
from .chance import Chance
from .colours import INK, NIGHT, mix
from .growth import blades, plumes
from .houses import tower
from .sheet import HEIGHT, WIDTH, Sheet
from .terrain import View, render, rise, swells


def plain(
    sheet: Sheet,
    horizon: float,
    seed: float,
    *,
    light: str,
    shade: str,
    mist: str,
    near=1.3,
    far=14.0,
    sunny=(-0.85, 0.3, -0.2),
):
    """Rolling grassland up to the horizon."""

    def height(x, z):
        return 0.2 * swells(x * 0.35 + seed, z * 0.35 + seed, 6) * rise(1, 3, z) - 0.06 * rise(6, 12, z)

    sheet.image(
        render(
            View(
                height,
                eye=0.5,
                horizon=horizon,
                zoom=1400,
                near=near,
                far=far,
                rows=420,
                sun=sunny,
                exposure=1.5,
                light=light,
                shade=shade,
                haze=mist,
                clear=10,
                hard=10,
            )
        )
    )


def meadow(sheet: Sheet, chance: Chance, top: float) -> None:
    """Tall grass before the viewer."""
    ground = sheet.shade((0, "#a98a58", 0), (0.12, "#94804f"), (0.4, "#3d5a50"), (0.75, INK), (1, NIGHT))
    sheet.rect(0, top - 24, WIDTH, HEIGHT - top + 24, fill=ground)
    tones = "#b8945c", "#9c8350", "#66714f", "#2f5a55", "#134a4e", "#0a343c", NIGHT
    blades(sheet, chance, 3400, top, 1110, 130, *tones)
    plumes(sheet, chance, 150, top + 30, 1130, 170, "#f0cd92")
    blades(sheet, chance, 420, 1040, 1130, 130, "#0b3a42", NIGHT)


def steppe_city() -> Sheet:
    """Towers that rise from the steppe under a wide evening sky."""
    sheet, chance, level = Sheet(), Chance(44), 700
    sheet.wash(
        sheet.shade((0, "#174a58"), (0.2, "#4a8389"), (0.4, "#c5b995"), (0.55, "#f2c285"), (0.66, "#fbe2b8"))
    )
    sun(sheet, 1180, 640, 44, "#fff0cd", disc=False, strength=0.95)
    clouds(sheet, "#f6d3a0", top=-60, bottom=560, seed=61, share=0.95, frequency="0.0012 0.006", gain=4.6)
    clouds(sheet, "#1b5562", top=-200, bottom=330, seed=70, share=0.6)
    for pale, count, tall, wide in (
        (0.66, 60, (30, 120), (22, 44)),
        (0.42, 40, (40, 190), (26, 52)),
        (0.16, 24, (40, 210), (30, 64)),
    ):
        light, dark, mist = (mix(c, "#f4cf9b", pale) for c in ("#d7b27c", "#0f4653", "#e6bd85"))
        for _ in range(count):
            x = 800 + 640 * chance.near(0, 1.15)
            top = chance.pick(("flat", "flat", "steps", "slant", "flat"))
            near = 0.35 + 0.85 * math.exp(-(((x - 800) / 330) ** 2))
            tower(
                sheet,
                chance,
                x,
                level,
                chance.between(*wide),
                chance.between(*tall) * near,
                top,
                light=dark,
                dark=mix(dark, light, 0.35),
                haze=mist,
                lit=0.16,
            )
        if pale == 0.42:
            for x, tall, size in ((560, 250, 62), (1010, 270, 66)):
                _cone(sheet, x, level, size, tall, mist)
            haze(sheet, "#f4cd97", 560, level, 0.4)
    _golden_ball(sheet, 790, level + 4)
    plain(sheet, level - 42, 3.0, light="#e9b970", shade="#1a4a4f", mist="#f0c588", sunny=(0.85, 0.28, 0.1))
    sheet.rect(
        0,
        level - 16,
        WIDTH,
        90,
        fill=sheet.shade((0, "#f6d5a0", 0), (0.2, "#ecc48a", 0.8), (1, "#f6d5a0", 0)),
    )
    meadow(sheet, chance, 830)
    return finish(sheet)


def _cone(sheet: Sheet, x: float, foot: float, wide: float, tall: float, mist: str) -> None:
    """A tower of gilded glass that narrows towards its top."""
    form = (
        f"M{x - wide / 2} {foot}C{x - wide * 0.5} {foot - tall * 0.5} {x - wide * 0.4} "
        f"{foot - tall * 0.8} {x - wide * 0.24} {foot - tall}H{x + wide * 0.24}"
        f"C{x + wide * 0.4} {foot - tall * 0.8} {x + wide / 2} {foot - tall * 0.5} {x + wide / 2} {foot}Z"
    )
    sheet.path(
        form,
        fill=sheet.shade((0, "#5a5a47"), (0.45, "#9b733f"), (0.8, "#e8a95b"), (1, "#ffd99c"), end=(1, 0)),
    )
    with sheet.group(clip_path=sheet.clip(form)):
        sheet.path(
            "".join(f"M{x - wide} {foot - step * 9}h{wide * 2}" for step in range(int(tall / 9))),
            stroke="#4a4a3d",
            stroke_width=1.2,
            opacity=0.45,
        )
        sheet.rect(x - wide, foot - tall, wide * 2, tall, fill=sheet.shade((0.45, mist, 0), (1, mist, 0.9)))


def _golden_ball(sheet: Sheet, x: float, foot: float) -> None:
    """A white lattice tower that opens like a tree and holds a golden ball."""
    tall, neck = 400, 120
    ribs = ""
    for turn in range(12):
        side = math.cos((turn + 0.5) / 12 * math.pi)
        ribs += (
            f"M{x + side * 34:.1f} {foot}C{x + side * 17:.1f} {foot - tall * 0.3:.1f} {x + side * 16:.1f} "
            f"{foot - tall * 0.55:.1f} {x + side * 20:.1f} {foot - tall + neck:.1f}"
            f"S{x + side * 52:.1f} {foot - tall + 44:.1f} {x + side * 62:.1f} {foot - tall + 8:.1f}"
        )
    sheet.path(
        f"M{x - 9} {foot}V{foot - tall + 60}h18V{foot}Z",
        fill=sheet.shade((0, "#2b5f68"), (1, "#d9b380"), end=(1, 0)),
    )
    ball = sheet.glow(
        (0, "#fff4d4"), (0.3, "#f6bf6c"), (0.7, "#c27a2f"), (1, "#6f4a2c"), centre=(0.66, 0.4), radius=0.7
    )
    sheet.disc(x, foot - tall + 30, 46, fill=ball)
    sheet.disc(x, foot - tall + 30, 110, fill=sheet.glow((0, "#ffe0a3", 0.6), (1, "#ffe0a3", 0)))
    sheet.path(ribs, fill="none", stroke="#123f4a", stroke_width=4.6, opacity=0.6)
    sheet.path(ribs, fill="none", stroke="#fbeed2", stroke_width=2.8)
    rings = "".join(
        f"M{x - half:.1f} {foot - up}h{half * 2:.1f}"
        for up, half in ((60, 27), (120, 20), (180, 16.5), (236, 17), (280, 21), (318, 33), (350, 47))
    )
    sheet.path(rings, stroke="#f0dcb6", stroke_width=1.8)
