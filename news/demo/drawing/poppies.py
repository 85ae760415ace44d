"""Dry poppy heads before a mountain."""

from .air import clouds, finish, haze, sun
from .chance import Chance
from .colours import ACCENT, CREAM, EMBER, GLOW, INK, mix
from .growth import blades
from .sheet import HEIGHT, WIDTH, Sheet
from .terrain import View, crags, render, rise


def _height(x: float, z: float) -> float:
    far = rise(5, 9, z)
    return crags(x * 0.3 + 77.3, z * 0.3 + 31, 7) * 2.1 * far + 0.15 * far


_MOUNTAIN = View(
    _height,
    eye=0.5,
    horizon=680,
    zoom=1700,
    near=3.5,
    far=13,
    rows=600,
    sun=(0.8, 0.35, 0.25),
    exposure=1.15,
    snowline=1.0,
    shade="#1b4a56",
    light="#c98a52",
    snow=("#f9d9ab", "#557f88"),
    haze="#e0ab6c",
    clear=19,
    low_haze=1.3,
)


def poppy_field() -> Sheet:
    """Dry poppy heads at nightfall, a mountain behind them."""
    sheet, chance = Sheet(), Chance(8)
    sheet.wash(sheet.shade((0, "#123f4c"), (0.3, "#4f7f82"), (0.52, "#dba666"), (0.66, "#f6cf94"), (1, GLOW)))
    clouds(sheet, "#f7d6a6", top=60, bottom=520, seed=14, share=0.6)
    sun(sheet, 1120, 560, 60, "#ffe2b0", disc=False, strength=0.8)

    sheet.image(render(_MOUNTAIN))
    haze(sheet, "#e9b06c", 560, 780, 0.75)
    sheet.rect(0, 740, WIDTH, 340, fill=sheet.shade((0, "#8d7448"), (0.25, "#3f5a4e"), (1, INK)))
    haze(sheet, "#e0a868", 690, 745, 0.7)
    sheet.rect(0, 740, WIDTH, 90, fill=sheet.shade((0, "#e0a868", 0.75), (1, "#e0a868", 0)))
    for depth in range(5):
        _layer(sheet, chance, depth)
    return finish(sheet, dark=0.5)


def _layer(sheet: Sheet, chance: Chance, depth: int) -> None:
    """The plants at one of five depths; the fourth is in focus."""
    share = depth / 4
    tone = mix("#a98a5a", "#05202a", min(1, share * 1.05))
    soft = (5, 2.2, 0.8, 0, 4)[depth]
    count, size = (190, 110, 55, 13, 5)[depth], (9, 15, 26, 62, 120)[depth]
    with sheet.group(**({"filter": sheet.blur(soft)} if soft else {})):
        blades(
            sheet,
            chance,
            (500, 300, 160, 60, 0)[depth],
            770 + 60 * depth,
            800 + 100 * depth,
            50 + 60 * depth,
            tone,
            mix(tone, INK, 0.4),
        )
        for index in range(count):
            x = (index + chance.between(0.1, 0.9)) * WIDTH / count
            top = 772 - size * 3.1 + chance.near(0, 30 + size * 1.9) + depth * 12
            if depth == 4:
                x, top = (-10, 190, 1330, 1480, 1640)[index], (560, 880, 900, 470, 800)[index]
            _poppy(
                sheet,
                chance,
                x,
                top,
                size * chance.between(0.8, 1.12),
                tone,
                ACCENT if depth < 4 else EMBER,
            )


def _poppy(sheet: Sheet, chance: Chance, x: float, y: float, size: float, dark: str, rim: str) -> None:
    """A seed head on its stalk, lit from behind at the right; `size` is its width."""
    half, lean = size / 2, chance.near(0, size * 1.4)
    stalk = (
        f"M{x:.1f} {y + size:.1f}C{x + lean * 0.1:.1f} {y + size * 3:.1f} {x + lean:.1f} "
        f"{y + size * 5:.1f} {x + lean * 0.8:.1f} {HEIGHT + 20}"
    )
    sheet.path(stalk, fill="none", stroke=dark, stroke_width=max(1.6, size * 0.085))
    if size > 20:
        sheet.path(
            stalk,
            fill="none",
            stroke=rim,
            stroke_width=size * 0.02,
            opacity=0.6,
            transform=f"translate({size * 0.03:.1f} 0)",
        )
    pod = (
        f"M{x - half * 0.3:.1f} {y + size * 1.08:.1f}"
        f"C{x - half * 1.25:.1f} {y + size * 0.85:.1f} {x - half * 1.15:.1f} {y + size * 0.2:.1f} "
        f"{x - half * 0.5:.1f} {y + size * 0.12:.1f}"
        f"H{x + half * 0.5:.1f}C{x + half * 1.15:.1f} {y + size * 0.2:.1f} {x + half * 1.25:.1f} "
        f"{y + size * 0.85:.1f} {x + half * 0.3:.1f} {y + size * 1.08:.1f}Z"
    )
    fill = sheet.shade(
        (0, dark),
        (0.55, mix(dark, "#6d6a4c", 0.35)),
        (0.86, mix(dark, rim, 0.65)),
        (1, mix(rim, CREAM, 0.4)),
        end=(1, 0),
    )
    sheet.path(pod, fill=fill)
    if size > 20:
        for rib in (-0.62, -0.28, 0.08, 0.42, 0.72):
            curve = (
                f"M{x + half * rib * 0.5:.1f} {y + size * 0.14:.1f}"
                f"Q{x + half * rib * 1.5:.1f} {y + size * 0.6:.1f} {x + half * rib * 0.35:.1f} "
                f"{y + size * 1.06:.1f}"
            )
            sheet.path(curve, fill="none", stroke=INK, stroke_width=size * 0.014, opacity=0.4)
    crown_top = "".join(
        f"L{x + half * (step / 6 - 1) * 0.95:.1f} "
        f"{y + size * (0.02 if step % 2 else -0.1) - size * 0.05 * (1 - (step / 6 - 1) ** 2):.1f}"
        for step in range(13)
    )
    sheet.path(
        f"M{x - half * 0.5:.1f} {y + size * 0.14:.1f}{crown_top}L{x + half * 0.5:.1f} {y + size * 0.14:.1f}Z",
        fill=fill,
    )
