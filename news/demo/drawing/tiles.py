"""A pattern of stars as on the tiled walls of Samarkand."""

import math
from collections.abc import Iterator

from .air import broken, finish, noise
from .chance import Chance
from .colours import ACCENT, INK, NIGHT, PAPER, mix
from .sheet import HEIGHT, Point, Sheet, line

_LEAN = math.radians(67.5)  # between a side of a tile and the straps that leave its middle


def polygons(side: float, width: float, height: float) -> Iterator[tuple[int, Point, list[Point]]]:
    """Tiles that cover the area: dodecagons, hexagons and squares; corners, centre, outline of each."""
    pitch = side * (3 + math.sqrt(3))
    for row in range(-1, int(height / (pitch * math.sin(math.pi / 3))) + 2):
        for column in range(-2, int(width / pitch) + 2):
            x, y = (column + row % 2 / 2) * pitch, row * pitch * math.sin(math.pi / 3)
            yield 12, (x, y), _ring((x, y), side / (2 * math.sin(math.pi / 12)), 12, 15)
            for turn in (0, 60, 120):
                way = math.radians(turn)
                spot = x + pitch / 2 * math.cos(way), y + pitch / 2 * math.sin(way)
                yield 4, spot, _ring(spot, side / math.sqrt(2), 4, turn + 45)
            for turn in (30, 90):
                way = math.radians(turn)
                spot = x + pitch / math.sqrt(3) * math.cos(way), y + pitch / math.sqrt(3) * math.sin(way)
                yield 6, spot, _ring(spot, side, 6, 0)


def _ring(centre: Point, radius: float, corners: int, start: float) -> list[Point]:
    turns = (math.radians(start + 360 / corners * corner) for corner in range(corners))
    return [(centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)) for turn in turns]


def star(centre: Point, outline: list[Point], crossing: int = 1) -> list[Point]:
    """Where the straps of a tile cross, on a ring around its centre; the first ring is the outermost."""
    corners = len(outline)
    half = math.pi / corners
    apothem = math.dist(centre, _middle(outline[0], outline[1]))
    radius = apothem * math.cos(_LEAN) / math.cos(half * crossing - _LEAN)
    turn = 0.0 if crossing % 2 else half  # even crossings lie towards the middles of the sides
    points = []
    for corner in outline:
        way = math.atan2(corner[1] - centre[1], corner[0] - centre[0]) + turn
        points.append((centre[0] + radius * math.cos(way), centre[1] + radius * math.sin(way)))
    return points


def middles(outline: list[Point]) -> list[Point]:
    """The middles of the sides."""
    return [_middle(first, second) for first, second in zip(outline, outline[1:] + outline[:1], strict=True)]


def _middle(first: Point, second: Point) -> Point:
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2


def _woven(outer: list[Point], inner: list[Point]) -> list[Point]:
    return [point for pair in zip(outer, inner, strict=True) for point in pair]


def panel(
    sheet: Sheet, side: float, width: float, height: float, *, seed: int = 1, strap: float = 0.13
) -> None:
    """Glazed tiles over an area from the upper left corner, cream straps between them."""
    chance, straps = Chance(seed), []
    sheet.rect(0, 0, width, height, fill="#083c4a")
    for corners, centre, outline in polygons(side, width, height):
        middle, first = middles(outline), star(centre, outline)
        turned = first[1:] + first[:1]  # the crossing after each middle, in the order of the sides
        if corners == 12:
            second = star(centre, outline, 2)
            for number in range(12):
                petal = [middle[number], first[(number + 1) % 12], second[number], first[number]]
                _tile(sheet, chance, petal, "#e9dcc0", "#f7efdc")
                straps.append(line([middle[number], second[(number + 1) % 12]]))
                straps.append(line([middle[number], second[number - 1]]))
            _tile(sheet, chance, _woven(first, second), "#0a5560", "#0f6f78")
            _rosette(sheet, chance, centre, math.dist(centre, second[0]))
        else:
            light = ("#1f8d92", "#43aaa9") if corners == 6 else ("#d07a2a", "#eda04c")
            _tile(sheet, chance, _woven(middle, turned), *light)
            straps.append(line(_woven(middle, turned), closed=True))
            if corners == 6:
                core = [_towards(centre, point, 0.5) for point in _woven(middle, turned)]
                _tile(sheet, chance, core, "#f3ead6", "#fdf8ec")
    joined, wide = "".join(straps), side * strap
    sheet.path(
        joined, fill="none", stroke=NIGHT, stroke_width=wide * 1.7, stroke_linejoin="round", opacity=0.55
    )
    sheet.path(joined, fill="none", stroke="#cdbb94", stroke_width=wide * 1.15, stroke_linejoin="round")
    with sheet.group(transform=f"translate({-wide * 0.13:.2f} {-wide * 0.16:.2f})"):
        sheet.path(joined, fill="none", stroke="#fbf2dd", stroke_width=wide * 0.62, stroke_linejoin="round")


