"""An empty rostrum before a round hall."""

import math

from .air import finish
from .colours import ACCENT, NIGHT, PAPER, TEAL, mix
from .eye import Eye
from .sheet import HEIGHT, Sheet, line

_MURK = "#08323b"


def un_podium() -> Sheet:
    """An empty rostrum before the seats of a round hall, seen from the platform."""
    sheet, eye = Sheet(), Eye(2.9, 330, 1150)
    sheet.wash(sheet.shade((0, NIGHT), (0.3, "#0d424d"), (0.42, "#1d5f66"), (1, NIGHT)))
    _dome(sheet)
    _panels(sheet, eye)
    for number in range(11, -1, -1):
        _bench(sheet, eye, 6.2 + number * 1.35, 0.1 + number * 0.17, number / 11)
    light = sheet.shade((0, "#ffe9c0", 0.34), (0.75, "#ffe0a8", 0.1), (1, "#ffe0a8", 0))
    with sheet.group(filter=sheet.blur(16), style="mix-blend-mode:screen"):
        sheet.path("M700 -20H900L1150 1100H450Z", fill=light)
    _rostrum(sheet)
    return finish(sheet, dark=0.6)


def _dome(sheet: Sheet) -> None:
    """Rings of lamps in the ceiling."""
    for number in range(7, 0, -1):
        across = 105 * number + 5 * number**2
        fill = sheet.glow((0, "#145058"), (0.8, mix("#0c3d47", NIGHT, number / 9)), (1, NIGHT))
        sheet.oval(800, 40, across, across * 0.2, fill=fill)
        count = 10 + number * 9
        for lamp in range(count):
            turn = (lamp + 0.5) / count * math.tau
            x, y = 800 + across * 0.93 * math.cos(turn), 40 + across * 0.2 * 0.93 * math.sin(turn)
            size = 1.6 + number * 0.5 * (1.25 + math.sin(turn)) / 2
            if y > -20:
                sheet.disc(x, y, size * 5, fill=sheet.glow((0, "#ffe2a6", 0.5), (1, "#ffe2a6", 0)))
                sheet.oval(x, y, size * 1.4, size * 0.8, fill="#fff3d2")
    sheet.oval(800, 40, 98, 20, fill=sheet.glow((0, "#fff6de"), (0.7, "#f6cf8e"), (1, "#b8792f")))
    sheet.oval(800, 60, 420, 150, fill=sheet.glow((0, "#ffdfa0", 0.4), (1, "#ffdfa0", 0)))


def _panels(sheet: Sheet, eye: Eye) -> None:
    """The curved wall of wooden laths behind the last row."""
    for number in range(-34, 35):
        turn, wide = number / 34 * 1.32, 1.32 / 34
        corners = [
            (math.sin(at) * 22, up, math.cos(at) * 22)
            for at, up in ((turn, 2.2), (turn + wide * 0.86, 2.2), (turn + wide * 0.86, 5.2), (turn, 5.2))
        ]
        tone = mix("#c58f55", "#17434b", min(1.0, abs(number) / 34 * 1.1))
        sheet.path(
            eye.area(*corners),
            fill=sheet.shade((0, mix(tone, "#ffdfa6", 0.3)), (0.5, tone), (1, mix(tone, NIGHT, 0.55))),
        )
    for side in (-1, 1):
        for number in range(3):
            turn = side * (0.5 + number * 0.24)
            corners = [
                (math.sin(at) * 21.8, up, math.cos(at) * 21.8)
                for at, up in (
                    (turn - 0.085, 3.5),
                    (turn + 0.085, 3.5),
                    (turn + 0.085, 4.4),
                    (turn - 0.085, 4.4),
                )
            ]
            sheet.path(eye.area(*corners), fill="#0a3640")
            sheet.path(
                eye.area(*corners),
                fill=sheet.shade((0, "#fbe3b0", 0.9), (1, "#c98a45", 0.8), end=(side, 0.4)),
                opacity=0.85,
            )


