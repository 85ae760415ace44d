"""Issyk-Kul: a lake among mountains."""

from .air import clouds, finish, glitter, haze, ripples
from .boats import sail
from .chance import Chance
from .colours import CREAM, INK, NIGHT, PAPER, mix
from .growth import leafy
from .sheet import HEIGHT, WIDTH, Sheet, curve
from .terrain import View, crags, render, rise


def issyk_kul() -> Sheet:
    """A mountain lake in the morning and a sail on it."""
    sheet, chance, shore = Sheet(), Chance(31), 596
    with sheet.group(id="view"):
        sheet.wash(sheet.shade((0, "#5d9a9d"), (0.22, "#a3c4bd"), (0.46, "#f3dfbd"), (1, CREAM)))
        clouds(sheet, PAPER, top=-120, bottom=360, seed=23, share=0.85, frequency="0.0013 0.006")

        def height(x, z):
            far = rise(6.2, 9.5, z)
            return crags(x * 0.3 + 41.3, z * 0.3 + 8.2, 7) * 1.75 * far + 0.1 * far - 0.02

        sheet.image(
            render(
                View(
                    height,
                    eye=0.1,
                    horizon=shore - 20,
                    zoom=1700,
                    near=5.6,
                    far=14,
                    rows=640,
                    sun=(-0.8, 0.45, -0.2),
                    exposure=1.2,
                    snowline=0.62,
                    shade="#27636d",
                    light="#e3cda6",
                    snow=("#fffaf0", "#6a9ba4"),
                    haze="#efdfc4",
                    clear=22,
                    low_haze=1.1,
                    level=-0.015,
                )
            )
        )
        haze(sheet, "#f0dfc0", 470, shore, 0.6)
    water = sheet.below(shore)
    with sheet.group(clip_path=water):
        sheet.mirror("view", shore, filter=ripples(sheet, 46))
        sheet.rect(
            0,
            shore,
            WIDTH,
            HEIGHT - shore,
            fill=sheet.shade((0, "#2a7a80", 0.25), (0.35, "#0f5d66", 0.62), (1, "#062c38", 0.95)),
        )
        glitter(sheet, "#fdeccd", shore + 4, shore + 300, 0.34)
        sheet.rect(0, shore - 1, WIDTH, 5, fill="#fdf0d6", opacity=0.6)
    with sheet.group(id="boat"):
        sail(sheet, 1030, 700)
    with sheet.group(clip_path=sheet.below(703)):
        sheet.mirror("boat", 704, filter=ripples(sheet, 26, "0.008 0.07"), opacity=0.55)
    _pebbles(sheet, chance)
    return finish(sheet)


def _pebbles(sheet: Sheet, chance: Chance) -> None:
    """A stony shore in the lower left corner, wet at its edge."""
    edge = [
        (-40, 905),
        (120, 915),
        (300, 948),
        (420, 985),
        (640, 1010),
        (760, 1040),
        (900, 1090),
        (-40, 1090),
    ]
    sheet.path(curve(edge, closed=True), fill=INK, filter=sheet.blur(9), opacity=0.75)
    with sheet.group(filter=leafy(sheet, 6)):
        for index in range(520):
            y = 918 + 160 * index / 520
            reach = 60 + (y - 905) * 4.4
            x = chance.between(-40, reach)
            wide = chance.between(5, 13) * (0.7 + (y - 905) / 90)
            wet = max(0.0, 1 - (reach - x) / 160)
            tone = mix(mix("#0c3f48", "#56817f", chance.between(0, 0.9)), "#0a3039", wet * 0.8)
            sheet.oval(x, y, wide, wide * 0.52, fill=mix(tone, NIGHT, 0.5))
            sheet.oval(x - wide * 0.1, y - wide * 0.12, wide * 0.82, wide * 0.36, fill=tone)
            if chance.falls(0.5):
                sheet.oval(
                    x - wide * 0.25, y - wide * 0.2, wide * 0.4, wide * 0.14, fill="#e6d9bd", opacity=0.35
                )
