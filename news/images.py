"""Decoding and encoding of pictures. Hostile until decoded; nothing of the upload's bytes reaches a reader."""

import io
import warnings
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image as Picture
from PIL import ImageCms, ImageOps

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif"}
# What a browser is asked to offer for choosing.
MEDIA_TYPES = ",".join(f"image/{name.lower()}" for name in FORMATS)
# What Pillow calls a file of these formats. Cameras put several pictures into one JPEG, a preview beside the picture.
_ENDINGS = FORMATS | {"MPO": "jpg"}
BYTE_LIMIT = 20 * 1024 * 1024
PIXEL_LIMIT = 50_000_000

# Widths in pixels of the files that `srcset` offers: a thumbnail in a list, a phone's width at one, one and a half
# and two pixels a point, a column, a wide screen. The largest is also the file that everybody can show.
WIDTHS = (240, 480, 720, 960, 1600)
# What is cut out of a picture around its focal point, and the proportions, width to height: what lists show, on
# screens and on paper, and what social networks show of a link to a story.
CARD, SOCIAL = "card", "social"
_PROPORTIONS = {CARD: (3, 2), SOCIAL: (1200, 630)}
SOCIAL_WIDTH = 1200
# A picture that would lose less than this share of itself has no card of its own: a style sheet cuts so little off
# unseen, and the files of the card would be as large (measured: within one per cent).
_SPARED = 0.02
_ENCODERS = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 7},
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}

Picture.MAX_IMAGE_PIXELS = PIXEL_LIMIT


