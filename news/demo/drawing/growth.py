"""Trees and grass."""

import math

from .air import rough
from .chance import Chance
from .colours import mix
from .sheet import Sheet, line


def leafy(sheet: Sheet, scale: float = 10, frequency: str = "0.09") -> str:
    """The filter that turns dabs of colour into leaves."""
    return rough(sheet, scale, frequency, seed=8, octaves=2)


def poplar(
    sheet: Sheet, chance: Chance, x: float, foot: float, height: float, dark: str, light: str, dabs: int = 90
):
    """A slim tree of dabs of colour, lit from the left."""
    wide = height * chance.between(0.07, 0.095)
    sheet.rect(x - wide * 0.07, foot - height * 0.3, wide * 0.14, height * 0.3, fill=dark)
    size = height * 0.9 / dabs**0.5
    for index in range(dabs):
        at = (index + 0.5) / dabs  # from the top, a point, to the ground
        half = wide * 1.35 * at**0.6 * (1 - 0.62 * at**2)
        left = chance.between(-1, 1)
        tone = min(1, max(0, 0.42 - 0.55 * left + chance.near(0, 0.4)))
        y = foot - height * (1 - at * 0.9)
        across, up = min(half * 0.8, size * 0.3) + 1, size * chance.between(0.42, 0.7)
        sheet.oval(x + left * half * 0.75, y, across, up, fill=mix(dark, light, tone))


def crown(
    sheet: Sheet,
    chance: Chance,
    x: float,
    y: float,
    across: float,
    down: float,
    dark: str,
    light: str,
    dabs: int = 60,
):
    """The round crown of a tree, a heap of dabs, light at its upper left."""
    size = across / dabs**0.5 * 1.5
    for index in range(dabs):
        turn, far = chance.between(0, 1) * math.tau, chance.between(0, 1) ** 0.5
        left, up = far * math.cos(turn), far * math.sin(turn)
        tone = (0.45 - 0.4 * left - 0.6 * up + chance.near(0, 0.4)) * (0.25 + 0.75 * index / dabs)
        colour = mix(dark, light, min(1.0, max(0.0, tone)))
        wide = size * chance.between(0.7, 1.3)
        sheet.oval(x + left * across, y + up * down, wide, wide * chance.between(0.55, 0.8), fill=colour)


def blades(sheet: Sheet, chance: Chance, count: int, top: float, bottom: float, height: float, *colours: str):
    """Grass that stands higher towards the viewer; `colours` from far to near."""
    for index in range(count):
        share = index / count
        foot, x = top + (bottom - top) * share, chance.between(-30, sheet.width + 30)
        tall = height * (0.3 + 0.7 * share) * chance.between(0.5, 1.25)
        bend, half = tall * chance.near(0.22, 0.5), 0.7 + 1.6 * share
        place = share * (len(colours) - 1) + chance.between(-0.7, 0.7)
        place = max(0.0, min(len(colours) - 1.001, place))
        colour = mix(colours[int(place)], colours[min(int(place) + 1, len(colours) - 1)], place % 1)
        up = f"Q{x + bend * 0.1:.1f} {foot - tall * 0.55:.1f} {x + bend:.1f} {foot - tall:.1f}"
        down = f"Q{x + bend * 0.1 + half * 2:.1f} {foot - tall * 0.5:.1f} {x:.1f} {foot:.1f}"
        sheet.path(f"M{x:.1f} {foot:.1f}{up}{down}Z", fill=colour)


def plumes(sheet: Sheet, chance: Chance, count: int, top: float, bottom: float, height: float, colour: str):
    """Ears on slim stalks that catch the sun."""
    for index in range(count):
        share = index / count
        foot, x = top + (bottom - top) * share, chance.between(-60, sheet.width)
        tall = height * (0.4 + 0.6 * share) * chance.between(0.7, 1.15)
        bend, half = tall * chance.between(0.04, 0.24), 1.2 + 2.6 * share
        neck = x + bend * 0.42, foot - tall * 0.66
        tip = x + bend, foot - tall
        stalk = (
            f"M{x:.1f} {foot:.1f}Q{x + bend * 0.05:.1f} {foot - tall * 0.4:.1f} {neck[0]:.1f} {neck[1]:.1f}"
        )
        sheet.path(stalk, fill="none", stroke=colour, stroke_width=0.7 + 0.9 * share, opacity=0.45)
        side = (neck[0] + tip[0]) / 2, (neck[1] + tip[1]) / 2
        ear = f"M{neck[0]:.1f} {neck[1]:.1f}Q{side[0] - half * 2:.1f} {side[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}"
        ear += f"Q{side[0] + half * 2:.1f} {side[1]:.1f} {neck[0]:.1f} {neck[1]:.1f}Z"
        sheet.path(ear, fill=colour, opacity=0.4 + 0.4 * share)


def _bough(
    sheet: Sheet, chance: Chance, x: float, y: float, way: float, length: float, thick: float, colour: str
) -> list[tuple[float, float]]:
    """A bough and its twigs, `way` in turns from straight up; returns where the twigs end."""
    points = [(x, y)]
    for _ in range(4):
        way += chance.near(0, 0.035)
        x, y = x + length / 4 * math.sin(way * math.tau), y - length / 4 * math.cos(way * math.tau)
        points.append((x, y))
    style = {"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}
    sheet.path(line(points), stroke=colour, stroke_width=thick, **style)
    if thick < 3:
        return [(x, y)]
    tips = []
    for turn in (chance.between(-0.11, -0.04), chance.between(0.03, 0.11)):
        tips += _bough(
            sheet, chance, x, y, way + turn, length * chance.between(0.62, 0.82), thick * 0.64, colour
        )
    return tips


def plane_tree(sheet: Sheet, chance: Chance, x: float, foot: float, lean: float, side: int) -> None:
    """A plane tree at the edge of the picture; `side` is 1 where its shade falls to the right."""
    tips = _bough(sheet, chance, x, foot, lean, 285, 54, "#1c4648")
    with sheet.group(filter=leafy(sheet, 12, "0.07")):
        for number, (tip_x, tip_y) in enumerate(tips):
            if number % 2 == 0:
                crown(sheet, chance, tip_x, tip_y, 74, 52, "#06343b", "#86a87c", 100)
    with sheet.group(filter=leafy(sheet, 12, "0.03"), opacity=0.5):
        for _ in range(46):
            across = chance.between(14, 70)
            sheet.oval(
                x + chance.near(120 * side, 360),
                chance.between(900, 1060),
                across,
                across * 0.2,
                fill="#0d3f45",
            )
