"""Things on a desk: a signed document."""

import math

from .air import broken, finish
from .chance import Chance
from .colours import ACCENT, NIGHT, PAPER
from .sheet import Sheet, curve


def charter() -> Sheet:
    """A signed document with a ribbon and a seal, and a fountain pen, in the light of a window."""
    sheet, chance = Sheet(), Chance(64)
    _leather(sheet)
    with sheet.group(transform="rotate(-7 800 560)"):
        for shift, turn in ((34, 1.6), (18, 0.7)):
            sheet.rect(
                330 + shift,
                90 + shift * 0.6,
                860,
                1180,
                fill="#02121a",
                opacity=0.35,
                transform=f"rotate({turn} 800 560)",
                filter=sheet.blur(12, whole=False),
            )
            sheet.rect(
                330 + shift * 0.6,
                84 + shift * 0.5,
                860,
                1180,
                fill=sheet.shade((0, "#e6d9bd"), (1, "#cdbd9a"), end=(1, 1)),
                transform=f"rotate({turn} 800 560)",
            )
        sheet.rect(322, 78, 860, 1180, fill="#02121a", opacity=0.45, filter=sheet.blur(9, whole=False))
        _page(sheet, chance)
    _ribbon(sheet)
    _pen(sheet)
    _window_light(sheet)
    return finish(sheet, dark=0.55)


def _leather(sheet: Sheet) -> None:
    """The desk: dark leather with a grain that catches the light."""
    sheet.wash(sheet.glow((0, "#1a6167"), (0.6, "#0b3b45"), (1, "#04202a"), centre=(0.3, 0.2), radius=1.0))
    steps = (
        '<feTurbulence type="fractalNoise" baseFrequency="0.11" numOctaves="3" seed="5"/>'
        '<feDiffuseLighting surfaceScale="1.7" diffuseConstant="0.95" lighting-color="#ffffff">'
        '<feDistantLight azimuth="225" elevation="52"/></feDiffuseLighting>'
    )
    sheet.wash(
        "#000", filter=sheet.filter(steps, whole=True), style="mix-blend-mode:soft-light", opacity=0.75
    )


def _page(sheet: Sheet, chance: Chance) -> None:
    """The last page: lines of text too small to read, six signatures, a frame."""
    sheet.rect(320, 70, 860, 1180, fill=sheet.shade((0, PAPER), (0.6, "#f6eedb"), (1, "#e2d5b8"), end=(1, 1)))
    fibres = broken(sheet, "#b9a77f", "0.03 0.3", seed=6, octaves=3, share=1.3, sharp=4)
    with sheet.group(filter=fibres, opacity=0.12, clip_path=sheet.clip("M320 70h860v1180h-860Z")):
        sheet.wash("#000", opacity=0.35)
    sheet.rect(352, 102, 796, 1116, fill="none", stroke="#0b5a60", stroke_width=3.5)
    sheet.rect(362, 112, 776, 1096, fill="none", stroke="#c39a5a", stroke_width=1.6)
    for turn in (0, 45):
        sheet.rect(
            724,
            160,
            52,
            52,
            fill="none",
            stroke="#0b5a60",
            stroke_width=4,
            transform=f"rotate({turn} 750 186)",
        )
    sheet.disc(750, 186, 12, fill="none", stroke="#c39a5a", stroke_width=4)
    for y, wide in ((258, 360), (286, 230)):
        sheet.rect(750 - wide / 2, y, wide, 11, fill="#274a50", rx=2)
    words = ""
    for number in range(15):
        x, y = 414.0, 336 + number * 21
        end = 1086 if number not in (4, 9, 14) else 780
        if number in (0, 5, 10):
            x += 34
        while x < end - 12:
            wide = min(chance.between(14, 74), end - x)
            words += f"M{x:.1f} {y}h{wide:.1f}"
            x += wide + 9
    sheet.path(words, stroke="#4a5f60", stroke_width=5.2, opacity=0.62)
    for number in range(6):
        x, y = 424 + number % 2 * 356, 736 + number // 2 * 128
        sheet.path(f"M{x} {y + 24}h290", stroke="#8d8468", stroke_width=2)
        sheet.path(
            "".join(f"M{x + 60 + step * 46} {y + 42}h36" for step in range(4)),
            stroke="#4a5f60",
            stroke_width=4,
            opacity=0.45,
        )
        _signature(sheet, chance, x + 46, y)


def _signature(sheet: Sheet, chance: Chance, x: float, y: float) -> None:
    """A flourish of the pen that spells no name."""
    fast, tall, slant = chance.between(4.5, 6.5), chance.between(18, 30), chance.between(0.1, 0.5)
    wide, turn, points = chance.between(150, 210), chance.between(0, 6), []
    for step in range(90):
        at = step / 89
        beat = fast * at * math.tau
        high = tall * (0.45 + 0.9 * math.exp(-((at * 5) ** 2)) + 0.5 * math.exp(-(((at - 0.62) * 9) ** 2)))
        rise = high * math.sin(beat + turn) + 5 * math.sin(beat * 0.37 + turn)
        points.append((x + wide * at + 15 * math.cos(beat + turn) + slant * rise, y - 4 - rise - 10 * at))
    points += [(x + wide + 60, y - 30), (x + wide * 0.9, y + 4), (x + wide * 0.2, y + 12)]
    ink = curve(points)
    sheet.path(
        ink,
        fill="none",
        stroke="#0b2f4a",
        stroke_width=4,
        stroke_linecap="round",
        stroke_linejoin="round",
        opacity=0.9,
    )
    sheet.path(
        ink,
        fill="none",
        stroke="#0b2f4a",
        stroke_width=2,
        transform="translate(1.6 1)",
        stroke_linecap="round",
    )


