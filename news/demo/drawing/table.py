"""A conference room after the talks."""

import math

from .air import clouds, finish
from .colours import NIGHT, mix
from .eye import Eye
from .sheet import Sheet, line
from .terrain import View, crags, render, rise

_ROOM = Eye(1.82, 440, 1000)


def table() -> Sheet:
    """A long table with empty chairs before a window at dusk."""
    sheet = Sheet()
    sheet.wash(sheet.shade((0, "#041a22"), (0.4, "#0a323c"), (1, NIGHT)))
    left, top = _ROOM(-6.6, 5.0, 13)
    right, bottom = _ROOM(6.6, 0.35, 13)
    pane = f"M{left} {top}H{right}V{bottom}H{left}Z"
    with sheet.group(id="window", clip_path=sheet.clip(pane)):
        _dusk(sheet)
    for number in range(9):
        x = left + (right - left) * number / 8
        sheet.path(f"M{x} {top}V{bottom}", stroke="#04161d", stroke_width=9)
    sheet.path(f"M{left} {top + 118}H{right}", stroke="#04161d", stroke_width=6)
    sheet.path(pane, fill="none", stroke="#0d3a44", stroke_width=16)
    floor = _ROOM.area((-8, 0, 13), (8, 0, 13), (8, 0, 1.5), (-8, 0, 1.5))
    with sheet.group(clip_path=sheet.clip(floor)):
        sheet.path(floor, fill=sheet.shade((0, "#4b4a3c"), (0.2, "#123a42"), (1, NIGHT)))
        with sheet.group(
            filter=sheet.filter('<feGaussianBlur stdDeviation="10 26"/>', whole=True), opacity=0.42
        ):
            sheet.mirror("window", bottom + 8)
    for side in (-1, 1):
        beam = _ROOM.area(
            (side * 6.6, 0.3, 13), (side * 6.6, 5.2, 13), (side * 6.6, 5.2, 3), (side * 6.6, 0, 3)
        )
        sheet.path(
            beam,
            fill=sheet.shade(
                (0, "#123f49"), (1, "#03141b"), start=(1 if side < 0 else 0, 0), end=(0 if side < 0 else 1, 0)
            ),
        )
    for number in range(9, -1, -1):
        for side in (-1, 1):
            _chair(sheet, side, 2.9 + number * 0.92, number / 9)
    _board(sheet)
    for z in (10.5, 8.4, 6.5, 4.9, 3.7):
        _lamp(sheet, z)
    return finish(sheet, dark=0.55)


def _dusk(sheet: Sheet) -> None:
    """What the window shows: mountains, and the sky where the sun went down."""
    sky = sheet.shade(
        (0.05, "#123f4e"), (0.22, "#4a7c82"), (0.36, "#cfa873"), (0.46, "#f0a552"), (0.54, "#f9d9a2")
    )
    sheet.wash(sky)
    clouds(sheet, "#f3b469", top=60, bottom=470, seed=33, share=0.8)

    def height(x, z):
        far = rise(4.5, 9, z)
        return crags(x * 0.4 + 15.2, z * 0.4 + 40, 7) * 1.25 * far + 0.1 * far

    sheet.image(
        render(
            View(
                height,
                eye=0.4,
                horizon=520,
                zoom=1000,
                near=3.4,
                far=12,
                rows=420,
                sun=(-0.5, 0.3, 0.5),
                shade="#14414c",
                light="#b07a48",
                haze="#e3a763",
                clear=15,
                low_haze=1.2,
                snow=("#f3cf9f", "#3c6a74"),
                snowline=0.95,
            )
        )
    )


