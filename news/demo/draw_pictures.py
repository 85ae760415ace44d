"""Draws the four illustrations of the demonstration archive into the folder `media` beside this file.

Run it as `python news/demo/draw_pictures.py`; it needs only Pillow. The pictures have no words and so
serve both languages. The map's land is a coarse grid of Natural Earth's public-domain coastlines, no borders.
"""

import base64
import math
import zlib
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

W, H = 3200, 2134  # twice the size of the pictures: reducing them smooths the edges
NIGHT, DEEP, TEAL, MIST = (5, 26, 33), (9, 41, 50), (24, 82, 92), (112, 150, 152)
PAPER, STONE, ACCENT = (240, 235, 225), (188, 180, 166), (226, 138, 52)

# The land, packed: 45 rows of 90 bits from 66° N southward; a bit is 1.5° of longitude, from 12° E eastward.
LAND = """
c-nQ*F;2rU6b9hmF=`kpH6ueMu26}EExifh20Z|xmRLCgqBlX2m=QMsBL>z8F}Ps-@OyUMbimW6-!Fd84koohUiyQ|($D|+vC!+AVykDxJuZr
k-hb*w_9K6dY!Ch9*Sj;xxSZcst+`6MpR3LNbt@hk+)<GHw>!a<g5+-10Qr=#SjAiB3C`@^6Qieft~r8!&7Fc&_>t53;-4T__UtV!PPrG`ljD
s~b|62a4H@y;DVlAOJSbl~F|}5?+UaDY;!Y)g0jvrsAENP)>fhOOEM<D2!*R;vR1FOJ;$^Cd6QYVQva{~a#oS(5nVBsA|F
`dk-Lo%;3V-v<P0|
"""
WEST, NORTH, STEP, COLUMNS, ROWS = 12.0, 66.0, 1.5, 90, 45

MEMBERS = [  # longitude and latitude of the capital, when the state joined
    (71.4, 51.2, 2001.45), (116.4, 39.9, 2001.45), (74.6, 42.9, 2001.45), (37.6, 55.8, 2001.45),
    (68.8, 38.6, 2001.45), (69.2, 41.3, 2001.45), (77.2, 28.6, 2017.44), (73.1, 33.7, 2017.44),
    (51.4, 35.7, 2023.50), (27.6, 53.9, 2024.50),
]  # fmt: skip
OTHERS = [  # longitude and latitude of the observers' and dialogue partners' capitals
    (106.9, 47.9), (69.2, 34.5), (79.9, 6.9), (32.9, 39.9), (104.9, 11.6), (49.9, 40.4), (85.3, 27.7),
    (44.5, 40.2), (31.2, 30.0), (51.5, 25.3), (46.7, 24.7), (54.4, 24.5), (48.0, 29.4), (73.5, 4.2),
    (96.1, 19.8), (50.6, 26.2), (102.6, 18.0),
]  # fmt: skip


