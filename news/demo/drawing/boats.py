"""Boats."""

from .colours import ACCENT, DEEP, INK, NIGHT, PAPER, TEAL, mix
from .sheet import Sheet, curve


def sail(sheet: Sheet, x: float, y: float, size: float = 1, jib: str = ACCENT) -> None:
    """A sailing boat that heels a little, its waterline at y, about 300 times the size high."""
    with sheet.group(transform=f"translate({x} {y}) rotate(4) scale({size})"):
        main = sheet.shade((0, PAPER), (0.6, "#f2e3c8"), (1, "#d8bd91"), end=(1, 0.4))
        sheet.path("M-6 -270C60 -170 96 -80 104 -26C60 -20 20 -20 -4 -22Z", fill=main)
        front = sheet.shade((0, mix(jib, PAPER, 0.4)), (1, mix(jib, "#b78a55", 0.2)), end=(0.4, 1))
        sheet.path("M-12 -246C-40 -150 -74 -80 -98 -30C-60 -24 -34 -24 -12 -26Z", fill=front)
        sheet.path("M-9 -288V-10", stroke=INK, stroke_width=4)
        seams = "M11 -196Q44 -186 46 -198M8 -146Q52 -138 73 -146M4 -96Q60 -88 90 -98"
        sheet.path(seams, fill="none", stroke="#c7ab7f", stroke_width=1.6, opacity=0.7)
        hull = sheet.shade((0, "#f4ead6"), (0.28, "#f4ead6"), (0.3, TEAL), (1, INK))
        sheet.path("M-108 -18L118 -22C108 -2 90 8 70 10H-70C-92 6 -104 -6 -108 -18Z", fill=hull)
        sheet.path(
            "M56 -20C58 -32 64 -43 73 -43C84 -42 88 -32 90 -20Z", fill=sheet.shade((0, "#2b6f75"), (1, INK))
        )
        sheet.disc(72, -48, 6.4, fill="#b98258")
        sheet.path("M65 -49Q66 -56 73 -56Q80 -55 79 -47Q72 -52 65 -49Z", fill=INK)


def barge(sheet: Sheet, x: float, y: float) -> None:
    """A laden barge that goes to the right, its waterline at y."""
    sheet.path(
        f"M{x - 20} {y - 18}H{x + 330}L{x + 392} {y - 34}Q{x + 380} {y + 2} {x + 350} {y + 8}H{x}"
        f"Q{x - 20} {y} {x - 20} {y - 18}Z",
        fill=sheet.shade((0, "#2d5f66"), (0.35, INK), (1, NIGHT)),
    )
    sheet.path(
        f"M{x - 18} {y - 17}H{x + 330}L{x + 390} {y - 33}", fill="none", stroke="#f6d3a0", stroke_width=2.5
    )
    heap = [
        (x + 92, y - 18),
        (x + 130, y - 44),
        (x + 170, y - 38),
        (x + 214, y - 54),
        (x + 262, y - 42),
        (x + 300, y - 46),
        (x + 336, y - 20),
    ]
    sheet.path(curve(heap) + "Z", fill=sheet.shade((0, "#d9a668"), (0.4, "#7b6142"), (1, "#2b3f42")))
    sheet.path(
        f"M{x - 8} {y - 18}V{y - 74}H{x + 66}L{x + 72} {y - 18}Z",
        fill=sheet.shade((0, "#f3ddb6"), (0.5, "#7f918a"), (1, DEEP), end=(1, 0.3)),
    )
    sheet.path(f"M{x} {y - 64}h62v14h-62Z", fill=NIGHT)
    sheet.path(f"M{x + 4} {y - 92}H{x + 44}V{y - 74}H{x + 4}Z", fill=ACCENT)
    sheet.path(
        f"M{x + 20} {y - 92}V{y - 140}M{x + 20} {y - 124}l34 12", stroke=INK, stroke_width=3, fill="none"
    )
    sheet.disc(x + 20, y - 142, 18, fill=sheet.glow((0, "#fff0cd"), (1, "#ffe0a4", 0)))


def passenger_boat(sheet: Sheet, x: float, y: float) -> None:
    """A passenger boat with lit windows that goes to the right, its waterline at y."""
    hull = sheet.shade((0, "#e9cfa2"), (0.35, "#8b8a76"), (0.37, "#0f4a55"), (1, NIGHT))
    sheet.path(
        f"M{x - 14} {y - 30}H{x + 420}Q{x + 404} {y + 4} {x + 366} {y + 6}H{x + 14}"
        f"Q{x - 10} {y} {x - 14} {y - 30}Z",
        fill=hull,
    )
    cabin = sheet.shade((0, "#f0d9ae"), (0.6, "#a39878"), (1, "#5c6c66"))
    sheet.path(f"M{x + 10} {y - 30}V{y - 76}H{x + 330}L{x + 362} {y - 30}Z", fill=cabin)
    sheet.path(f"M{x + 40} {y - 80}V{y - 112}H{x + 262}L{x + 284} {y - 80}Z", fill=cabin)
    sheet.path(
        f"M{x - 2} {y - 80}H{x + 342}v6H{x - 2}ZM{x + 30} {y - 116}H{x + 272}v5H{x + 30}Z", fill="#0f3f49"
    )
    lower = "".join(f"M{x + 22 + step * 25} {y - 66}h18v22h-18Z" for step in range(12))
    upper = "".join(f"M{x + 54 + step * 26} {y - 105}h18v17h-18Z" for step in range(8))
    sheet.path(lower + upper, fill=sheet.shade((0, "#fff0c6"), (1, "#ffc875")))
    sheet.path(
        f"M{x - 10} {y - 31}v-24h24M{x + 366} {y - 32}v-22h30l14 22",
        fill="none",
        stroke="#e9cfa2",
        stroke_width=2.4,
    )
    sheet.path(
        f"M{x + 250} {y - 116}v-44M{x + 250} {y - 156}L{x + 342} {y - 80}M{x + 250} {y - 156}"
        f"L{x + 34} {y - 112}",
        fill="none",
        stroke="#0b303b",
        stroke_width=2.4,
    )
    sheet.disc(x + 250, y - 162, 4, fill="#fff6dd")
    for spot in range(8):
        sheet.disc(x + 34 + spot * 30, y - 113 - spot * 6.2, 2.6, fill="#ffe6b4")
    sheet.oval(x + 180, y - 62, 300, 90, fill=sheet.glow((0, "#ffcf86", 0.4), (1, "#ffcf86", 0)))
