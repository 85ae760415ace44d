"""Maps of Eurasia: land, a graticule and the cities. No borders are drawn, for many are disputed.

The land is Natural Earth's (public domain), simplified; the projection is Lambert's azimuthal, true to area.
"""

import json
import math
from collections import Counter
from pathlib import Path

from .charts_data import LABEL, STATES, meetings, on
from .colours import ACCENT, CREAM, DEEP, GLOW, INK, MIST, NIGHT, PAPER, SAND, SEA, STONE, TEAL, TINT, mix
from .sheet import Point, Sheet, line

_EARTH = 6371.0  # the radius in kilometres

CAPITALS = {  # longitude, latitude
    "KZ": (71.45, 51.17), "CN": (116.40, 39.91), "KG": (74.60, 42.87), "RU": (37.62, 55.75),
    "TJ": (68.78, 38.56), "UZ": (69.24, 41.31), "IN": (77.21, 28.61), "PK": (73.06, 33.69),
    "IR": (51.39, 35.69), "BY": (27.56, 53.90), "MN": (106.92, 47.92), "AF": (69.17, 34.53),
    "LK": (79.89, 6.89), "TR": (32.86, 39.93), "KH": (104.92, 11.56), "AZ": (49.87, 40.41),
    "NP": (85.32, 27.71), "AM": (44.51, 40.18), "EG": (31.24, 30.04), "QA": (51.53, 25.29),
    "SA": (46.72, 24.69), "AE": (54.37, 24.45), "KW": (47.98, 29.37), "MV": (73.51, 4.18),
    "MM": (96.13, 19.76), "BH": (50.58, 26.23), "LA": (102.60, 17.97),
}  # fmt: skip

SUMMIT_CITIES = {  # longitude, latitude, and how far aside (pixels) the number stands where cities are near
    "Shanghai": (121.47, 31.23, 0, 0), "Saint Petersburg": (30.34, 59.93, 0, 0),
    "Moscow": (37.62, 55.75, 0, 0), "Tashkent": (69.24, 41.31, -50, -84), "Astana": (71.45, 51.17, 0, 0),
    "Bishkek": (74.60, 42.87, 84, -30), "Dushanbe": (68.78, 38.56, 50, 96),
    "Yekaterinburg": (60.61, 56.84, 0, 0), "Ufa": (55.97, 54.74, 0, 0), "Beijing": (116.40, 39.91, -52, -40),
    "Tianjin": (117.20, 39.13, -66, 42), "Qingdao": (120.38, 36.07, 72, -22),
    "Samarkand": (66.96, 39.65, -88, 18),
}  # fmt: skip

_FOUNDERS_LABELS = {"UZ": "left", "RU": "left"}
_ACCESSION = "2017-06-09"


class Map:
    """A view of the globe: the place at the middle of the sheet and the kilometres in a pixel."""

    def __init__(self, sheet: Sheet, longitude: float, latitude: float, scale: float):
        self.sheet, self.scale = sheet, scale
        self._middle = math.radians(longitude), math.radians(latitude)

    def place(self, longitude: float, latitude: float) -> Point:
        """Where on the sheet a place lies."""
        middle, height = self._middle
        turn, up = math.radians(longitude) - middle, math.radians(latitude)
        near = math.sin(height) * math.sin(up) + math.cos(height) * math.cos(up) * math.cos(turn)
        stretch = math.sqrt(2 / (1 + near)) * _EARTH / self.scale
        east = math.cos(up) * math.sin(turn)
        north = math.cos(height) * math.sin(up) - math.sin(height) * math.cos(up) * math.cos(turn)
        return self.sheet.width / 2 + stretch * east, self.sheet.height / 2 - stretch * north

    def land(self) -> str:
        """The path of all land."""
        return "".join(line((self.place(*point) for point in ring), closed=True) for ring in _rings())

    def graticule(self, step: int = 10) -> str:
        """The path of meridians and parallels."""
        meridians = ([(east, north) for north in range(-10, 81, 2)] for east in range(-10, 171, step))
        parallels = ([(east, north) for east in range(-10, 171, 2)] for north in range(0, 81, step))
        return "".join(line(self.place(*point) for point in row) for row in (*meridians, *parallels))


def _rings() -> list[list[Point]]:
    """The coastlines; the file keeps the steps from point to point in units of a fiftieth of a degree."""
    stored = json.loads(Path(__file__).with_name("land.json").read_text())
    rings = []
    for steps in stored["rings"]:
        x = y = 0
        ring = []
        for east, north in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + east, y + north
            ring.append((x * stored["unit"], y * stored["unit"]))
        rings.append(ring)
    return rings


def _day_map(longitude: float, latitude: float, scale: float) -> Map:
    """Warm land in a pale sea, with lines of water along the shores."""
    sheet = Sheet()
    view = Map(sheet, longitude, latitude, scale)
    sheet.wash(sheet.shade((0, mix(MIST, TINT, 0.45)), (1, mix(MIST, TINT, 0.75))))
    land, shore = view.land(), {"fill": "none", "stroke_linejoin": "round"}
    for width, strength in ((64, 0.16), (40, 0.2), (20, 0.28), (8, 0.4)):
        sheet.path(land, stroke=PAPER, stroke_width=width, stroke_opacity=strength, **shore)
    sheet.path(land, fill=sheet.shade((0, mix(SAND, PAPER, 0.75)), (1, mix(SAND, PAPER, 0.25))))
    with sheet.group(clip_path=sheet.clip(land)):
        sheet.path(land, stroke=STONE, stroke_width=16, stroke_opacity=0.28, **shore)
    sheet.path(land, stroke=mix(STONE, SEA, 0.5), stroke_width=2.5, **shore)
    sheet.path(view.graticule(), fill="none", stroke=SEA, stroke_width=1.5, stroke_opacity=0.2)
    return view


