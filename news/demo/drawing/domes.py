"""Tashkent: blue domes behind plane trees."""

import math
from collections.abc import Callable

from .air import clouds, finish
from .chance import Chance
from .colours import CREAM, NIGHT, PAPER
from .growth import crown, leafy, plane_tree
from .sheet import HEIGHT, WIDTH, Sheet
from .tiles import panel


def tashkent_domes() -> Sheet:
    """A portal, two ribbed domes and minarets beyond a courtyard with plane trees."""
    sheet, chance = Sheet(), Chance(6)
    sheet.wash(sheet.shade((0, "#3f8d95"), (0.3, "#8fc0bd"), (0.6, "#f3e5c6"), (1, CREAM)))
    clouds(sheet, PAPER, top=-120, bottom=440, seed=92, share=0.9)
    with sheet.group(filter=leafy(sheet, 8)):
        for _ in range(60):
            crown(
                sheet,
                chance,
                chance.between(-40, 1640),
                chance.between(690, 760),
                60,
                40,
                "#6f9f97",
                "#b9c9a8",
                40,
            )
    for x, tall in ((372, 620), (1248, 620)):
        _minaret(sheet, x, 820, tall)
    _dome(sheet, 590, 560, 150, 250)
    _dome(sheet, 1030, 560, 150, 250)
    _wall(sheet, 300, 1320, 560, 820)
    _portal(sheet, 800, 820)
    _court(sheet)
    with sheet.group(filter=leafy(sheet, 9)):
        for x in (60, 150, 240, 1370, 1450, 1545):
            crown(sheet, chance, x, 800, 70, 44, "#0d4a4f", "#8fae82", 70)
    plane_tree(sheet, chance, 20, 1060, -0.01, 1)
    plane_tree(sheet, chance, 1590, 1070, 0.01, -1)
    return finish(sheet)


def _dome(sheet: Sheet, x: float, foot: float, half: float, tall: float) -> None:
    """A ribbed dome on a drum, lit from the left."""
    drum, neck = 92, half * 0.84
    _drum(sheet, x, foot, neck, drum)
    base, top = foot - drum + 2, foot - drum - tall

    def meridian(share: float) -> str:
        """From the foot to the top, as far to the side as the share says."""
        w = half * share
        return (
            f"C{x + w * 1.16:.1f} {base - tall * 0.3:.1f} {x + w * 1.02:.1f} {base - tall * 0.66:.1f} "
            f"{x + w * 0.06:.1f} {top:.1f}"
        )

    start = f"M{x + neck:.1f} {base}"
    left = (
        f"C{x - half * 1.02:.1f} {base - tall * 0.66:.1f} {x - half * 1.16:.1f} {base - tall * 0.3:.1f} "
        f"{x - neck:.1f} {base}"
    )
    form = f"{start}{meridian(1)}L{x - half * 0.06:.1f} {top:.1f}{left}Z"
    glaze = (0, "#7fd0cb"), (0.22, "#3fa9aa"), (0.5, "#147983"), (0.8, "#075058"), (1, "#0b5a62")
    sheet.path(form, fill=sheet.shade(*glaze, end=(1, 0.12)))
    with sheet.group(clip_path=sheet.clip(form)):
        _ribs(sheet, x, base, half, tall, meridian)
    sheet.path(f"M{x - 2.5} {top + 4}V{top - 44}h5V{top + 4}Z", fill="#c98a3c")
    for up, size in ((10, 8), (24, 6), (36, 4)):
        sheet.disc(
            x,
            top - up,
            size,
            fill=sheet.glow((0, "#ffe3a8"), (1, "#b06d22"), centre=(0.35, 0.35), radius=0.7),
        )


def _drum(sheet: Sheet, x: float, foot: float, neck: float, drum: float) -> None:
    """What a dome stands on: a ring of niches between bands of tiles."""
    sheet.rect(
        x - neck,
        foot - drum,
        neck * 2,
        drum + 10,
        fill=sheet.shade((0, "#f1dcb2"), (0.4, "#d9bb87"), (1, "#5a7068"), end=(1, 0)),
    )
    bands = sheet.shade((0, "#5cb3b3"), (0.4, "#1b7d85"), (1, "#08414c"), end=(1, 0))
    sheet.rect(x - neck - 3, foot - drum, neck * 2 + 6, 20, fill=bands)
    sheet.rect(x - neck - 3, foot - 22, neck * 2 + 6, 10, fill=bands)
    for number in range(11):
        side = math.sin((number - 5) / 5.6 * math.pi / 2)
        wide = 13 * math.cos((number - 5) / 5.6 * math.pi / 2) + 2
        at = x + neck * side
        sheet.path(
            f"M{at - wide} {foot - 24}V{foot - 52}Q{at - wide} {foot - 62} {at} {foot - 68}"
            f"Q{at + wide} {foot - 62} {at + wide} {foot - 52}V{foot - 24}Z",
            fill="#12616b",
            opacity=0.75,
        )