def _board(sheet: Sheet) -> None:
    """The table with what lies on it; the window is mirrored in the varnish."""
    top = _ROOM.area((-0.95, 0.76, 1.45), (0.95, 0.76, 1.45), (0.95, 0.76, 11.9), (-0.95, 0.76, 11.9))
    with sheet.group(clip_path=sheet.clip(top)):
        sheet.path(top, fill=sheet.shade((0, "#c98f4f"), (0.3, "#5e4630"), (1, "#0f252b")))
        with sheet.group(
            filter=sheet.filter('<feGaussianBlur stdDeviation="3 12"/>', whole=True), opacity=0.75
        ):
            sheet.mirror("window", _ROOM(0, 0.76, 12.2)[1] + 40)
        sheet.wash(sheet.shade((0.5, NIGHT, 0), (0.72, NIGHT, 0.45), (1, NIGHT, 0.75)))
    edge = [_ROOM(side * 0.95, 0.76, z) for side, z in ((-1, 11.9), (-1, 1.45))]
    other = [_ROOM(0.95, 0.76, z) for z in (11.9, 1.45)]
    for points in (edge, other):
        sheet.path(line(points), stroke="#f3c98c", stroke_width=2.4, opacity=0.8)
    for number in range(9, -1, -1):
        z = 2.95 + number * 0.92
        for side in (-1, 1):
            paper = _ROOM.area(
                (side * 0.86, 0.765, z - 0.02),
                (side * 0.56, 0.765, z - 0.02),
                (side * 0.56, 0.765, z + 0.24),
                (side * 0.86, 0.765, z + 0.24),
            )
            sheet.path(paper, fill=sheet.shade((0, "#f6e3bd"), (1, "#b9a680")), opacity=0.95)
            x, y = _ROOM(side * 0.5, 0.765, z + 0.3)
            size = 1000 / z
            sheet.path(
                f"M{x - size * 0.03:.1f} {y:.1f}l-{size * 0.006:.1f} -{size * 0.11:.1f}h{size * 0.072:.1f}"
                f"l-{size * 0.006:.1f} {size * 0.11:.1f}Z",
                fill="#d9efe8",
                opacity=0.4,
            )
            sheet.oval(x, y - size * 0.11, size * 0.036, size * 0.008, fill="#fff3d4", opacity=0.8)


def _chair(sheet: Sheet, side: int, z: float, far: float) -> None:
    """A chair beside the table, its rounded back towards the wall."""
    far_z, tone = z + 0.5, 0.25 + 0.4 * far
    face, rim = mix("#0e5058", "#c98f55", tone * 0.5), mix("#2b7379", "#f3c183", tone)

    def area(*corners: tuple[float, float, float]) -> str:
        return _ROOM.area(*((side * x, y, depth) for x, y, depth in corners))

    for x, depth in ((1.08, z), (1.46, z), (1.46, far_z)):
        foot, hip = _ROOM(side * x, 0, depth), _ROOM(side * x, 0.5, depth)
        sheet.path(line([foot, hip]), stroke="#03151c", stroke_width=46 / z)
    sheet.path(
        area((1.02, 0.48, z), (1.46, 0.48, z), (1.46, 0.48, far_z), (1.02, 0.48, far_z)),
        fill=mix(face, NIGHT, 0.35),
    )
    sheet.path(
        area((1.02, 0.48, z), (1.46, 0.48, z), (1.46, 0.4, z), (1.02, 0.4, z)), fill=mix(face, NIGHT, 0.65)
    )
    back = [(1.46, 0.52, z), (1.52, 1.0, z)]
    for step in range(9):
        turn = step / 8 * math.pi
        back.append((1.53, 1.0 + 0.2 * math.sin(turn), z + 0.25 - 0.25 * math.cos(turn)))
    back += [(1.46, 0.52, far_z)]
    sheet.path(area(*((x + 0.08, y, depth) for x, y, depth in back)), fill="#03151c")
    light = (0, rim), (0.35, face), (1, mix(face, NIGHT, 0.55))
    sheet.path(area(*back), fill=sheet.shade(*light, end=(0.2 * side, 1)), stroke=rim, stroke_width=9 / z)
    arm = _ROOM(side * 1.06, 0.7, z), _ROOM(side * 1.5, 0.72, z), _ROOM(side * 1.5, 0.72, z)
    sheet.path(
        line(arm), stroke=mix("#a8763f", NIGHT, 0.3 * (1 - far)), stroke_width=38 / z, stroke_linecap="round"
    )
    sheet.path(
        line([_ROOM(side * 1.08, 0.7, z), _ROOM(side * 1.08, 0.45, z)]), stroke="#03151c", stroke_width=26 / z
    )


def _lamp(sheet: Sheet, z: float) -> None:
    """A hanging lamp with its light."""
    x, y = _ROOM(0, 2.95, z)
    size = 1000 / z
    sheet.path(f"M{x} -10V{y}", stroke="#03151c", stroke_width=max(2, 14 / z))
    sheet.disc(
        x, y, size * 0.9, fill=sheet.glow((0, "#ffdf9f", 0.55), (0.3, "#ffc878", 0.18), (1, "#ffc878", 0))
    )
    sheet.path(
        f"M{x - size * 0.3} {y}Q{x - size * 0.26} {y - size * 0.16} {x} {y - size * 0.17}"
        f"Q{x + size * 0.26} {y - size * 0.16} {x + size * 0.3} {y}Z",
        fill=sheet.shade((0, "#0a2f39"), (1, "#b8732f")),
    )
    sheet.oval(x, y, size * 0.3, size * 0.05, fill="#fff3d4")
