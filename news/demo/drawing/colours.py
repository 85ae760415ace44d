"""The colours of the pictures: the site's teal and paper, stone between them, and one accent."""

NIGHT, INK, DEEP, TEAL = "#03151c", "#05202a", "#0a3a44", "#0b5a60"
SEA, MIST, TINT = "#2f7f82", "#8fb3b1", "#dbe8e5"
PAPER, SAND, STONE, SLATE = "#fdfcf9", "#efe8da", "#bdb3a2", "#6f7672"
EMBER, ACCENT, GLOW, CREAM = "#b85f1e", "#e28a34", "#f4bd78", "#fbe6c6"


def mix(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from the first to the second."""
    channels = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in channels)