def _ribs(sheet: Sheet, x: float, base: float, half: float, tall: float, meridian: Callable[[float], str]):
    """The ribs of a dome with their light, and the border at its foot."""
    neck = half * 0.84
    for number in range(-11, 12):
        share = math.sin(number / 11.5 * math.pi / 2)
        path = f"M{x + neck * share:.1f} {base}{meridian(share)}"
        sheet.path(
            path,
            fill="none",
            stroke="#053a44",
            stroke_width=7 * math.sqrt(1 - share * share) + 1,
            opacity=0.34,
        )
        shine = 0.5 * max(0.0, 0.35 - share)
        sheet.path(
            path,
            fill="none",
            stroke="#d9fbf3",
            stroke_width=3 * math.sqrt(1 - share * share) + 0.6,
            opacity=shine,
            transform="translate(-6 0)",
        )
    sheet.oval(
        x - half * 0.46,
        base - tall * 0.55,
        half * 0.2,
        tall * 0.24,
        fill="#f4fffb",
        opacity=0.5,
        filter=sheet.blur(18),
    )
    sheet.rect(x - half * 1.2, base - 20, half * 2.4, 22, fill="#f1dcb2", opacity=0.85)
    sheet.path(
        "".join(f"M{x - half * 1.2 + 16 * n} {base - 2}l8 -16l8 16Z" for n in range(24)), fill="#0f6a74"
    )


def _minaret(sheet: Sheet, x: float, foot: float, tall: float) -> None:
    """A slim round tower of brick with bands of glazed tiles and a lantern."""
    brick = sheet.shade((0, "#f6e2ba"), (0.3, "#dcbf8c"), (0.75, "#8f8365"), (1, "#4f665f"), end=(1, 0))
    bands = sheet.shade((0, "#62b8b6"), (0.4, "#1a7a83"), (1, "#0a4751"), end=(1, 0))
    sheet.path(f"M{x - 34} {foot}L{x - 22} {foot - tall}H{x + 22}L{x + 34} {foot}Z", fill=brick)
    for up in range(70, int(tall), 74):
        half = 34 - 12 * up / tall
        sheet.path(f"M{x - half} {foot - up}h{half * 2}v-14h-{half * 2}Z", fill=bands)
        sheet.path(
            "".join(
                f"M{x - half + n * 9:.1f} {foot - up - 24}l4.5 -9l4.5 9l-4.5 9Z"
                for n in range(int(half * 2 / 9))
            ),
            fill="#17727c",
            opacity=0.7,
        )
    top = foot - tall
    sheet.path(f"M{x - 22} {top}L{x - 36} {top - 22}H{x + 36}L{x + 22} {top}Z", fill=brick)
    sheet.rect(x - 36, top - 34, 72, 12, fill=bands)
    for number in range(5):
        sheet.rect(x - 24 + number * 11, top - 76, 4, 42, fill=brick)
    sheet.path(
        f"M{x - 28} {top - 76}Q{x - 30} {top - 112} {x} {top - 136}"
        f"Q{x + 30} {top - 112} {x + 28} {top - 76}Z",
        fill=bands,
    )
    sheet.path(f"M{x} {top - 136}v-22", stroke="#c98a3c", stroke_width=4)


