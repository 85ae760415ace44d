"""An open-air stage at night."""

from .air import finish
from .chance import Chance
from .colours import NIGHT, mix
from .growth import crown, leafy
from .sheet import HEIGHT, WIDTH, Sheet


def festival_stage() -> Sheet:
    """An open-air stage at night before a full amphitheatre."""
    sheet, chance = Sheet(), Chance(37)
    sheet.wash(sheet.shade((0, "#02121a"), (0.35, "#093543"), (0.55, "#1c5c66"), (0.7, "#2a6a6d")))
    for _ in range(160):
        sheet.disc(
            chance.between(0, WIDTH),
            chance.between(0, 460),
            chance.between(0.5, 1.7),
            fill="#f3ead2",
            opacity=chance.between(0.2, 0.8),
        )
    with sheet.group(filter=leafy(sheet, 10)):
        for _ in range(90):
            x = chance.between(-40, 1640)
            up = 120 * abs(x - 800) / 800
            crown(sheet, chance, x, 560 - up * chance.between(0.2, 1.1), 66, 46, "#021820", "#1a4d50", 40)
    sheet.rect(0, 540, WIDTH, 200, fill=sheet.shade((0, "#041d26"), (1, "#0a2f39")))
    _shell(sheet, chance)
    _beams(sheet)
    _crowd(sheet, chance)
    return finish(sheet, dark=0.6)


def _shell(sheet: Sheet, chance: Chance) -> None:
    """The stage under its curved roof, warm with light."""
    foot = 664
    sheet.disc(
        800, 520, 640, fill=sheet.glow((0, "#ffcf86", 0.55), (0.5, "#e28a34", 0.16), (1, "#e28a34", 0))
    )
    roof = f"M318 {foot}V520C330 300 520 190 800 184C1080 190 1270 300 1282 520V{foot}Z"
    sheet.path(roof, fill=sheet.shade((0, "#f3e6cb"), (0.3, "#b08b5b"), (1, "#123c45")))
    inner = f"M362 {foot}V530C376 344 550 246 800 240C1050 246 1224 344 1238 530V{foot}Z"
    sheet.path(
        inner,
        fill=sheet.glow(
            (0, "#ffe9bd"),
            (0.35, "#f0a954"),
            (0.75, "#8f4f22"),
            (1, "#3a2a22"),
            centre=(0.5, 0.85),
            radius=0.75,
        ),
    )
    with sheet.group(clip_path=sheet.clip(inner)):
        ribs = "".join(
            f"M{800 + step * 74} {foot}C{800 + step * 70} 420 {800 + step * 52} 300 {800 + step * 34} 236"
            for step in range(-6, 7)
        )
        sheet.path(ribs, fill="none", stroke="#6b3b1c", stroke_width=5, opacity=0.45)
        arcs = "".join(
            f"M{362 + k * 40} {foot}C{376 + k * 40} {344 + k * 44} {560 + k * 26} {246 + k * 40} 800 "
            f"{240 + k * 40}C{1040 - k * 26} {246 + k * 40} {1224 - k * 40} {344 + k * 44} "
            f"{1238 - k * 40} {foot}"
            for k in range(1, 6)
        )
        sheet.path(arcs, fill="none", stroke="#fff0c8", stroke_width=2, opacity=0.5)
        for step in range(-7, 8):
            x, y = 800 + step * 56, 318 + abs(step) ** 2 * 2.6
            sheet.disc(x, y, 30, fill=sheet.glow((0, "#fff6de", 0.9), (1, "#ffe2a6", 0)))
            sheet.disc(x, y, 6, fill="#fffaf0")
    sheet.path(
        f"M318 {foot}V520C330 300 520 190 800 184C1080 190 1270 300 1282 520V{foot}",
        fill="none",
        stroke="#fdf0d4",
        stroke_width=5,
    )
    sheet.path(
        f"M280 {foot - 14}H1320L1350 {foot + 26}H250Z",
        fill=sheet.shade((0, "#ffe6b4"), (0.35, "#c98a45"), (1, "#3a2a22")),
    )
    sheet.rect(250, foot + 26, 1100, 34, fill=sheet.shade((0, "#5a3c24"), (1, "#1c1d20")))
    sheet.path(
        "".join(f"M{x} {foot + 30}v28" for x in range(262, 1350, 22)),
        stroke="#0b1f26",
        stroke_width=3,
        opacity=0.6,
    )
    for x, tall in ((500, 96), (590, 104), (692, 112), (908, 112), (1010, 104), (1100, 96)):
        _dancer(sheet, chance, x, foot - 4, tall)
    _dancer(sheet, chance, 800, foot + 8, 138)


