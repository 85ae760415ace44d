"""A lorry on a mountain road."""

import math

from .air import clouds, finish, sun
from .colours import ACCENT, CREAM, EMBER, GLOW, NIGHT
from .sheet import WIDTH, Sheet
from .terrain import View, channels, crags, render, rise, swells

_ASPHALT = channels("#d9c6a0"), channels("#3c6264")
_VERGE = channels("#c9a873"), channels("#28565c")


def _road(z: float) -> float:
    """How far to the right the middle of the road lies at a distance."""
    return 0.62 * math.sin(z * 1.5 + 2.45) * rise(0.8, 2, z) * (0.55 + 0.17 * z)


def _level(z: float) -> float:
    """How high the road lies at a distance."""
    return 0.021 * z * z * rise(1.5, 5, z)


def _height(x: float, z: float) -> float:
    away = abs(x - _road(z))
    wild = crags(x * 0.5 + 60.4, z * 0.5 + 12.5, 7) * (0.3 + 0.085 * max(0, z - 1.2)) * rise(-0.2, 1.9, away)
    wild += 0.05 * swells(x * 4, z * 4, 4) + _level(z) + 0.035 * rise(0.2, 2.2, away) * z
    return _level(z) + (wild - _level(z)) * rise(0.13, 0.42, away)


def _paint(x: float, z: float, _up: float) -> tuple | None:
    away = abs(x - _road(z))
    if away > 0.21 or z > 7:
        return None
    if away < 0.13:
        mark = rise(0.008, 0.004, away) * (0.85 if math.sin(z * 16) > 0 and z < 4 else 0)
        return (tuple(c + (255 - c) * mark for c in _ASPHALT[0]), _ASPHALT[1], 0.92)
    return (*_VERGE, 0.6 * rise(0.21, 0.14, away))


_PASS = View(
    _height,
    eye=0.95,
    horizon=440,
    zoom=1400,
    near=1.0,
    far=11,
    rows=900,
    sun=(0.75, 0.5, 0.15),
    exposure=1.15,
    snowline=1.05,
    shade="#0d424e",
    light="#dcae74",
    snow=("#fff8ea", "#4f838f"),
    grass=("#b9a873", "#17504f"),
    treeline=0.25,
    haze="#f1dcb6",
    clear=19,
    low_haze=0.2,
    hard=5,
    paint=_paint,
)


def road_pass() -> Sheet:
    """A lorry that comes down a mountain road at dawn."""
    sheet = Sheet()
    sheet.wash(sheet.shade((0, "#2a6d77"), (0.22, "#7fadab"), (0.4, "#f3d7a8"), (0.5, "#f8dfb5"), (1, GLOW)))
    clouds(sheet, "#fbead0", top=-160, bottom=340, seed=41, share=0.75)
    sun(sheet, 1010, 330, 50, CREAM, disc=False, strength=0.9)
    sheet.image(render(_PASS))
    _posts(sheet)
    z = 3.02
    spot = (WIDTH / 2 + (_road(z) - 0.04) / z * 1400, 440 + (0.95 - _level(z)) / z * 1400)
    _lorry(sheet, *spot, 0.165 / z * 1400)
    return finish(sheet, dark=0.4)


def _posts(sheet: Sheet) -> None:
    """Posts along both sides of the road."""
    for step in range(34, 5, -1):
        for side in (-1, 1):
            z = 1.2 + step * 0.12
            x, up = WIDTH / 2 + (_road(z) + side * 0.155) / z * 1400, 440 + (0.95 - _level(z)) / z * 1400
            tall = 62 / z
            sheet.rect(
                x - tall * 0.1,
                up - tall,
                tall * 0.2,
                tall,
                fill=sheet.shade(
                    (0, CREAM), (0.3, CREAM), (0.32, EMBER), (0.5, EMBER), (0.52, "#d9c8a4"), (1, "#4d6d6c")
                ),
            )


def _lorry(sheet: Sheet, x: float, foot: float, wide: float) -> None:
    """A lorry from before and a little from above, its lamps on."""
    with sheet.group(transform=f"translate({x:.1f} {foot:.1f}) scale({wide / 100:.3f})"):
        sheet.oval(-26, 2, 100, 14, fill=NIGHT, opacity=0.55, filter=sheet.blur(5, whole=False))
        sheet.oval(-34, 52, 120, 40, fill="#ffe9bb", opacity=0.55, filter=sheet.blur(14, whole=False))
        sheet.path("M48 -18L70 -40V-178L48 -166Z", fill=sheet.shade((0, GLOW), (0.5, ACCENT), (1, "#6f3f1d")))
        sheet.path("M-48 -166H48L70 -178L-22 -178Z", fill=CREAM)
        sheet.path("M-48 -166H48V-20H-48Z", fill=sheet.shade((0, "#b06f33"), (1, "#5b3a22")))
        sheet.path(
            "M-45 -12V-112Q-45 -124 -36 -126H36Q45 -124 45 -112V-12Z",
            fill=sheet.shade((0, "#d6dfd2"), (0.25, "#4f8c8c"), (0.6, "#134f58"), (1, NIGHT)),
        )
        sheet.path(
            "M-38 -72L-34 -116H34L38 -72Z",
            fill=sheet.shade((0, "#f6ddb0"), (0.4, "#5c8b89"), (1, "#08303a"), end=(0.3, 1)),
        )
        sheet.path("M-30 -60H30V-38H-30Z", fill=NIGHT)
        sheet.path("M-46 -30H46V-14H-46Z", fill="#20555d")
        sheet.path("M-51 -84h-6v-24h6ZM51 -84h6v-24h-6Z", fill=NIGHT)
        for side in (-1, 1):
            sheet.rect(side * 36 - 9, -14, 18, 15, rx=4, fill=NIGHT)
            sheet.oval(side * 35, -22, 9, 6, fill="#fff9e6")
            sheet.disc(
                side * 35,
                -22,
                70,
                fill=sheet.glow((0, "#fff3d0", 0.95), (0.16, "#ffe7b4", 0.5), (1, "#ffdf9f", 0)),
            )