def _label(sheet: Sheet, spot: Point, code: str, side: str, gap: float, **style) -> None:
    """The code of a state beside its city."""
    x, y = spot
    size = style.get("font_size", 64)
    places = {
        "right": (x + gap, y + size * 0.36, "start"),
        "left": (x - gap, y + size * 0.36, "end"),
        "above": (x, y - gap, "middle"),
        "below": (x, y + gap + size * 0.72, "middle"),
    }
    across, down, anchor = places[side]
    halo = {"stroke_width": 12, "stroke_linejoin": "round", "paint_order": "stroke"}
    sheet.words(across, down, code, size, text_anchor=anchor, **(LABEL | halo | style))


def _members(day: str, newcomers: tuple[str, ...] = ()) -> Sheet:
    """The capitals of the members on a day; those that have just come stand out."""
    view = _day_map(80, 42, 5.75)
    sheet = view.sheet
    for code in on(day)["member"]:
        spot, new = view.place(*CAPITALS[code]), code in newcomers
        colour = ACCENT if new else TEAL
        sheet.disc(*spot, 40, fill=colour, fill_opacity=0.2)
        sheet.disc(*spot, 22, fill=colour, stroke=PAPER, stroke_width=6)
        side = _FOUNDERS_LABELS.get(code, "right")
        _label(sheet, spot, code, side, 36, fill=INK, stroke=mix(SAND, PAPER, 0.6))
    return sheet


def founders() -> Sheet:
    """The six founders' capitals."""
    return _members("2001-06-15")


def members_of_2017() -> Sheet:
    """The eight members' capitals; the two newcomers of that June stand out."""
    return _members(_ACCESSION, newcomers=("IN", "PK"))


def summits() -> Sheet:
    """How often the heads of state met in each city; meetings by video are in none."""
    view = _day_map(83, 49, 5.3)
    sheet = view.sheet
    counts = Counter(row["city"]["en"] for row in meetings("summit") if not row.get("video"))
    for city, count in counts.items():
        east, north, aside, down = SUMMIT_CITIES[city]
        spot = x, y = view.place(east, north)
        centre = x + aside, y + down
        radius = 24 + 10 * count
        if aside or down:
            sheet.path(line([spot, centre]), stroke=INK, stroke_width=4)
            sheet.disc(*spot, 9, fill=INK, stroke=PAPER, stroke_width=3)
        sheet.disc(*centre, radius, fill=ACCENT if count > 3 else TEAL, stroke=PAPER, stroke_width=5)
        size = radius * 1.3
        style = {"text_anchor": "middle", "fill": PAPER}
        sheet.words(centre[0], centre[1] + size * 0.36, count, size, **(LABEL | style))
    return sheet


def capitals() -> Sheet:
    """All states' capitals by night: members large and bright with their codes, the others small and pale."""
    sheet = Sheet()
    view = Map(sheet, 76, 33, 6.8)
    sheet.wash(sheet.shade((0, NIGHT), (1, mix(NIGHT, DEEP, 0.8))))
    land, shore = view.land(), {"fill": "none", "stroke_linejoin": "round"}
    for width, strength in ((60, 0.1), (34, 0.14), (14, 0.2)):
        sheet.path(land, stroke=TEAL, stroke_width=width, stroke_opacity=strength, **shore)
    sheet.path(land, fill=sheet.shade((0, mix(DEEP, TEAL, 0.75)), (1, mix(DEEP, TEAL, 0.35))))
    sheet.path(land, stroke=SEA, stroke_width=2, stroke_opacity=0.9, **shore)
    sheet.path(view.graticule(), fill="none", stroke=MIST, stroke_width=1.5, stroke_opacity=0.14)
    halo = sheet.glow((0, GLOW, 0.75), (0.35, ACCENT, 0.28), (1, ACCENT, 0))
    members = on("2025-12-31")["member"]
    for code in members:
        sheet.disc(*view.place(*CAPITALS[code]), 105, fill=halo)
    for code in (code for code in STATES if code not in members):
        sheet.disc(*view.place(*CAPITALS[code]), 15, fill=PAPER, stroke=DEEP, stroke_width=4)
    sides = {"BY": "left", "UZ": "left", "IR": "left", "IN": "below"}
    for code in members:
        spot = view.place(*CAPITALS[code])
        sheet.disc(*spot, 21, fill=ACCENT, stroke=CREAM, stroke_width=6)
        _label(sheet, spot, code, sides.get(code, "right"), 34, fill=PAPER, stroke=mix(DEEP, TEAL, 0.55))
    return sheet


PICTURES = {
    "map-founders": founders,
    "map-2017": members_of_2017,
    "summit-map": summits,
    "capitals": capitals,
}
