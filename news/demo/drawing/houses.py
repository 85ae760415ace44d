"""Houses and towers of simple make, lit from the left."""

from .chance import Chance
from .colours import GLOW, mix
from .sheet import Point, Sheet, line


def block(
    sheet: Sheet,
    chance: Chance,
    x: float,
    foot: float,
    wide: float,
    tall: float,
    *,
    face: str,
    side: str,
    pane: str,
    lit: str = GLOW,
    share: float = 0.12,
    storey: float = 14,
    depth: float = 0.22,
    haze: str = "",
) -> None:
    """A block of flats: a face with rows of windows and a side in shade; a share of the windows is lit."""
    front = wide * (1 - depth)
    low, dim = (mix(face, haze, 0.55), mix(side, haze, 0.55)) if haze else (face, side)
    sheet.rect(x, foot - tall, front, tall, fill=sheet.shade((0, face), (1, low)))
    sheet.rect(x + front, foot - tall, wide - front, tall, fill=sheet.shade((0, side), (1, dim)))
    across = max(2, round(front / (storey * 0.95)))
    gap, dark, bright = front / across, "", ""
    for row in range(int(tall / storey) - 1):
        y = foot - tall + storey * (row + 0.55)
        for column in range(across):
            left, pitch = x + gap * (column + 0.25), gap * 0.5
            pane_path = f"M{left:.1f} {y:.1f}h{pitch:.1f}v{storey * 0.48:.1f}h-{pitch:.1f}Z"
            if chance.falls(share):
                bright += pane_path
            else:
                dark += pane_path
    sheet.path(dark, fill=pane, opacity=0.55)
    if bright:
        sheet.path(bright, fill=lit)


def row(
    sheet: Sheet, chance: Chance, foot: float, *, wide, tall, gap, start=-40.0, end=1640.0, **style
) -> None:
    """Blocks side by side; `wide`, `tall` and `gap` are the least and the most of each."""
    x = start
    while x < end:
        width = chance.between(*wide)
        block(sheet, chance, x, foot + chance.between(0, 8), width, chance.between(*tall), **style)
        x += width + chance.between(*gap)


def tower(
    sheet: Sheet,
    chance: Chance,
    x: float,
    foot: float,
    wide: float,
    tall: float,
    top: str = "flat",
    *,
    light: str,
    dark: str,
    haze: str,
    lit: float = 0.1,
    lamp: str = GLOW,
) -> None:
    """A tower of glass between `light` at its left edge and `dark`, fading into haze at its foot.

    `top` is flat, steps, slant, spire or crown.
    """
    left, right, high = x - wide / 2, x + wide / 2, foot - tall
    outline = _top(top, x, high, wide)
    outline = line([(left, foot), *outline, (right, foot)], closed=True)
    middle = mix(light, dark, 0.45)
    edge = chance.between(0.28, 0.5)  # where the lit face meets the shaded one
    faces = (0, light), (edge, mix(light, middle, 0.5)), (edge, mix(dark, middle, 0.35)), (1, dark)
    sheet.path(outline, fill=sheet.shade(*faces, end=(1, 0)))
    with sheet.group(clip_path=sheet.clip(outline)):
        floors = "".join(f"M{left:.1f} {y:.1f}h{wide:.1f}" for y in _steps(high, foot, max(5.0, wide / 9)))
        sheet.path(floors, stroke=dark, stroke_width=1, opacity=0.35)
        ribs = "".join(f"M{at:.1f} {high:.1f}V{foot:.1f}" for at in _steps(left, right, max(4.0, wide / 8)))
        sheet.path(ribs, stroke=light, stroke_width=0.8, opacity=0.3)
        size = max(2.2, wide / 22)
        lamps = "".join(
            f"M{chance.between(left, right):.1f} {chance.between(high, foot):.1f}h{size * 1.5:.1f}"
            f"v{size:.1f}h-{size * 1.5:.1f}Z"
            for _ in range(int(tall * wide / 400 * lit))
        )
        sheet.path(lamps or "M0 0", fill=lamp)
        sheet.rect(left, high, wide, foot - high, fill=sheet.shade((0.35, haze, 0), (1, haze, 0.85)))


def _top(kind: str, x: float, high: float, wide: float) -> list[Point]:
    """The outline of a tower's top, from left to right."""
    left, right, third = x - wide / 2, x + wide / 2, wide / 3
    return {
        "flat": [(left, high), (right, high)],
        "slant": [(left, high + wide * 0.5), (right, high)],
        "steps": [
            (left, high + wide * 0.6),
            (left + third / 2, high + wide * 0.6),
            (left + third / 2, high + wide * 0.25),
            (left + third, high + wide * 0.25),
            (left + third, high),
            (right - third, high),
            (right - third, high + wide * 0.25),
            (right - third / 2, high + wide * 0.25),
            (right - third / 2, high + wide * 0.6),
            (right, high + wide * 0.6),
        ],
        "spire": [
            (left, high + wide * 0.7),
            (x - wide * 0.12, high + wide * 0.1),
            (x - 1.5, high - wide * 0.9),
            (x + 1.5, high - wide * 0.9),
            (x + wide * 0.12, high + wide * 0.1),
            (right, high + wide * 0.7),
        ],
        "crown": [
            (left + third * 0.4, high + wide * 0.5),
            (left, high),
            (x, high + wide * 0.28),
            (right, high),
            (right - third * 0.4, high + wide * 0.5),
        ],
    }[kind]


def _steps(start: float, end: float, step: float) -> list[float]:
    """Places between start and end, neither of them included."""
    return [start + step * index for index in range(1, int((end - start) / step))]
