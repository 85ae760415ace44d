"""Moscow: an embankment in the evening."""

from .air import clouds, finish, glitter, ripples
from .boats import passenger_boat
from .chance import Chance
from .colours import NIGHT, mix
from .growth import crown, leafy
from .houses import row
from .sheet import HEIGHT, WIDTH, Sheet

_LEVEL = 690


def moscow_river() -> Sheet:
    """Lamps along a river, a passenger boat and a tower with a spire."""
    sheet, chance = Sheet(), Chance(26)
    with sheet.group(id="view"):
        sheet.wash(
            sheet.shade(
                (0, "#06222d"), (0.25, "#14485a"), (0.45, "#4f7f86"), (0.57, "#d9a266"), (0.64, "#f4c589")
            )
        )
        clouds(sheet, "#e9a761", top=180, bottom=640, seed=104, share=0.7)
        clouds(sheet, "#0a3541", top=-160, bottom=420, seed=111, share=0.75)
        for pale, foot, storey, tall in (
            (0.55, 664, 9, (40, 120)),
            (0.3, 672, 11, (40, 130)),
            (0.06, 680, 13, (56, 130)),
        ):
            tone = [mix(colour, "#d99f63", pale) for colour in ("#16424d", "#0a2f3a", "#061f29")]
            row(
                sheet,
                chance,
                foot,
                wide=(storey * 6, storey * 15),
                tall=tall,
                gap=(-4, storey * 3),
                face=tone[0],
                side=tone[1],
                pane=tone[2],
                storey=storey,
                share=0.34 - pale * 0.3,
                lit="#ffd791",
                haze=mix(tone[0], "#e0a868", 0.4),
            )
            if pale == 0.55:
                _high_tower(sheet, chance, 1060, 676)
        _trees(sheet, chance)
        _quay(sheet)
    with sheet.group(clip_path=sheet.below(_LEVEL)):
        sheet.mirror("view", _LEVEL, filter=ripples(sheet, 66, "0.004 0.045"))
        sheet.rect(
            0,
            _LEVEL,
            WIDTH,
            HEIGHT - _LEVEL,
            fill=sheet.shade((0, "#0d3f4b", 0.3), (0.4, "#082c38", 0.55), (1, NIGHT, 0.95)),
        )
        for number in range(18):
            _streak(sheet, chance, 46 + number * 92)
        glitter(sheet, "#ffcf86", _LEVEL + 4, _LEVEL + 220, 0.3, frequency="0.01 0.12")
        glitter(sheet, "#04202a", _LEVEL + 30, HEIGHT, 0.4, frequency="0.006 0.06", seed=14)
    with sheet.group(id="boat"):
        passenger_boat(sheet, 210, 800)
    with sheet.group(clip_path=sheet.below(803)):
        sheet.mirror("boat", 803, filter=ripples(sheet, 34, "0.008 0.06"), opacity=0.6)
    _parapet(sheet)
    return finish(sheet, dark=0.4)


def _high_tower(sheet: Sheet, chance: Chance, x: float, foot: float) -> None:
    """A high building of the middle of the last century: wings, tiers and a spire."""
    for half, top in ((190, 150), (128, 235), (78, 340), (46, 410), (27, 455)):
        stone = sheet.shade((0, "#e2a566"), (0.3, "#9a7a58"), (0.62, "#2d5458"), (1, "#0e3742"), end=(1, 0))
        sheet.rect(x - half, foot - top, half * 2, top, fill=stone)
        ribs = "".join(f"M{x - half + 8 * n:.1f} {foot - top + 8}V{foot}" for n in range(1, int(half / 4)))
        sheet.path(ribs, stroke="#0b303b", stroke_width=2.6, opacity=0.45)
        sheet.path(
            f"M{x - half - 3} {foot - top}h{half * 2 + 6}", stroke="#f4c98f", stroke_width=3, opacity=0.8
        )
        for corner in (-1, 1):
            if half > 40:
                sheet.path(f"M{x + corner * half - 6} {foot - top}l6 -26l6 26Z", fill="#17424c")
    spots = ((x - 72 + column * 12, foot - 330 + storey * 14) for storey in range(22) for column in range(13))
    panes = "".join(f"M{left} {top}h4v6h-4Z" for left, top in spots if chance.falls(0.2))
    sheet.path(panes, fill="#ffd791")
    sheet.path(
        f"M{x - 13} {foot - 455}L{x - 1.5} {foot - 580}h3L{x + 13} {foot - 455}Z",
        fill=sheet.shade((0, "#f3bf7c"), (1, "#3f5a58"), end=(1, 0)),
    )
    sheet.disc(x, foot - 584, 5, fill="#ffdca0")


