"""What scenes share: sky, clouds, haze, water, and the grain that lies over every picture."""

from .colours import CREAM, INK, NIGHT
from .sheet import WIDTH, Sheet


def noise(frequency: str, octaves: int, seed: int, gain: float = 2.5) -> str:
    """Steps of a filter that leave clouds of noise in the alpha channel, spread around one half."""
    return (
        f'<feTurbulence type="fractalNoise" baseFrequency="{frequency}" numOctaves="{octaves}" '
        f'seed="{seed}"/>'
        f'<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 {gain} {0.5 - gain / 2}" '
        'result="noise"/>'
    )


def broken(sheet: Sheet, colour: str, frequency: str, *, seed=1, octaves=4, share=1.0, sharp=6.0) -> str:
    """A filter that breaks a shape up, where its alpha is thin, into foam or spray of the colour."""
    return sheet.filter(
        noise(frequency, octaves, seed)
        + f'<feComposite in="SourceAlpha" in2="noise" operator="arithmetic" k2="1" k3="{share}" '
        f'k4="{-share / 2}"/>'
        f'<feComponentTransfer><feFuncA type="linear" slope="{sharp}" intercept="{0.5 - sharp / 2}"/>'
        f'</feComponentTransfer><feComposite in2="SourceAlpha" operator="in" result="spots"/>'
        f'<feFlood flood-color="{colour}"/><feComposite in2="spots" operator="in"/>',
        whole=True,
    )


def rough(sheet: Sheet, scale: float, frequency: str = "0.02", *, seed=1, octaves=4) -> str:
    """A filter that frays the edges of shapes by up to about half the scale."""
    return sheet.filter(
        f'<feTurbulence type="fractalNoise" baseFrequency="{frequency}" numOctaves="{octaves}" '
        f'seed="{seed}"/>'
        f'<feDisplacementMap in="SourceGraphic" scale="{scale}" xChannelSelector="R" yChannelSelector="G"/>',
        whole=True,
    )


def fading(sheet: Sheet, *stops: tuple[float, float]) -> str:
    """A mask that shows as much of each height (0 top, 1 bottom) as the stops say."""
    shade = sheet.shade(*((place, "#fff", share) for place, share in stops))
    return sheet.mask(f'<rect width="{sheet.width}" height="{sheet.height}" fill="{shade}"/>')


def clouds(sheet: Sheet, colour: str, *, top, bottom, seed, frequency="0.0016 0.007", share=0.6, gain=4.0):
    """Drifting clouds between two heights, fading out towards both."""
    low, high = top / sheet.height, bottom / sheet.height
    middle = (low + high) / 2
    steps = noise(frequency, 5, seed, gain)
    steps += f'<feFlood flood-color="{colour}"/><feComposite in2="noise" operator="in"/>'
    mask = fading(sheet, (low, 0), (middle, share), (high, 0))
    with sheet.group(mask=mask):
        sheet.wash("#000", filter=sheet.filter(steps, whole=True))


def sun(
    sheet: Sheet, x: float, y: float, radius: float, colour: str = CREAM, *, disc: bool = True, strength=0.9
):
    """Light around a point, with the disc of the sun or the moon in it or without."""
    halo = sheet.glow((0, colour, strength), (0.25, colour, strength * 0.4), (1, colour, 0))
    sheet.disc(x, y, radius * 7, fill=halo)
    if disc:
        sheet.disc(x, y, radius, fill=colour, opacity=0.95)


def haze(sheet: Sheet, colour: str, top: float, bottom: float, share: float) -> None:
    """Mist that lies thickest at the bottom."""
    fill = sheet.shade((0, colour, 0), (0.8, colour, share), (1, colour, share))
    sheet.rect(0, top, WIDTH, bottom - top, fill=fill)


def ripples(sheet: Sheet, scale: float, frequency: str = "0.004 0.06", seed: int = 3) -> str:
    """A filter that draws a mirrored shore out into waves."""
    return rough(sheet, scale, frequency, seed=seed, octaves=3)


def glitter(
    sheet: Sheet, colour: str, top: float, bottom: float, share: float, *, seed=5, frequency="0.006 0.14"
):
    """Light that breaks on waves, denser where `share` is larger."""
    fill = sheet.shade((0, "#000", share), (1, "#000", share * 0.6))
    effect = broken(sheet, colour, frequency, seed=seed, octaves=3, sharp=5)
    with sheet.group(filter=effect):
        sheet.rect(0, top, WIDTH, bottom - top, fill=fill)


def vignette(sheet: Sheet, share: float = 0.45, colour: str = NIGHT) -> None:
    """Darker corners."""
    sheet.wash(sheet.glow((0.55, colour, 0), (1, colour, share), radius=0.78))


def grain(sheet: Sheet, share: float = 0.2) -> None:
    """The tooth of the paper, over everything."""
    steps = (
        '<feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="11"/>'
        '<feColorMatrix values="0 0 0 2.4 -0.7  0 0 0 2.4 -0.7  0 0 0 2.4 -0.7  0 0 0 0 1"/>'
    )
    effect = sheet.filter(steps, whole=True)
    sheet.wash("#000", filter=effect, opacity=share, style="mix-blend-mode:soft-light")


def finish(sheet: Sheet, *, dark: float = 0.35, tooth: float = 0.2, colour: str = INK) -> Sheet:
    """The last touches that all illustrations have in common."""
    vignette(sheet, dark, colour)
    grain(sheet, tooth)
    return sheet
