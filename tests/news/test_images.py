"""Pictures: what is accepted, and that nothing of an upload but its pixels reaches a reader."""

import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from PIL import Image as Picture
from PIL import ImageCms

from news import images
from news.images import decode
from tests.factories import picture_bytes

UNREADABLE = "This is not a picture that can be read. JPEG, PNG, WebP, GIF and AVIF are accepted."


def saved(picture, ending, **options):
    buffer = io.BytesIO()
    picture.save(buffer, ending, **options)
    return buffer.getvalue()


def plain(mode="RGB", colour="red", size=(6, 4)):
    return Picture.new(mode, size, colour)


def png_header(width, height):
    """A PNG that promises so many pixels and holds none."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e"


@pytest.mark.parametrize(
    ("ending", "extension"),
    [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif"), ("AVIF", "avif")],
)
def test_the_five_formats_are_read(ending, extension):
    picture, found = decode(saved(plain(size=(40, 20)), ending))
    assert (found, picture.mode, picture.size) == (extension, "RGB", (40, 20))
    assert all(abs(a - b) < 8 for a, b in zip(picture.getpixel((20, 10)), (255, 0, 0), strict=True))


def test_a_photograph_with_a_preview_in_the_same_file_is_read():
    data = saved(
        plain(size=(40, 20)), "MPO", save_all=True, append_images=[plain(colour="blue", size=(8, 4))]
    )
    assert Picture.open(io.BytesIO(data)).format == "MPO"
    picture, ending = decode(data)
    assert (ending, picture.mode, picture.size) == ("jpg", "RGB", (40, 20))
    assert all(abs(a - b) < 8 for a, b in zip(picture.getpixel((20, 10)), (255, 0, 0), strict=True))
    again = saved(picture, "JPEG")
    assert (Picture.open(io.BytesIO(again)).format, b"MPF" in again) == ("JPEG", False)


REFUSED = {
    "nothing": b"",
    "text": b"Dear reader",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a page that begins like a GIF": b"GIF89a<script>alert(1)</script>",
    "zero bytes": bytes(1000),
    "a signature alone": b"\x89PNG\r\n\x1a\n",
    "half a JPEG": saved(plain(size=(60, 60)), "JPEG")[:-300],
    "half a PNG": saved(Picture.effect_noise((60, 60), 90), "PNG")[:900],
    "half a WebP": saved(Picture.effect_noise((60, 60), 90).convert("RGB"), "WEBP")[:300],
    "a BMP": saved(plain(), "BMP"),
    "a TIFF": saved(plain(), "TIFF"),
    "an icon": saved(plain(size=(32, 32)), "ICO"),
    "PostScript": saved(plain(), "EPS"),
    "no width": png_header(0, 10),
}


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused(name):
    with pytest.raises(ValidationError) as refusal:
        decode(REFUSED[name])
    assert refusal.value.messages == [UNREADABLE]


@pytest.mark.parametrize("size", [(50_000, 50_000), (10_000, 5001), (2**31 - 1, 2**31 - 1)])
def test_a_picture_of_too_many_pixels_is_refused_by_its_header(size):
    with pytest.raises(ValidationError) as refusal:
        decode(png_header(*size))
    assert refusal.value.messages == ["The picture has too many pixels; the limit is 50 million."]


def test_a_file_of_too_many_bytes_is_refused():
    with pytest.raises(ValidationError) as refusal:
        decode(bytes(images.BYTE_LIMIT + 2**19))
    assert refusal.value.messages == ["The picture is too large: 20.5 MB; the limit is 20 MB."]


def palette(colour, **options):
    picture = Picture.new("P", (6, 4), 0)
    picture.putpalette([*colour, *[0] * 765])
    return saved(picture, "PNG", **options)


WHITE, RED, GREY = (255, 255, 255), (255, 0, 0), (128, 128, 128)
MODES = {
    "grey": (saved(plain("L", 128), "PNG"), GREY),
    "grey of 16 bits": (saved(plain("I;16", 128 * 257), "PNG"), GREY),
    "black and white": (saved(plain("1", 1), "PNG"), WHITE),
    "four inks": (saved(plain("CMYK", (0, 255, 255, 0)), "JPEG"), RED),
    "palette": (palette(RED), RED),
    "palette with a transparent colour": (palette(RED, transparency=0), WHITE),
    "transparent": (saved(plain("RGBA", (255, 0, 0, 0)), "PNG"), WHITE),
    "half transparent": (saved(plain("RGBA", (0, 0, 0, 127)), "PNG"), GREY),
    "transparent grey": (saved(plain("LA", (0, 0)), "PNG"), WHITE),
    "one transparent colour": (saved(plain(), "PNG", transparency=RED), WHITE),
    "transparent WebP": (saved(plain("RGBA", (255, 0, 0, 0)), "WEBP", lossless=True), WHITE),
    "moving GIF": (saved(plain(), "GIF", save_all=True, append_images=[plain(colour="blue")]), RED),
    "moving WebP": (
        saved(plain(), "WEBP", save_all=True, append_images=[plain(colour="blue")], lossless=True),
        RED,
    ),
}


@pytest.mark.parametrize("name", MODES)
def test_every_kind_of_colour_becomes_one_on_white(name):
    data, colour = MODES[name]
    picture, _ending = decode(data)
    assert (picture.mode, picture.size) == ("RGB", (6, 4))
    assert all(abs(a - b) <= 2 for a, b in zip(picture.getpixel((3, 2)), colour, strict=True))


@pytest.mark.parametrize(("orientation", "red_at"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1))])
def test_a_picture_is_stored_upright(orientation, red_at):
    picture = Picture.new("RGB", (40, 20), "white")
    picture.paste("red", (0, 0, 20, 10))
    exif = Picture.Exif()
    exif[0x0112] = orientation
    upright, _ending = decode(saved(picture, "JPEG", exif=exif, quality=95))
    width, height = upright.size
    assert (width, height) == ((40, 20) if orientation in {1, 3} else (20, 40))
    quarters = {
        (x, y): (width // 4 + x * width // 2, height // 4 + y * height // 2) for x in (0, 1) for y in (0, 1)
    }
    red = [place for place, pixel in quarters.items() if upright.getpixel(pixel)[1] < 128]
    assert red == [red_at]


def secretive(ending, size=(64, 48)):
    """A picture with words, a place and a profile between its pixels."""
    exif = Picture.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 45.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    words = {"comment": b"SECRET-COMMENT"} if ending in {"JPEG", "GIF"} else {}
    return picture_bytes(ending, size=size, exif=exif, xmp=b"<x>SECRET-XMP</x>", icc_profile=profile, **words)


@pytest.mark.parametrize("ending", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_decoded_picture_carries_nothing_but_pixels(ending):
    data = secretive(ending)
    if ending in {"JPEG", "WEBP", "AVIF"}:
        assert b"SECRET-CAMERA" in data
    picture, _ending = decode(data)
    assert picture.info == {}
    assert not picture.getexif()


def test_widths_are_those_that_the_picture_has():
    assert images.served_widths(100) == [100]
    assert images.served_widths(100) == [100]
    assert images.served_widths(480) == [240, 480]
    assert images.served_widths(481) == [240, 480, 481]
    assert images.served_widths(960) == [240, 480, 720, 960]
    assert images.served_widths(1599) == [240, 480, 720, 960, 1599]
    assert images.served_widths(1600) == [240, 480, 720, 960, 1600]
    assert images.served_widths(9000) == [240, 480, 720, 960, 1600]
