"""How figures are taken down, and at which size."""

import os

import pytest


@pytest.fixture(scope="session")
def full_size() -> bool:
    """Whether the figures are taken at the size that is promised, or at a fiftieth of it."""
    return bool(os.environ.get("FULL_SIZE"))


@pytest.fixture
def figure(record_property):
    """A function that takes a figure down and compares it with what was promised."""

    def take(name: str, value: float, *, at_most: float | None = None, at_least: float | None = None) -> None:
        promised = f"at most {at_most}" if at_most is not None else f"at least {at_least}"
        record_property("figure", f"{name}\t{value}\t{promised}")
        assert at_most is None or value <= at_most, f"{name}: {value}, not {promised}"
        assert at_least is None or value >= at_least, f"{name}: {value}, not {promised}"

    return take