def _ribbon(sheet: Sheet) -> None:
    """A ribbon across the lower corner, with a seal of wax."""
    for shade, shift in ((True, 14), (False, 0)):
        for path, dark in (
            (
                "M1170 470C1130 610 1120 700 1168 800C1216 900 1216 1000 1160 1120H1236"
                "C1290 1000 1288 900 1240 800C1196 700 1206 610 1246 480Z",
                "#9a4f17",
            ),
            (
                "M1206 470C1262 600 1330 700 1318 800C1306 900 1250 990 1296 1120H1372"
                "C1332 1000 1384 900 1396 800C1408 690 1340 590 1282 460Z",
                "#b86420",
            ),
        ):
            if shade:
                sheet.path(
                    path,
                    fill="#02121a",
                    opacity=0.4,
                    transform=f"translate({shift} {shift})",
                    filter=sheet.blur(8, whole=False),
                )
            else:
                sheet.path(
                    path,
                    fill=sheet.shade(
                        (0, "#f0a954"),
                        (0.25, ACCENT),
                        (0.5, dark),
                        (0.62, "#f0a954"),
                        (0.8, ACCENT),
                        (1, dark),
                        end=(0.25, 1),
                    ),
                )
                sheet.path(path, fill="none", stroke="#ffd9a0", stroke_width=2, opacity=0.5)
    _seal(sheet, 1222, 470)


def _seal(sheet: Sheet, x: float, y: float) -> None:
    """A seal of wax with a star of eight points."""
    sheet.disc(x + 10, y + 12, 92, fill="#02121a", opacity=0.5, filter=sheet.blur(9, whole=False))
    rim = [
        (
            x + (92 + 7 * math.sin(k * 2.3) + 5 * math.cos(k * 3.7)) * math.cos(k / 26 * math.tau),
            y + (92 + 7 * math.sin(k * 2.3) + 5 * math.cos(k * 3.7)) * math.sin(k / 26 * math.tau),
        )
        for k in range(26)
    ]
    wax = sheet.glow((0, "#2f9a98"), (0.5, "#0d6a70"), (1, "#063a43"), centre=(0.34, 0.3), radius=0.8)
    sheet.path(curve(rim, closed=True), fill=wax)
    sheet.disc(x, y, 66, fill=sheet.shade((0, "#06404a"), (1, "#1f858a"), end=(1, 1)))
    sheet.disc(x, y, 62, fill=sheet.glow((0, "#15757b"), (1, "#094b54"), centre=(0.6, 0.65), radius=0.7))
    for colour, shift, thick in (("#053a43", 1.8, 6), ("#4fb5b2", 0, 4)):
        for turn in (0, 45):
            way = f"translate({shift} {shift}) rotate({turn} {x} {y})"
            sheet.rect(x - 31, y - 31, 62, 62, fill="none", stroke=colour, stroke_width=thick, transform=way)
        sheet.disc(x + shift, y + shift, 15, fill="none", stroke=colour, stroke_width=thick)
    sheet.oval(
        x - 34,
        y - 58,
        34,
        12,
        fill="#d9fbf3",
        opacity=0.4,
        transform=f"rotate(-32 {x - 34} {y - 58})",
        filter=sheet.blur(4, whole=False),
    )


def _pen(sheet: Sheet) -> None:
    """A fountain pen that lies across the page, its cap off."""
    with sheet.group(transform="translate(420 905) rotate(-21)"):
        sheet.path(
            "M10 34L150 20H720Q740 34 720 50H150Z",
            fill="#02121a",
            opacity=0.45,
            filter=sheet.blur(10, whole=False),
        )
        barrel = sheet.shade(
            (0, "#2a5a63"), (0.16, "#8fc0bd"), (0.3, "#0f4a55"), (0.62, "#04202a"), (1, "#0b3a44")
        )
        sheet.path("M236 -27H690Q716 -26 716 0Q716 26 690 27H236Z", fill=barrel)
        sheet.path(
            "M120 -17C160 -22 196 -25 236 -26V26C196 25 160 22 120 17Z",
            fill=sheet.shade((0, "#24505a"), (0.2, "#6fa5a4"), (0.4, "#08303a"), (1, NIGHT)),
        )
        gold = sheet.shade((0, "#f9dfa9"), (0.3, "#e0a44e"), (0.65, "#8f5a1e"), (1, "#d99a45"))
        for at, wide in ((228, 12), (246, 5), (664, 9)):
            sheet.rect(at, -28, wide, 56, fill=gold)
        sheet.path("M0 0C44 -13 84 -17 124 -17V17C84 17 44 13 0 0Z", fill=gold)
        sheet.path("M0 0H84", stroke="#5a3a16", stroke_width=2)
        sheet.disc(88, 0, 5, fill="#3a2a16")
        sheet.path("M260 -19H680", stroke="#e3f6f0", stroke_width=4, opacity=0.55, stroke_linecap="round")


def _window_light(sheet: Sheet) -> None:
    """Light through a window with bars, warm on the page, and shade round about."""
    panes = "".join(
        f"M{left} {top}l300 -30l70 330l-300 40Z"
        for left, top in ((80, 60), (420, 26), (760, -8), (170, 430), (510, 396), (850, 362))
    )
    with sheet.group(filter=sheet.blur(13), style="mix-blend-mode:soft-light"):
        sheet.path(panes, fill="#ffe2a6", opacity=0.85)
    with sheet.group(filter=sheet.blur(60), style="mix-blend-mode:multiply"):
        sheet.path("M1150 -100H1800V1300H500L1250 900Z", fill="#2c5c66", opacity=0.6)
