"""Chance that falls the same way on every machine: the pictures must come out alike each time."""

from collections.abc import Sequence


class Chance:
    """A row of numbers that look random and depend on the seed alone."""

    def __init__(self, seed: int):
        self._state = seed * 2654435761 % 2**32 or 1
        for _ in range(8):  # small seeds begin alike
            self.between(0, 1)

    def between(self, low: float, high: float) -> float:
        """Any number from low up to high."""
        self._state = (self._state * 1664525 + 1013904223) % 2**32
        return low + (high - low) * (self._state >> 8) / 2**24

    def near(self, middle: float, spread: float) -> float:
        """Mostly close to the middle, never further from it than `spread`."""
        return middle + spread * (sum(self.between(-1, 1) for _ in range(3)) / 3)

    def pick(self, things: Sequence):
        """One of the things."""
        return things[int(self.between(0, len(things)))]

    def falls(self, share: float) -> bool:
        """True as often as the share says."""
        return self.between(0, 1) < share