def _bench(sheet: Sheet, eye: Eye, radius: float, floor: float, far: float) -> None:
    """A curved row of desks with chairs behind them; the rows rise towards the wall."""
    turns = [number / 60 * 2.3 - 1.15 for number in range(61)]

    def strip(low: float, high: float, near: float, back: float) -> str:
        front = [eye(math.sin(turn) * near, low, max(0.6, math.cos(turn) * near)) for turn in turns]
        behind = [eye(math.sin(turn) * back, high, max(0.6, math.cos(turn) * back)) for turn in turns]
        return line([*front, *reversed(behind)], closed=True)

    pale = 0.1 + 0.3 * far
    chairs = max(16, int(radius * 3.1))
    for number in range(chairs):
        turn = (number + 0.5) / chairs * 2.2 - 1.1
        depth = math.cos(turn) * (radius + 0.62)
        if depth < 1.2:
            continue
        x, y = eye(math.sin(turn) * (radius + 0.62), floor + 0.72, depth)
        size = eye.zoom / depth * 0.235
        lit = max(0.0, 1 - abs(turn) * 0.75)
        seat = sheet.shade(
            (0, mix("#2f8487", "#f0c58a", 0.45 * lit)), (0.35, mix(TEAL, _MURK, 0.3)), (1, _MURK)
        )
        sheet.path(
            f"M{x - size:.1f} {y + size * 1.5:.1f}V{y - size * 0.5:.1f}"
            f"Q{x - size * 0.9:.1f} {y - size * 1.3:.1f} {x:.1f} {y - size * 1.35:.1f}"
            f"Q{x + size * 0.9:.1f} {y - size * 1.3:.1f} {x + size:.1f} {y - size * 0.5:.1f}"
            f"V{y + size * 1.5:.1f}Z",
            fill=seat,
        )
    sheet.path(
        strip(floor, floor + 0.74, radius, radius),
        fill=sheet.shade((0, mix("#9a6a3c", NIGHT, 0.25)), (1, NIGHT)),
    )
    top = sheet.shade(
        (0, NIGHT),
        (0.25, mix("#7d5a38", NIGHT, 0.3)),
        (0.5, mix("#e8b777", "#c48c4d", pale)),
        (0.75, mix("#7d5a38", NIGHT, 0.3)),
        (1, NIGHT),
        end=(1, 0),
    )
    sheet.path(strip(floor + 0.74, floor + 0.76, radius, radius + 0.42), fill=top)
    for number in range(chairs):
        turn = (number + 0.5) / chairs * 2.2 - 1.1
        depth = math.cos(turn) * (radius + 0.2)
        if depth < 1.2:
            continue
        x, y = eye(math.sin(turn) * (radius + 0.2), floor + 0.76, depth)
        size = eye.zoom / depth
        sheet.path(
            f"M{x:.1f} {y:.1f}q{size * 0.02:.1f} -{size * 0.12:.1f} -{size * 0.03:.1f} -{size * 0.2:.1f}",
            fill="none",
            stroke=NIGHT,
            stroke_width=max(0.8, size * 0.012),
        )
        sheet.disc(x - size * 0.03, y - size * 0.2, max(1.0, size * 0.016), fill=ACCENT)


def _rostrum(sheet: Sheet) -> None:
    """The rostrum from behind, dark against the hall, with its slanting top in the light."""
    sheet.path(
        f"M420 {HEIGHT + 10}L450 960H1150L1180 {HEIGHT + 10}Z", fill=sheet.shade((0, "#0b3640"), (1, NIGHT))
    )
    sheet.oval(800, 962, 352, 20, fill=sheet.shade((0, "#2c5f64"), (1, "#0d3f49")))
    body = f"M610 690L570 {HEIGHT}H1030L990 690Z"
    sheet.path(body, fill=sheet.shade((0, "#3b2a1e"), (0.18, "#1c2f33"), (0.5, "#0c2b34"), (1, NIGHT)))
    sheet.path(f"M610 690L570 {HEIGHT}M990 690L1030 {HEIGHT}", stroke="#e9b572", stroke_width=4, opacity=0.7)
    for shelf in (770, 880):
        sheet.path(
            f"M{626 - (shelf - 690) * 0.1} {shelf}H{974 + (shelf - 690) * 0.1}l-6 12"
            f"H{632 - (shelf - 690) * 0.1}Z",
            fill="#a4743f",
            opacity=0.55,
        )
    top = "M566 700L604 612H996L1034 700Q800 724 566 700Z"
    sheet.path(top, fill=sheet.shade((0, "#fbe3b4"), (0.4, "#c98f4f"), (1, "#5f3f24")))
    sheet.path("M604 612H996", stroke="#fff3d4", stroke_width=4)
    sheet.path("M566 700Q800 724 1034 700L1032 714Q800 738 568 714Z", fill="#2f2219")
    sheet.path("M690 634H908L926 690Q800 700 674 690Z", fill=sheet.shade((0, PAPER), (1, "#d9c8a4")))
    rows = "".join(
        f"M{704 - step * 3} {646 + step * 9}H{(896 if step % 3 else 850) + step * 3}" for step in range(5)
    )
    sheet.path(rows, stroke="#8d8a7c", stroke_width=2)
    for side in (-1, 1):
        x = 800 + side * 56
        sheet.path(
            f"M{x} 622C{x} 560 {x - side * 6} 530 {x - side * 26} 506",
            fill="none",
            stroke=NIGHT,
            stroke_width=7,
            stroke_linecap="round",
        )
        sheet.path(
            f"M{x + 2} 620C{x + 2} 560 {x - side * 4} 530 {x - side * 24} 506",
            fill="none",
            stroke="#e9b572",
            stroke_width=1.6,
            opacity=0.8,
        )
        sheet.path(
            f"M{x - side * 22} 512L{x - side * 44} 482", stroke=NIGHT, stroke_width=17, stroke_linecap="round"
        )
        sheet.path(f"M{x - side * 25} 506L{x - side * 28} 502", stroke=ACCENT, stroke_width=17)
    sheet.path("M936 640h30l4 52h-38Z", fill="#bfe0dc", opacity=0.5)
    sheet.oval(951, 640, 15, 4, fill="#f4fffb", opacity=0.8)