def mix(first, second, share):
    """The colour that lies `share` (0 to 1) of the way from the first to the second."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))


def gradient(width, height, *stops):
    """A picture shaded downwards through `stops`, pairs of a height (0 top, 1 bottom) and a colour."""
    column = Image.new("RGB", (1, height))
    for y in range(height):
        share = y / (height - 1)
        low, high = max(s for s in stops if s[0] <= share), min(s for s in stops if s[0] >= share)
        column.putpixel((0, y), mix(low[1], high[1], (share - low[0]) / (high[0] - low[0] or 1)))
    return column.resize((width, height))


def disc(draw, x, y, radius, **style):
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), **style)


def blurred(spots, radius, strength):
    """A mask of the size of the picture with soft discs at the spots."""
    mask = Image.new("L", (W // 8, H // 8), 0)
    for x, y in spots:
        disc(ImageDraw.Draw(mask), x / 8, y / 8, radius / 8, fill=strength)
    return mask.filter(ImageFilter.GaussianBlur(min(radius / 10, 15))).resize((W, H))


def capitals():
    """The capitals of the 27 states on dotted land: members large and bright, the others small and pale."""
    picture = gradient(W, H, (0, DEEP), (1, mix(DEEP, TEAL, 0.5)))
    cell, tall = W / COLUMNS, H / (ROWS - 1)  # the map is a little higher than the picture

    def place(longitude, latitude, *_):
        return (longitude - WEST) / STEP * cell, (NORTH - latitude) / STEP * tall

    picture.paste(ACCENT, (0, 0), blurred([place(*member) for member in MEMBERS], 150, 100))
    draw = ImageDraw.Draw(picture)
    land = zlib.decompress(base64.b85decode(LAND.replace("\n", "")))
    for row in range(ROWS):
        bits = int.from_bytes(land[row * 12 : row * 12 + 12], "big")
        for column in range(COLUMNS):
            if bits >> (COLUMNS - 1 - column) & 1:
                disc(draw, (column + 0.5) * cell, (row + 0.5) * tall, cell * 0.3, fill=mix(DEEP, MIST, 0.45))
    for other in OTHERS:
        disc(draw, *place(*other), 18, fill=PAPER, outline=DEEP, width=4)
    for member in MEMBERS:
        disc(draw, *place(*member), 34, fill=ACCENT, outline=DEEP, width=6)
        disc(draw, *place(*member), 10, fill=PAPER)
    return picture


def membership():
    """A bar for each member state, from the day it joined to the autumn of 2025, on a scale of years."""
    picture = gradient(W, H, (0, PAPER), (1, mix(PAPER, STONE, 0.35)))
    draw = ImageDraw.Draw(picture)
    left, right, top, pitch, thick = W * 0.09, W * 0.91, H * 0.12, H * 0.074, H * 0.046
    bottom, axis, scale = top + pitch * 10 + 20, mix(TEAL, STONE, 0.4), (right - left) / 25
    for year in range(26):
        x, long = left + year * scale, year % 5 == 0
        draw.line((x, top - 40, x, bottom), fill=mix(PAPER, STONE, 0.75 if long else 0.3), width=4)
        draw.line((x, bottom, x, bottom + (52 if long else 26)), fill=axis, width=6)
    draw.line((left, bottom, right, bottom), fill=axis, width=6)
    colours = {2001: TEAL, 2017: mix(TEAL, MIST, 0.6), 2023: mix(ACCENT, STONE, 0.35), 2024: ACCENT}
    for row, joined in enumerate(sorted((member[2] for member in MEMBERS), reverse=True)):
        x, y, end = left + (joined - 2001) * scale, top + row * pitch, left + 24.85 * scale
        draw.rounded_rectangle((x, y, end, y + thick), radius=thick / 2, fill=colours[int(joined)])
        disc(draw, x + thick / 2, y + thick / 2, thick * 0.24, fill=PAPER)
    return picture


def clocks():
    """Eight clocks: ten past ten in Moscow and the same moment in the other capitals of November 2020."""
    picture = gradient(W, H, (0, mix(DEEP, TEAL, 0.8)), (1, DEEP))
    radius = W * 0.098
    spots = [(W * (0.14 + 0.24 * (n % 4)), H * (0.285 + 0.43 * (n // 4))) for n in range(8)]
    picture.paste(NIGHT, (0, 0), blurred([(x + 20, y + 50) for x, y in spots], radius, 150))
    for (x, y), ahead in zip(spots, (0, 2, 2, 2, 2.5, 3, 3, 5), strict=True):
        draw_clock(ImageDraw.Draw(picture), x, y, radius, 10 + 10 / 60 + ahead, STONE if ahead else ACCENT)
    return picture


def draw_clock(draw, x, y, radius, hour, rim):
    disc(draw, x, y, radius, fill=rim)
    disc(draw, x, y, radius * 0.9, fill=mix(PAPER, MIST, max(0, hour - 11) * 0.09))

    def ray(turn, start, end, width, colour):
        across, down = math.sin(turn * math.tau) * radius, -math.cos(turn * math.tau) * radius
        ends = [(x + across * share, y + down * share) for share in (start, end)]
        draw.line(ends, fill=colour, width=width)
        for tip in ends:
            disc(draw, *tip, width / 2 - 1, fill=colour)

    for mark in range(60):
        start, width, pale = (0.8, 4, 0.5) if mark % 5 else (0.74, 10, 0.1)
        ray(mark / 60, start, 0.82, width, mix(DEEP, STONE, pale))
    ray(hour / 12 % 1, -0.1, 0.45, 26, DEEP)
    ray(hour % 1, -0.14, 0.66, 16, DEEP)
    disc(draw, x, y, radius * 0.07, fill=ACCENT)


def seen(x, y, z):
    """Where a point of the room appears: metres to the right, above the floor, and away from the eye."""
    return W / 2 + W * 0.62 * x / z, H * 0.4 + W * 0.62 * (1.75 - y) / z


def table():
    """A long table with empty chairs before a window at dusk."""
    picture = gradient(W, H, (0, NIGHT), (0.5, mix(DEEP, TEAL, 0.15)), (1, NIGHT))
    draw_window(picture)
    for number in range(19, -1, -1):
        draw_chair(ImageDraw.Draw(picture), 1 - number % 2 * 2, 2.5 + number // 2 * 0.98, number // 2 / 9)
    top = Image.new("L", (W, H), 0)
    corners = [seen(x, 0.76, z) for x, z in ((-0.95, 1.2), (0.95, 1.2), (0.95, 12.4), (-0.95, 12.4))]
    ImageDraw.Draw(top).polygon(corners, fill=255)
    stops = (0, PAPER), (0.46, mix(PAPER, ACCENT, 0.35)), (0.62, mix(STONE, TEAL, 0.45)), (1, DEEP)
    picture.paste(gradient(W, H, *stops), (0, 0), top)
    lamps = [(*seen(0, 3.1, z), z) for z in (11, 8.8, 6.8, 5, 3.7)]
    picture.paste(ACCENT, (0, 0), blurred([lamp[:2] for lamp in lamps], 150, 100))
    draw = ImageDraw.Draw(picture)
    for x, y, z in lamps:
        draw.line((x, 0, x, y), fill=mix(DEEP, STONE, 0.3), width=max(3, round(16 / z)))
        draw.ellipse((x - 320 / z, y - 128 / z, x + 320 / z, y + 128 / z), fill=mix(ACCENT, PAPER, 0.7))
    return picture


def draw_window(picture):
    left, top, right, bottom = (round(edge) for edge in (*seen(-7.4, 5.3, 14), *seen(7.4, 0.5, 14)))
    wide, high = right - left, bottom - top
    sky = gradient(wide, high, (0, (18, 60, 76)), (0.5, (92, 128, 128)), (0.74, ACCENT), (1, PAPER))
    picture.paste(sky, (left, top))
    draw, hills = ImageDraw.Draw(picture), [(right, bottom), (left, bottom)]
    for step in range(301):
        rise = (
            0.15 + 0.08 * math.sin(step / 42 + 0.6) + 0.03 * math.sin(step / 12) + 0.01 * math.sin(step / 5)
        )
        hills.append((left + wide * step / 300, bottom - high * rise))
    draw.polygon(hills, fill=mix(DEEP, TEAL, 0.35))
    for part in range(1, 8):
        draw.line((left + wide * part / 8, top, left + wide * part / 8, bottom), fill=DEEP, width=14)


def draw_chair(draw, side, z, distance):
    """One chair beside the table; `side` is -1 on the left, 1 on the right, `distance` 0 for the nearest."""
    face, edge, dark = (mix(colour, MIST, 0.28 * distance) for colour in (TEAL, STONE, mix(DEEP, TEAL, 0.45)))
    far = z + 0.56

    def panel(colour, *corners):
        draw.polygon([seen(side * x, y, depth) for x, y, depth in corners], fill=colour)

    for depth in (far, z):
        panel(dark, (1.44, 0, depth), (1.49, 0, depth), (1.44, 0.5, depth), (1.39, 0.5, depth))
    panel(dark, (0.98, 0.46, z), (1.44, 0.46, z), (1.44, 0.46, far), (0.98, 0.46, far))
    panel(face, (1.44, 0.5, z), (1.52, 1.14, z), (1.52, 1.14, far), (1.44, 0.5, far))
    panel(dark, (1.44, 0.5, z), (1.52, 1.14, z), (1.59, 1.14, z), (1.51, 0.5, z))
    panel(edge, (1.52, 1.14, z), (1.52, 1.14, far), (1.59, 1.14, far), (1.59, 1.14, z))


if __name__ == "__main__":
    for draw in (capitals, membership, clocks, table):
        picture = draw().resize((W // 2, H // 2), Image.Resampling.LANCZOS)
        picture.save(Path(__file__).parent / f"media/{draw.__name__}.jpg", quality=86, optimize=True)
