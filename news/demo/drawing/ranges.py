"""Bishkek: a snow ridge above a city."""

from .air import clouds, finish, haze
from .chance import Chance
from .colours import CREAM, GLOW, INK, NIGHT, PAPER, mix
from .growth import crown, leafy, poplar
from .houses import row
from .sheet import HEIGHT, WIDTH, Sheet
from .terrain import View, crags, render, rise


def _height(x: float, z: float) -> float:
    far = rise(4.2, 8.5, z)
    return crags(x * 0.36 + 5.3, z * 0.36 + 15.9, 7) * (0.12 + 2.5 * far) + 0.35 * far


_RIDGE = View(
    _height,
    eye=0.9,
    horizon=700,
    zoom=1900,
    near=2.6,
    far=12,
    rows=640,
    sun=(-0.8, 0.55, -0.15),
    exposure=1.08,
    hard=4,
    snowline=0.95,
    shade="#1d5763",
    light="#e9cfa4",
    snow=("#fffaf0", "#5f95a0"),
    haze="#ecdcbf",
    clear=30,
    low_haze=1.2,
)


def bishkek_mountains() -> Sheet:
    """A snow ridge in the morning, with a city of low blocks and poplars at its foot."""
    sheet, chance = Sheet(), Chance(12)
    sheet.wash(sheet.shade((0, "#3b8288"), (0.25, "#86b5b4"), (0.5, "#efdcba"), (1, CREAM)))
    clouds(sheet, PAPER, top=-260, bottom=330, seed=4, share=0.8)

    sheet.image(render(_RIDGE))
    haze(sheet, "#efdcb8", 520, 800, 0.75)
    for foot, pale, storey in ((742, 0.6, 13), (796, 0.34, 16), (872, 0.1, 20)):
        _quarter(sheet, chance, foot, pale, storey)
    _gardens(sheet, chance)
    return finish(sheet)


def _quarter(sheet: Sheet, chance: Chance, foot: float, pale: float, storey: float) -> None:
    """Blocks among trees, the paler the further off."""

    def far(colour: str) -> str:
        return mix(colour, "#ead9ba", pale)

    with sheet.group(filter=leafy(sheet, 8)):
        for _ in range(46):
            x = chance.between(-30, WIDTH + 30)
            crown(
                sheet,
                chance,
                x,
                foot - storey * 0.6,
                storey * 2.6,
                storey * 1.5,
                far("#0d4046"),
                far("#5f8d7c"),
            )
    row(
        sheet,
        chance,
        foot,
        wide=(storey * 5, storey * 12),
        tall=(storey * 2.5, storey * 5.5),
        gap=(storey * 3, storey * 11),
        face=far("#d3bf9b"),
        side=far("#2f6a70"),
        pane=far("#285b61"),
        storey=storey,
        share=0.08,
        lit=GLOW,
        haze=far("#8fae9f"),
    )
    with sheet.group(filter=leafy(sheet, 8)):
        for _ in range(30):
            poplar(
                sheet,
                chance,
                chance.between(-20, WIDTH + 20),
                foot + storey * 1.2,
                storey * chance.between(4, 7.5),
                far("#0c3f46"),
                far("#8fb093"),
            )
        for _ in range(70):
            x = chance.between(-30, WIDTH + 30)
            crown(
                sheet,
                chance,
                x,
                foot + storey * 0.9,
                storey * 2.4,
                storey * 1.2,
                far("#093840"),
                far("#5f8d7c"),
            )
    sheet.rect(0, foot + storey, WIDTH, HEIGHT, fill=sheet.shade((0, far("#1a545a")), (1, far(INK))))


def _gardens(sheet: Sheet, chance: Chance) -> None:
    """The dark trees before the viewer."""
    with sheet.group(filter=leafy(sheet, 14)):
        for _ in range(80):
            crown(
                sheet,
                chance,
                chance.between(-60, WIDTH + 60),
                chance.between(950, 1080),
                80,
                50,
                NIGHT,
                "#1b5c60",
                130,
            )
        for x, tall in ((60, 470), (135, 390), (215, 540), (1390, 470), (1480, 590), (1560, 430)):
            poplar(sheet, chance, x, 1090, tall, NIGHT, "#1f6466", 420)
