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
# What Pillow calls a file of these formats. Cameras put several pictures into one JPEG, a preview beside the picture.
_ENDINGS = FORMATS | {"MPO": "jpg"}
BYTE_LIMIT = 20 * 1024 * 1024
PIXEL_LIMIT = 50_000_000

# Widths in pixels of the files that `srcset` offers: a thumbnail in a list, a phone's width at one, one and a half and
# two pixels a point, a column, a wide screen. The largest is also the file that everybody can show.
WIDTHS = (240, 480, 720, 960, 1600)
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


def served_name(token: str, width: int | None = None, ending: str = "jpg") -> str:
    """The storage name of a served file; without a width, the one that every browser shows."""
    return f"images/{token}{f'-{width}' if width else ''}.{ending}"


def served_url(token: str, width: int | None = None, ending: str = "jpg") -> str:
    """The address of a served file."""
    return settings.MEDIA_URL + served_name(token, width, ending)


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


def remove_served(token: str, width: int) -> None:
    """Remove every file that readers are served of a picture so wide, whichever of them were made."""
    default_storage.delete(served_name(token))
    for size in served_widths(width):
        for ending in _ENCODERS:
            default_storage.delete(served_name(token, size, ending))


def _write(picture: Picture.Image, width: int, name: str, ending: str) -> None:
    height = max(1, round(picture.height * width / picture.width))
    sized = picture.resize((width, height), Picture.Resampling.LANCZOS) if width < picture.width else picture
    buffer = io.BytesIO()
    sized.save(buffer, **_ENCODERS[ending])
    default_storage.delete(name)
    saved = default_storage.save(name, ContentFile(buffer.getvalue()))
    if PurePosixPath(saved) != PurePosixPath(name):
        default_storage.delete(saved)
        raise OSError(f"{name} is being written by somebody else")