def _dancer(sheet: Sheet, chance: Chance, x: float, foot: float, tall: float) -> None:
    """A dancer in a wide skirt as a dark outline, one arm up."""
    dark, side = "#2a1a14", chance.pick((-1, 1))
    skirt, waist, shoulder = tall * chance.between(0.24, 0.34), foot - tall * 0.56, foot - tall * 0.82
    lean = side * tall * chance.between(0.02, 0.07)
    hem = f"Q{x + lean} {foot + tall * 0.03} {x + skirt} {foot - tall * 0.06}"
    sheet.path(
        f"M{x - skirt} {foot - tall * 0.06}{hem}Q{x + skirt * 0.42} {waist + tall * 0.2} "
        f"{x + tall * 0.055} {waist}L{x + lean + tall * 0.1} {shoulder}H{x + lean - tall * 0.1}"
        f"L{x - tall * 0.055} {waist}Q{x - skirt * 0.42} {waist + tall * 0.2} {x - skirt} "
        f"{foot - tall * 0.06}Z",
        fill=dark,
    )
    arm = {"fill": "none", "stroke": dark, "stroke_width": tall * 0.045, "stroke_linecap": "round"}
    reach = tall * chance.between(0.18, 0.3)
    sheet.path(
        f"M{x + lean + side * tall * 0.08} {shoulder + 3}"
        f"Q{x + lean + side * reach * 1.1} {shoulder - tall * 0.06} {x + lean + side * reach * 0.7} "
        f"{shoulder - tall * 0.34}",
        **arm,
    )
    sheet.path(
        f"M{x + lean - side * tall * 0.08} {shoulder + 3}"
        f"Q{x + lean - side * reach * 1.2} {shoulder + tall * 0.08} {x - side * reach * 1.35} "
        f"{shoulder + tall * chance.between(-0.02, 0.16)}",
        **arm,
    )
    sheet.rect(x + lean * 1.2 - tall * 0.03, shoulder - tall * 0.07, tall * 0.06, tall * 0.1, fill=dark)
    sheet.oval(x + lean * 1.3, shoulder - tall * 0.12, tall * 0.066, tall * 0.085, fill=dark)
    sheet.oval(x, foot + 2, skirt * 1.1, 5, fill="#1c1412", opacity=0.5)


def _beams(sheet: Sheet) -> None:
    """Search lights over the roof."""
    with sheet.group(filter=sheet.blur(7), style="mix-blend-mode:screen"):
        for x, way, warm in (
            (330, -250, 0),
            (400, -20, 1),
            (560, 150, 0),
            (1040, -150, 0),
            (1200, 20, 1),
            (1270, 250, 0),
        ):
            colour = "#ffdf9f" if warm else "#a9dcd4"
            fill = sheet.shade((0, colour, 0), (0.6, colour, 0.16), (1, colour, 0.6))
            sheet.path(f"M{x - 5} 300L{x + way - 90} -40H{x + way + 90}L{x + 5} 300Z", fill=fill)


def _crowd(sheet: Sheet, chance: Chance) -> None:
    """Rows of listeners from behind, the light of the stage on their heads."""
    sheet.rect(0, 716, WIDTH, HEIGHT, fill=sheet.shade((0, "#3f3327"), (0.25, "#0c2f39"), (1, NIGHT)))
    for row in range(9):
        near = row / 8
        y, head = 738 + 34 * row + 9 * near * row, 8 + 27 * near**1.15
        dark = mix("#4a3a2b", "#02121a", min(1.0, 0.25 + near * 0.9))
        rim = mix("#ffd08a", "#7a5a3a", near * 0.8)
        x = chance.between(-30, 0)
        while x < WIDTH + 40:
            up = y + chance.near(0, head * 0.9)
            pull = max(-0.5, min(0.5, (800 - x) / 900))
            sheet.path(
                f"M{x - head * 2} {up + head * 5}C{x - head * 2.1} {up + head * 1.6} {x - head * 1.2} "
                f"{up + head * 1.1} {x} {up + head * 0.9}"
                f"C{x + head * 1.2} {up + head * 1.1} {x + head * 2.1} {up + head * 1.6} {x + head * 2} "
                f"{up + head * 5}Z",
                fill=dark,
            )
            sheet.oval(
                x,
                up,
                head * 0.84,
                head,
                fill=sheet.glow(
                    (0.78, dark),
                    (0.97, mix(dark, rim, 0.6)),
                    (1, rim),
                    centre=(0.5 - pull * 0.16, 0.62),
                    radius=0.64,
                ),
            )
            x += head * chance.between(2.9, 4.2)
    sheet.rect(0, 930, WIDTH, 140, fill=sheet.shade((0, NIGHT, 0), (1, NIGHT, 0.7)))