def _trees(sheet: Sheet, chance: Chance) -> None:
    with sheet.group(filter=leafy(sheet, 7)):
        for number in range(100):
            crown(
                sheet,
                chance,
                number * 16.5 - 20,
                662 - chance.between(0, 14),
                24,
                17,
                "#04212b",
                "#3a5a50",
                22,
            )


def _quay(sheet: Sheet) -> None:
    """The granite wall of the far bank and its lamps."""
    sheet.rect(0, 668, WIDTH, 24, fill=sheet.shade((0, "#8d7f68"), (0.3, "#4b5f5d"), (1, "#123a44")))
    sheet.path(
        "".join(f"M{x} 670v22" for x in range(0, WIDTH, 34)), stroke="#0b303b", stroke_width=1.4, opacity=0.6
    )
    for x in range(46, WIDTH, 92):
        sheet.path(f"M{x} 668v-40", stroke="#06222c", stroke_width=3.4)
        sheet.disc(x, 626, 5, fill="#fff1cf")
        sheet.disc(
            x, 626, 40, fill=sheet.glow((0, "#ffe2a6", 0.85), (0.3, "#ffc878", 0.3), (1, "#ffc878", 0))
        )


def _streak(sheet: Sheet, chance: Chance, x: float) -> None:
    """The light of a lamp drawn out over the water."""
    fill = sheet.shade((0, "#ffdb98", 0.75), (0.4, "#ffc878", 0.3), (1, "#ffc878", 0))
    long = chance.between(120, 230)
    with sheet.group(filter=ripples(sheet, 30, "0.01 0.09", seed=6)):
        sheet.rect(x - 5, _LEVEL + 4, 10, long, fill=fill, rx=5)


def _parapet(sheet: Sheet) -> None:
    """The near bank: granite, a railing and a lamp."""
    sheet.path(
        f"M0 946L{WIDTH} 906V{HEIGHT}H0Z",
        fill=sheet.shade((0, "#a08660"), (0.12, "#4f5f58"), (0.5, "#0f3640"), (1, NIGHT)),
    )
    sheet.path(f"M0 946L{WIDTH} 906", stroke="#f0c78d", stroke_width=4)
    for x in range(60, WIDTH, 250):
        y = 946 - 40 * x / WIDTH
        sheet.path(f"M{x} {y + 4}V{HEIGHT}", stroke=NIGHT, stroke_width=3, opacity=0.6)
    for x in range(-40, WIDTH + 60, 300):
        y = 946 - 40 * x / WIDTH
        sheet.path(
            f"M{x} {y}v-104h58v102Z",
            fill=sheet.shade((0, "#8d7a5c"), (0.5, "#23474c"), (1, NIGHT), end=(1, 0.4)),
        )
        sheet.path(f"M{x - 7} {y - 104}h72v-14h-72Z", fill=sheet.shade((0, "#d9b27a"), (1, "#23474c")))
        bars = "".join(f"M{x + 58 + step * 20} {y - step * 0.5}v-78" for step in range(1, 13))
        rings = "".join(
            f"M{x + 68 + step * 20} {y - 40}m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0" for step in range(12)
        )
        sheet.path(bars, stroke=NIGHT, stroke_width=5)
        sheet.path(rings, stroke=NIGHT, stroke_width=3.4, fill="none")
        sheet.path(f"M{x + 58} {y - 78}h242M{x + 58} {y - 12}h242", stroke="#0b2f3a", stroke_width=7)
        sheet.path(f"M{x + 58} {y - 82}h242", stroke="#c99a62", stroke_width=2)
    x, y = 1189, 800
    sheet.path(f"M{x - 9} {y}L{x - 5} 470H{x + 5}L{x + 9} {y}Z", fill=NIGHT)
    sheet.path(
        f"M{x} 520C{x - 60} 500 {x - 70} 470 {x - 66} 452M{x} 520C{x + 60} 500 {x + 70} 470 {x + 66} 452",
        fill="none",
        stroke=NIGHT,
        stroke_width=6,
    )
    for lamp_x, lamp_y in ((x - 66, 430), (x, 440), (x + 66, 430)):
        sheet.disc(lamp_x, lamp_y, 22, fill=sheet.glow((0, "#fffaf0"), (0.5, "#ffe6b4"), (1, "#f0b765")))
        sheet.disc(
            lamp_x,
            lamp_y,
            150,
            fill=sheet.glow((0, "#ffdb98", 0.7), (0.3, "#ffc878", 0.22), (1, "#ffc878", 0)),
        )