def _wall(sheet: Sheet, left: float, right: float, top: float, foot: float) -> None:
    """The wings on both sides of the portal, each with a row of niches."""
    sheet.rect(left, top, right - left, foot - top, fill=sheet.shade((0, "#ecd5a8"), (1, "#c9a978")))
    sheet.rect(left, top, right - left, 16, fill="#17727c")
    sheet.path(
        "".join(f"M{left + 5 + 20 * n} {top + 15}l10 -13l10 13Z" for n in range(int((right - left) / 20))),
        fill="#f3e2bd",
    )
    for x in range(int(left) + 34, int(right) - 60, 92):
        niche = (
            f"M{x} {foot}V{top + 120}Q{x} {top + 78} {x + 32} {top + 54}"
            f"Q{x + 64} {top + 78} {x + 64} {top + 120}V{foot}Z"
        )
        sheet.path(f"M{x - 9} {foot}V{top + 36}h82V{foot}Z", fill="#e0c18c", stroke="#17727c", stroke_width=4)
        sheet.path(niche, fill=sheet.shade((0, "#0c3b45"), (0.5, "#2c5a5c"), (1, "#6d7a66"), end=(0.6, 1)))
    sheet.rect(
        left,
        top,
        right - left,
        foot - top,
        fill=sheet.shade((0, "#fff0cc", 0.25), (0.5, "#fff0cc", 0), (1, "#0b3f49", 0.45), end=(1, 0)),
    )


def _portal(sheet: Sheet, x: float, foot: float) -> None:
    """The great portal: a frame of tiles around a deep pointed arch."""
    left, wide, top = x - 190, 380, foot - 470
    sheet.rect(left - 10, top - 14, wide + 20, foot - top + 14, fill="#d9bb87")
    clip = sheet.clip(f"M{left} {top}h{wide}V{foot}h-{wide}Z")
    with sheet.group(clip_path=clip), sheet.group(transform=f"translate({left} {top})"):
        panel(sheet, 19, wide, foot - top, seed=2, strap=0.12)
    arch = (
        f"M{x - 118} {foot}V{foot - 236}C{x - 118} {foot - 316} {x - 60} {foot - 356} {x} {foot - 398}"
        f"C{x + 60} {foot - 356} {x + 118} {foot - 316} {x + 118} {foot - 236}V{foot}Z"
    )
    sheet.path(f"M{x - 146} {foot}V{top + 34}h292V{foot}Z", fill=sheet.shade((0, "#f0dab0"), (1, "#caa974")))
    sheet.path(f"M{x - 146} {foot}V{top + 34}h292V{foot}", fill="none", stroke="#12646e", stroke_width=7)
    sheet.path(
        arch, fill="#12646e", transform=f"translate({x} {foot}) scale(1.08 1.045) translate({-x} {-foot})"
    )
    sheet.path(arch, fill=sheet.shade((0, "#06303a"), (0.45, "#1d525a"), (1, "#8d8263"), end=(0.45, 1)))
    with sheet.group(clip_path=sheet.clip(arch)):
        for number in range(7):
            y = foot - 390 + number * 26
            sheet.path(
                "".join(f"M{x - 130 + 26 * n + number % 2 * 13} {y}q13 20 26 0Z" for n in range(11)),
                fill="#b99c68",
                opacity=0.5 - number * 0.06,
            )
        sheet.path(
            f"M{x - 52} {foot}V{foot - 150}Q{x - 52} {foot - 186} {x} {foot - 212}"
            f"Q{x + 52} {foot - 186} {x + 52} {foot - 150}V{foot}Z",
            fill=NIGHT,
            opacity=0.85,
        )
    sheet.rect(
        left - 10,
        top - 14,
        wide + 20,
        foot - top + 14,
        fill=sheet.shade((0, "#fff0cc", 0.28), (0.5, "#fff0cc", 0), (1, "#0b3f49", 0.38), end=(1, 0)),
    )
    sheet.path(f"M{left - 10} {top - 14}h{wide + 20}", stroke="#f9ecca", stroke_width=6)


def _court(sheet: Sheet) -> None:
    """Paving that runs towards the portal, shade of leaves upon it."""
    sheet.rect(
        0, 818, WIDTH, HEIGHT - 818, fill=sheet.shade((0, "#d9c193"), (0.4, "#b7a67f"), (1, "#35605f"))
    )
    lines = "".join(f"M800 700L{-2400 + number * 320} 1400" for number in range(21))
    for number in range(1, 9):
        lines += f"M0 {818 + 4 * number**2}H{WIDTH}"
    with sheet.group(clip_path=sheet.below(820)):
        sheet.path(lines, stroke="#5e7468", stroke_width=2, opacity=0.4)
    sheet.rect(0, 814, WIDTH, 8, fill="#f3e0b4")