def _rosette(sheet: Sheet, chance: Chance, centre: Point, radius: float) -> None:
    """A flower of twelve petals in the middle of a great star."""
    for number in range(12):
        way = math.radians(30 * number + 15)
        x, y = centre[0] + radius * 0.58 * math.cos(way), centre[1] + radius * 0.58 * math.sin(way)
        turn = f"rotate({30 * number + 15} {x:.1f} {y:.1f})"
        sheet.oval(
            x,
            y,
            radius * 0.27,
            radius * 0.115,
            fill=mix("#efe2c6", "#fdf8ea", chance.between(0, 1)),
            transform=turn,
        )
    ball = sheet.glow((0, "#f6bb6e"), (0.6, ACCENT), (1, "#9a4f17"), centre=(0.38, 0.34), radius=0.7)
    sheet.disc(*centre, radius * 0.24, fill=ball)


def _tile(sheet: Sheet, chance: Chance, outline: list[Point], dark: str, light: str) -> None:
    """One tile; no two glazes came out of the kiln quite alike."""
    low = mix(mix(dark, NIGHT, chance.between(0, 0.22)), light, chance.between(0, 0.4))
    high = mix(light, PAPER, chance.between(0, 0.16))
    fill = sheet.glow((0, mix(high, low, 0.2)), (1, low), centre=(0.35, 0.3), radius=0.9)
    sheet.path(line(outline, closed=True), fill=fill)


def _towards(centre: Point, point: Point, share: float) -> Point:
    return centre[0] + (point[0] - centre[0]) * share, centre[1] + (point[1] - centre[1]) * share


def samarkand_pattern() -> Sheet:
    """A wall of tiles in the shade of an arch, sunlight falling across."""
    sheet = Sheet()
    with sheet.group(transform="rotate(-9 800 533) translate(-140 -190)"):
        panel(sheet, 74, 2000, 1560, seed=3)
    steps = (
        noise("0.02", 4, 8, 1.6) + '<feFlood flood-color="#04202a"/><feComposite in2="noise" operator="in"/>'
    )
    sheet.wash("#000", filter=sheet.filter(steps, whole=True), opacity=0.28)
    crackle = broken(sheet, PAPER, "0.16", seed=4, octaves=2, share=1.6, sharp=9)
    with sheet.group(filter=crackle, opacity=0.1):
        sheet.wash("#000", opacity=0.3)
    shadow = (
        f"M-60 -60H1700V{HEIGHT + 60}H1290C1330 760 1270 480 1000 250C900 165 800 110 700 60"
        f"C560 150 400 250 250 420C120 570 60 760 40 {HEIGHT + 60}H-60Z"
    )
    with sheet.group(filter=sheet.blur(9), style="mix-blend-mode:multiply"):
        sheet.path(shadow, fill="#37707c", opacity=0.84)
    light = sheet.glow((0, "#ffe9bd", 0.55), (1, "#ffe9bd", 0), centre=(0.45, 0.55), radius=0.5)
    sheet.wash(light, style="mix-blend-mode:soft-light")
    sheet.wash(sheet.shade((0, INK, 0), (1, INK, 0.35), start=(0.3, 0), end=(1, 0.9)))
    return finish(sheet, dark=0.5)
