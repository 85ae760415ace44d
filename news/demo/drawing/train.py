"""A goods train in the steppe."""

from .air import clouds, finish, sun
from .chance import Chance
from .colours import ACCENT, DEEP, GLOW, INK, NIGHT, TEAL, mix
from .sheet import WIDTH, Sheet
from .steppe import meadow, plain


def steppe_train() -> Sheet:
    """A long goods train that crosses the steppe towards evening."""
    sheet, chance, horizon = Sheet(), Chance(19), 640
    sheet.wash(
        sheet.shade(
            (0, "#1d5663"), (0.22, "#5b9195"), (0.42, "#cfc19b"), (0.54, "#f4c98f"), (0.62, "#fce5bd")
        )
    )
    sun(sheet, 330, 590, 46, "#fff1d0", strength=0.95)
    clouds(sheet, "#fbdcae", top=0, bottom=600, seed=83, share=0.95, frequency="0.0013 0.007", gain=4.4)
    plain(sheet, horizon, 11.0, light="#e6b26a", shade="#1f4f55", mist="#f3cf97", near=2.2, far=16)
    sheet.rect(
        0,
        horizon - 16,
        WIDTH,
        80,
        fill=sheet.shade((0, "#f8dbab", 0), (0.3, "#f8dbab", 0.85), (1, "#f8dbab", 0)),
    )
    rail = 806
    _wires(sheet, rail)
    sheet.path(
        f"M-20 {rail + 2}H1620L1700 {rail + 46}H-100Z",
        fill=sheet.shade((0, "#8d7a58"), (0.3, "#4a5a50"), (1, "#1d474b")),
    )
    sheet.oval(700, rail + 6, 1100, 9, fill=NIGHT, opacity=0.55)
    for number in range(8):
        _wagon(sheet, chance, -330 + number * 188, rail, number)
    _engine(sheet, 1176, rail)
    sheet.rect(-10, rail - 3, 1640, 5, fill=sheet.shade((0, "#ffe4b5"), (1, "#7a6546")))
    meadow(sheet, chance, rail + 30)
    return finish(sheet)


def _wires(sheet: Sheet, rail: float) -> None:
    """Poles along the line with the wire between them."""
    for x in range(-80, 1800, 330):
        sheet.path(
            f"M{x} {rail}V{rail - 196}M{x} {rail - 176}H{x + 62}M{x} {rail - 190}L{x + 62} {rail - 172}",
            fill="none",
            stroke="#24545b",
            stroke_width=5,
        )
        sheet.path(f"M{x + 62} {rail - 176}v14", stroke="#24545b", stroke_width=6)
    spans = "".join(
        f"M{x + 62} {rail - 178}Q{x + 227} {rail - 166} {x + 392} {rail - 178}M{x + 62} {rail - 163}"
        f"H{x + 392}"
        for x in range(-410, 1800, 330)
    )
    sheet.path(spans, fill="none", stroke="#24545b", stroke_width=2.2)


def _bogie(sheet: Sheet, x: float, rail: float) -> None:
    sheet.rect(x - 26, rail - 17, 52, 8, fill=NIGHT)
    for at in (-15, 15):
        sheet.disc(x + at, rail - 10, 10, fill=NIGHT)
        sheet.disc(x + at, rail - 10, 4, fill="#4f6f6c")


def _wagon(sheet: Sheet, chance: Chance, x: float, rail: float, number: int) -> None:
    """A flat wagon with two containers or a tank wagon, about 180 long."""
    sheet.rect(x - 4, rail - 26, 186, 9, fill=NIGHT)
    for at in (34, 146):
        _bogie(sheet, x + at, rail)
    if number % 4 == 2:
        body = sheet.shade((0, "#f3d7a4"), (0.2, "#7fa09a"), (0.55, "#245d66"), (1, NIGHT))
        sheet.rect(x + 6, rail - 92, 168, 66, rx=30, fill=body)
        sheet.path(
            "".join(f"M{x + at} {rail - 92}v66" for at in (46, 90, 134)),
            stroke=NIGHT,
            stroke_width=2.4,
            opacity=0.5,
        )
        sheet.rect(x + 78, rail - 102, 24, 12, fill="#2b5f66")
        return
    tones = ("#0f5b62", "#c9792f", "#c3b08c", "#2d7377", "#8d4f26", "#6f8d86", ACCENT, DEEP)
    for part in (0, 1):
        colour = tones[(number * 3 + part * 5) % len(tones)]
        left = x + 4 + part * 88
        fill = sheet.shade(
            (0, mix(colour, "#ffe2b0", 0.6)),
            (0.12, mix(colour, "#ffdca6", 0.12)),
            (1, mix(colour, NIGHT, 0.6)),
        )
        sheet.rect(left, rail - 98, 84, 72, fill=fill)
        ribs = "".join(f"M{left + 5 + rib * 6.2:.1f} {rail - 94}v64" for rib in range(13))
        sheet.path(ribs, stroke=NIGHT, stroke_width=1.8, opacity=0.32)
        sheet.path(f"M{left} {rail - 98}h84", stroke="#ffe9c4", stroke_width=2.2, opacity=0.8)
        sheet.path(f"M{left + 0.8} {rail - 98}v72", stroke="#ffe9c4", stroke_width=1.6, opacity=0.6)


def _engine(sheet: Sheet, x: float, rail: float) -> None:
    """An electric engine that pulls to the right."""
    for at in (52, 140, 228):
        _bogie(sheet, x + at, rail)
    body = (
        f"M{x} {rail - 24}V{rail - 112}Q{x} {rail - 118} {x + 8} {rail - 118}H{x + 246}"
        f"Q{x + 262} {rail - 116} {x + 272} {rail - 84}L{x + 280} {rail - 50}V{rail - 24}Z"
    )
    sheet.path(body, fill=sheet.shade((0, "#a9c3b4"), (0.14, TEAL), (0.55, "#083f47"), (1, NIGHT)))
    sheet.path(f"M{x} {rail - 62}H{x + 277}l3 14H{x}Z", fill=sheet.shade((0, GLOW), (1, ACCENT)))
    sheet.path(
        f"M{x + 226} {rail - 72}V{rail - 106}H{x + 248}Q{x + 256} {rail - 104} {x + 266} {rail - 72}Z",
        fill=sheet.shade((0, "#fbe3b6"), (0.4, "#54807f"), (1, "#0a333c"), end=(0.2, 1)),
    )
    for at in (30, 74, 118, 162):
        sheet.rect(x + at, rail - 102, 26, 18, rx=3, fill="#0a3a44")
        sheet.path(f"M{x + at} {rail - 97}h26M{x + at} {rail - 92}h26", stroke="#3f7477", stroke_width=1.4)
    sheet.rect(x - 2, rail - 28, 284, 10, fill=NIGHT)
    sheet.path(
        f"M{x + 60} {rail - 118}l26 -22l-30 -20M{x + 34} {rail - 161}h46",
        fill="none",
        stroke=INK,
        stroke_width=4,
        stroke_linejoin="round",
    )
    sheet.path(f"M{x + 196} {rail - 118}l-18 -10h40", fill="none", stroke=INK, stroke_width=3)
    sheet.disc(x + 277, rail - 40, 4.5, fill="#fff8e2")
    sheet.disc(
        x + 277, rail - 40, 54, fill=sheet.glow((0, "#fff3d0", 0.9), (0.2, "#ffe7b4", 0.4), (1, "#ffdf9f", 0))
    )