def decode(data: bytes) -> tuple[Picture.Image, str]:
    """Return the picture, upright and in RGB, and the ending of its format; the first one of several in a file.

    Raises ValidationError for what is no picture of an accepted format, is cut short, or is too large.
    """
    if len(data) > BYTE_LIMIT:
        raise ValidationError(
            _("The picture is too large: %(size).1f MB; the limit is %(limit)d MB."),
            params={"size": len(data) / 2**20, "limit": BYTE_LIMIT / 2**20},
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Picture.DecompressionBombWarning)
            picture = Picture.open(io.BytesIO(data), formats=list(FORMATS))
            ending = _ENDINGS[picture.format]
            picture.load()
            return _flatten(_in_srgb(ImageOps.exif_transpose(picture))), ending
    except (Picture.DecompressionBombWarning, Picture.DecompressionBombError) as error:
        raise ValidationError(
            _("The picture has too many pixels; the limit is %(limit)d million."),
            params={"limit": PIXEL_LIMIT // 1_000_000},
        ) from error
    except Exception as error:  # decoders raise whatever they like on hostile data
        raise ValidationError(
            _("This is not a picture that can be read. JPEG, PNG, WebP, GIF and AVIF are accepted.")
        ) from error


def _in_srgb(picture: Picture.Image) -> Picture.Image:
    """In the colours that screens assume of a picture without a profile; the profile itself is not passed on.

    A profile that is broken, or of another kind than the picture, is left out of account.
    """
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK"}:
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return picture


def _flatten(picture: Picture.Image) -> Picture.Image:
    """The pixels alone, on white: JPEG knows no transparency, and all sizes must look the same.

    What came with them (words, places, profiles) stays behind: encoders would pass some of it on.
    """
    if picture.mode == "I;16":  # a conversion would cut off all that is brighter than 255
        picture = picture.point(lambda value: value / 256).convert("L")
    if picture.mode != "RGB" or "transparency" in picture.info:
        rgba = picture.convert("RGBA")
        picture = Picture.new("RGB", rgba.size, "white")
        picture.paste(rgba, mask=rgba.getchannel("A"))
    picture.info = {}
    return picture


def served_name(token: str, width: int | None = None, ending: str = "jpg", crop: str = "") -> str:
    """The storage name of a served file; without a width, the one that every browser shows.

    `crop` is the name of a crop with its version, `card2`: files are kept by browsers for ever.
    """
    return f"images/{token}{f'-{crop}' if crop else ''}{f'-{width}' if width else ''}.{ending}"


def served_url(token: str, width: int | None = None, ending: str = "jpg", crop: str = "") -> str:
    """The address of a served file."""
    return settings.MEDIA_URL + served_name(token, width, ending, crop)


def served_widths(width: int) -> list[int]:
    """The widths offered of a picture that is `width` pixels wide: never more than it has."""
    return [w for w in WIDTHS if w < width] + [min(width, WIDTHS[-1])] if width < WIDTHS[-1] else list(WIDTHS)


def write_base(picture: Picture.Image, token: str) -> None:
    """Write the JPEG that every browser shows."""
    _write(picture, WIDTHS[-1], served_name(token), "jpg")


def write_sizes(picture: Picture.Image, token: str) -> list[int]:
    """Write every size in every format; return the widths. Doing it again replaces the files with equal ones."""
    widths = served_widths(picture.width)
    for width in widths:
        for ending in _ENCODERS:
            _write(picture, width, served_name(token, width, ending), ending)
    return widths


def crop_size(size: tuple[int, int], crop: str) -> tuple[int, int]:
    """The largest part of a picture of this size that has the proportions of a crop."""
    (width, height), (across, down) = size, _PROPORTIONS[crop]
    return min(width, max(1, round(height * across / down))), min(
        height, max(1, round(width * down / across))
    )


def crop_box(size: tuple[int, int], crop: str, focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """The part of a picture that a crop shows: left, top, right, bottom. The focal point is as near its middle as
    the edges allow."""
    part = crop_size(size, crop)
    left, top = (
        min(max(round(whole * at - cut / 2), 0), whole - cut)
        for whole, cut, at in zip(size, part, focus, strict=True)
    )
    return left, top, left + part[0], top + part[1]


def card_widths(size: tuple[int, int]) -> list[int]:
    """The widths of the card of a picture; none where the picture itself is as good."""
    width, height = crop_size(size, CARD)
    kept = width * height / (size[0] * size[1])
    return [] if kept > 1 - _SPARED else served_widths(width)


def social_size(size: tuple[int, int]) -> tuple[int, int]:
    """Width and height of what social networks are given: 1200 × 630, or less of a smaller picture."""
    width, height = crop_size(size, SOCIAL)
    return (width, height) if width <= SOCIAL_WIDTH else _sized(width, height, SOCIAL_WIDTH)


def base_size(size: tuple[int, int]) -> tuple[int, int]:
    """Width and height of the JPEG that every browser shows."""
    return size if size[0] <= WIDTHS[-1] else _sized(*size, WIDTHS[-1])


def write_crops(picture: Picture.Image, token: str, version: int, focus: tuple[float, float]) -> dict:
    """Write what is cut around a focal point; return what there is: the version, widths of the card, the size of the
    social picture. Doing it again replaces the files with equal ones."""
    widths, social = card_widths(picture.size), social_size(picture.size)
    if widths:
        card = picture.crop(crop_box(picture.size, CARD, focus))
        for width in widths:
            for ending in _ENCODERS:
                _write(card, width, served_name(token, width, ending, f"{CARD}{version}"), ending)
    part = picture.crop(crop_box(picture.size, SOCIAL, focus))
    _write(part, social[0], served_name(token, crop=f"{SOCIAL}{version}"), "jpg")
    return {"version": version, CARD: widths, SOCIAL: list(social)}


def remove_crops(token: str, version: int, size: tuple[int, int]) -> None:
    """Remove one version of what was cut out of a picture, as much of it as was made."""
    default_storage.delete(served_name(token, crop=f"{SOCIAL}{version}"))
    for width in card_widths(size):
        for ending in _ENCODERS:
            default_storage.delete(served_name(token, width, ending, f"{CARD}{version}"))


def remove_served(token: str, size: tuple[int, int], version: int) -> None:
    """Remove every file that readers are served of a picture, up to a version of crops, whichever were made."""
    default_storage.delete(served_name(token))
    for width in served_widths(size[0]):
        for ending in _ENCODERS:
            default_storage.delete(served_name(token, width, ending))
    for number in range(1, version + 1):
        remove_crops(token, number, size)


def _sized(width: int, height: int, wanted: int) -> tuple[int, int]:
    return wanted, max(1, round(height * wanted / width))


def _write(picture: Picture.Image, width: int, name: str, ending: str) -> None:
    size = _sized(*picture.size, width)
    sized = picture.resize(size, Picture.Resampling.LANCZOS) if width < picture.width else picture
    buffer = io.BytesIO()
    sized.save(buffer, **_ENCODERS[ending])
    default_storage.delete(name)
    saved = default_storage.save(name, ContentFile(buffer.getvalue()))
    if PurePosixPath(saved) != PurePosixPath(name):
        default_storage.delete(saved)
        raise OSError(f"{name} is being written by somebody else")
