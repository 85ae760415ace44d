"""Land with hills and valleys, seen in perspective and lit by a low sun.

A column of the picture is a ray that runs away over the land; what rises above everything before it is seen.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from .chance import Chance

_SIZE = 256
_chance = Chance(77)
_VALUES = [_chance.between(-1, 1) for _ in range(_SIZE * _SIZE)]


def crags(x: float, y: float, octaves: int) -> float:
    """The height, about 0 to 1, of worn rock: sharp ridges, finer ones on the flanks of the greater."""
    height, weight, total, keep = 0.0, 1.0, 0.0, 1.0
    for _ in range(octaves):
        value = 1 - math.sqrt(_value(x, y) ** 2 + 0.002) * 1.45
        value = value * (0.55 + 0.45 * value) if value > 0 else 0.0
        height += value * weight * keep
        total += weight
        keep = min(1.0, max(0.12, value * 1.5))
        weight *= 0.48
        x, y = 1.6 * x - 1.2 * y + 3.7, 1.2 * x + 1.6 * y + 9.1
    return height / total


def swells(x: float, y: float, octaves: int) -> float:
    """The height, about -1 to 1, of rolling land."""
    height, weight = 0.0, 0.6
    for _ in range(octaves):
        height += weight * _value(x, y)
        weight *= 0.46
        x, y = 1.6 * x - 1.2 * y + 3.7, 1.2 * x + 1.6 * y + 9.1
    return height


def _value(x: float, y: float) -> float:
    """Noise that is smooth between the places of a square grid."""
    left, top = math.floor(x), math.floor(y)
    u, v = x - left, y - top
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    row, below = (top % _SIZE) * _SIZE, ((top + 1) % _SIZE) * _SIZE
    here, right = left % _SIZE, (left + 1) % _SIZE
    a, c = _VALUES[row + here], _VALUES[below + here]
    upper = a + (_VALUES[row + right] - a) * u
    return upper + (c + (_VALUES[below + right] - c) * u - upper) * v


def rise(start: float, end: float, value: float) -> float:
    """Nought up to the start, one from the end, smooth between."""
    share = min(1.0, max(0.0, (value - start) / (end - start)))
    return share * share * (3 - 2 * share)


Colour = tuple[float, float, float]


def channels(colour: str) -> Colour:
    """Red, green and blue, from 0 to 255."""
    return tuple(bytes.fromhex(colour[1:]))


@dataclass
class View:
    """Where the eye stands and what the land looks like, in one unit of length."""

    height: Callable[[float, float], float]  # of the land at a place so far across and away
    eye: float = 1.2  # above nought
    horizon: float = 480  # pixels from the top
    zoom: float = 1400  # pixels that a unit takes at the distance of one unit
    near: float = 1.0
    far: float = 12.0
    rows: int = 320
    sun: tuple[float, float, float] = (-0.75, 0.5, -0.42)  # towards it: across, up, away
    light: str = "#fbe6c6"
    shade: str = "#16505a"
    snow: tuple[str, str] = ("#fdfaf2", "#7fa6aa")  # in light and in shade
    snowline: float | None = None
    grass: tuple[str, str] | None = None  # in light and in shade, below the tree line
    treeline: float = -1.0
    haze: str = "#e9dcc2"
    clear: float = 9.0  # how far one sees before haze has taken two thirds
    low_haze: float = 0.0  # how much thicker haze lies at nought than on the heights
    exposure: float = 1.0
    hard: float = 8.0  # how soon shadows are full
    level: float | None = None  # water fills the land up to here and is left out of the picture
    paint: Callable[[float, float, float], tuple | None] | None = None
    """What else covers a place across and away, at its height: the colours in light and in shade, the share."""
    size: tuple[int, int] = (1600, 1067)


def render(view: View) -> Image.Image:
    """The land on a transparent ground."""
    width, tall = view.size
    ratio = (view.far / view.near) ** (1 / view.rows)
    pixels = bytearray(width * tall * 4)
    horizon: list[float] = []  # the highest row that each column has reached so far
    before = None
    last: list[Colour | None] = [None] * width
    distance = view.near
    for _ in range(view.rows):
        heights = _profile(view, distance)
        if before:
            _row(view, distance, distance / ratio, heights, before, horizon, last, pixels)
        else:
            feet = (view.horizon + (view.eye - up) / distance * view.zoom for up in heights[1:-1])
            horizon = [min(float(tall), foot) for foot in feet]
        before, distance = heights, distance * ratio
    return Image.frombytes("RGBA", view.size, bytes(pixels))


def _profile(view: View, distance: float) -> list[float]:
    width, scale = view.size[0], distance / view.zoom
    return [view.height((column - width / 2) * scale, distance) for column in range(-1, width + 1)]


def _row(view, distance, nearer, heights, before, horizon, last, pixels) -> None:
    """Paint what the land at this distance adds to each column."""
    width, tall = view.size
    across, away = 2 * distance / view.zoom, distance - nearer
    sun_x, sun_y, sun_z = view.sun
    light, shade, haze = channels(view.light), channels(view.shade), channels(view.haze)
    snow_light, snow_shade = map(channels, view.snow)
    grass_light, grass_shade = map(channels, view.grass or (view.light, view.shade))
    fall, cast = distance / view.zoom * view.sun[1] / abs(sun_x), -9.0
    thick = 1 - math.exp(-((distance / view.clear) ** 1.4))
    for column in range(width) if sun_x < 0 else range(width - 1, -1, -1):
        here = heights[column + 1]
        if view.level is not None and here < view.level:
            edge = view.horizon + (view.eye - view.level) / distance * view.zoom
            horizon[column], last[column] = min(horizon[column], edge), None
            continue
        y = view.horizon + (view.eye - here) / distance * view.zoom
        slope_x = (heights[column + 2] - heights[column]) / across
        slope_z = (here - before[column + 1]) / away
        long = math.sqrt(1 + slope_x * slope_x + slope_z * slope_z)
        bright = (sun_y - slope_x * sun_x - slope_z * sun_z) / long * view.exposure
        cast = max(cast - fall, here)
        bright *= 1 - min(1.0, (cast - here) * view.hard)
        bright = 0.0 if bright < 0 else 1.0 if bright > 1 else bright
        steep = long - 1
        white = 0.0
        if view.snowline is not None:
            white = (here - view.snowline) * 5 + 0.5 - steep * 0.55
            white = 0.0 if white < 0 else 1.0 if white > 1 else white
        green = (view.treeline - here) * 5 + 0.6 - steep * 0.4 if view.grass else 0.0
        green = 0.0 if green < 0 else 1.0 if green > 1 else green
        cover = (
            view.paint((column - width / 2) * distance / view.zoom, distance, here) if view.paint else None
        )
        fog = thick + (1 - thick) * min(1.0, view.low_haze * math.exp(-3 * max(here, 0)) * distance / 12)
        colour = []
        for part in range(3):
            stone = shade[part] + (light[part] - shade[part]) * bright
            if green:
                stone += (
                    grass_shade[part] + (grass_light[part] - grass_shade[part]) * bright - stone
                ) * green
            if white:
                stone += (
                    snow_shade[part] + (snow_light[part] - snow_shade[part]) * bright**1.3 - stone
                ) * white
            if cover:
                stone += (cover[1][part] + (cover[0][part] - cover[1][part]) * bright - stone) * cover[2]
            colour.append(stone + (haze[part] - stone) * fog)
        if y < horizon[column]:
            _span(pixels, width, tall, column, y, horizon[column], colour, last[column] or colour)
            horizon[column] = y
        last[column] = colour


def _span(pixels, width, tall, column, top, bottom, colour, under) -> None:
    """Fill a column between two heights, from the colour at the top to that at the bottom."""
    first, after = max(0, math.floor(top)), min(tall, math.ceil(bottom))
    for y in range(first, after):
        at = (y * width + column) * 4
        share = (y - top) / max(bottom - top, 1)
        share = 0.0 if share < 0 else 1.0 if share > 1 else share
        cover = 1 - (top - y) if y < top else 1.0
        old = pixels[at + 3] / 255
        for part in range(3):
            value = colour[part] + (under[part] - colour[part]) * share
            if old and y >= bottom - 1:
                value = pixels[at + part] * old + value * (1 - old)
            pixels[at + part] = int(value)
        pixels[at + 3] = max(pixels[at + 3], int(255 * cover))
