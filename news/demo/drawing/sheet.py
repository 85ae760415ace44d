"""A sheet of SVG that is filled shape by shape, from the back to the front."""

import base64
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PIL import Image

WIDTH, HEIGHT = 1600, 1067
Point = tuple[float, float]


def number(value: float) -> str:
    """A number as short as a path needs it."""
    return f"{value:.1f}".removesuffix(".0")


def line(points: Iterable[Point], *, closed: bool = False) -> str:
    """The points as the path of a line."""
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return path + "Z" if closed else path


def curve(points: list[Point], *, closed: bool = False) -> str:
    """A smooth path through the points."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    path = f"M{number(ring[1][0])} {number(ring[1][1])}"
    for before, start, end, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        controls = (
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            *end,
        )
        path += "C" + " ".join(map(number, controls))
    return path + "Z" if closed else path


def _attributes(style: dict) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{number(value) if isinstance(value, float) else value}"'
        for name, value in style.items()
    )


class Sheet:
    """The shapes of a picture and what they are filled with.

    Names of attributes are SVG's, with `_` for `-`.
    """

    def __init__(self, height: int = HEIGHT):
        self.width, self.height = WIDTH, height
        self._definitions: dict[str, str] = {}
        self._shapes: list[str] = []

    # What shapes are filled with or passed through

    def define(self, markup: str) -> str:
        """Keep a definition written with `id=""` once, and return the reference to it."""
        name = self._definitions.setdefault(markup, f"d{len(self._definitions)}")
        return f"url(#{name})"

    def shade(self, *stops: tuple, start: Point = (0, 0), end: Point = (0, 1), box: bool = True) -> str:
        """A gradient through stops (place, colour[, opacity]), downwards.

        Places are measured by the shape's box, without `box` by the sheet.
        """
        units = "" if box else ' gradientUnits="userSpaceOnUse"'
        ends = f'x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}"'
        return self.define(f'<linearGradient id="" {ends}{units}>{_stops(stops)}</linearGradient>')

    def glow(self, *stops: tuple, centre: Point = (0.5, 0.5), radius: float = 0.5, box: bool = True) -> str:
        """A gradient from a centre outwards."""
        units = "" if box else ' gradientUnits="userSpaceOnUse"'
        place = f'cx="{centre[0]}" cy="{centre[1]}" r="{radius}"'
        return self.define(f'<radialGradient id="" {place}{units}>{_stops(stops)}</radialGradient>')

    def clip(self, path: str) -> str:
        """Only what lies within the path is seen."""
        return self.define(f'<clipPath id=""><path d="{path}"/></clipPath>')

    def below(self, level: float) -> str:
        """A clip that leaves what lies below a level: water before a shore."""
        return self.clip(f"M0 {number(level)}H{self.width}V{self.height}H0Z")

    def mask(self, markup: str) -> str:
        """Where the markup is white, shapes are seen; where it is black or nothing, they are not."""
        box = f'maskUnits="userSpaceOnUse" x="0" y="0" width="{self.width}" height="{self.height}"'
        return self.define(f'<mask id="" {box}>{markup}</mask>')

    def filter(self, steps: str, *, whole: bool = False) -> str:
        """A filter; `whole` lets it work on the whole sheet and not on the shape's surroundings alone."""
        region = (
            f'filterUnits="userSpaceOnUse" x="0" y="0" width="{self.width}" height="{self.height}"'
            if whole
            else 'x="-50%" y="-50%" width="200%" height="200%"'
        )
        return self.define(f'<filter id="" {region} color-interpolation-filters="sRGB">{steps}</filter>')

    def blur(self, radius: float, *, whole: bool = True) -> str:
        """A filter that softens; `whole` must not be set in a group that is moved."""
        return self.filter(f'<feGaussianBlur stdDeviation="{number(radius)}"/>', whole=whole)

    # Shapes

    def add(self, markup: str) -> None:
        """Lay markup on top of what is there."""
        self._shapes.append(markup)

    def path(self, path: str, **style) -> None:
        """Add a shape written in the language of SVG's paths."""
        self.add(f'<path d="{path}"{_attributes(style)}/>')

    def rect(self, x: float, y: float, width: float, height: float, **style) -> None:
        """Add a rectangle by its upper left corner."""
        self.add(f"<rect{_attributes({'x': x, 'y': y, 'width': width, 'height': height} | style)}/>")

    def disc(self, x: float, y: float, radius: float, **style) -> None:
        """Add a circle by its centre."""
        self.add(f"<circle{_attributes({'cx': x, 'cy': y, 'r': radius} | style)}/>")

    def oval(self, x: float, y: float, across: float, down: float, **style) -> None:
        """Add an ellipse by its centre and its half axes."""
        self.add(f"<ellipse{_attributes({'cx': x, 'cy': y, 'rx': across, 'ry': down} | style)}/>")

    def words(self, x: float, y: float, text: str, size: float, **style) -> None:
        """A number or a code. Sizes from 40 stay legible on a telephone."""
        style = {"font_family": "Liberation Sans", "font_size": size, "x": x, "y": y} | style
        self.add(f"<text{_attributes(style)}>{text}</text>")

    def wash(self, fill: str, **style) -> None:
        """Fill the whole sheet."""
        self.rect(0, 0, self.width, self.height, fill=fill, **style)

    def image(self, picture: Image.Image, **style) -> None:
        """Lay a picture of the sheet's size."""
        buffer = io.BytesIO()
        picture.save(buffer, "PNG", compress_level=1)
        data = base64.b64encode(buffer.getvalue()).decode()
        size = {"width": self.width, "height": self.height, "preserveAspectRatio": "none"}
        self.add(f'<image href="data:image/png;base64,{data}"{_attributes(size | style)}/>')

    @contextmanager
    def group(self, **style) -> Iterator[None]:
        """What is drawn within is one group: filters, clips and moves concern it as a whole."""
        self.add(f"<g{_attributes(style)}>")
        yield
        self.add("</g>")

    def mirror(self, name: str, level: float, **style) -> None:
        """What was drawn in the group with this `id`, upside down below the level."""
        with self.group(**style):
            self.add(f'<use href="#{name}" transform="translate(0 {number(2 * level)}) scale(1 -1)"/>')

    def __str__(self) -> str:
        definitions = "".join(
            markup.replace('id=""', f'id="{name}"', 1) for markup, name in self._definitions.items()
        )
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        shapes = "\n".join(self._shapes)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><defs>{definitions}</defs>{shapes}</svg>'


def _stops(stops: tuple) -> str:
    return "".join(
        f'<stop offset="{place}" stop-color="{colour}" stop-opacity="{opacity[0] if opacity else 1}"/>'
        for place, colour, *opacity in stops
    )
