"""Perspective for rooms."""

from .sheet import WIDTH, Point, line


class Eye:
    """Where a point of a room appears: metres to the right, above the floor, and away from the eye."""

    def __init__(self, up: float, horizon: float, zoom: float, *, right: float = 0.0):
        self.up, self.horizon, self.zoom, self.right = up, horizon, zoom, right

    def __call__(self, x: float, y: float, z: float) -> Point:
        scale = self.zoom / z
        return WIDTH / 2 + (x - self.right) * scale, self.horizon + (self.up - y) * scale

    def area(self, *corners: tuple[float, float, float]) -> str:
        """The path of a flat shape by its corners."""
        return line([self(*corner) for corner in corners], closed=True)
